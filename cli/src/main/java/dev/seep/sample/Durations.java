package dev.seep.sample;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 30s}, {@code 5m}, {@code 1h30m}, {@code 8h}, {@code 2d}, {@code PT8H}. */
public final class Durations {
    private static final Pattern WHOLE = Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:ms|s|min|m|h|d|w))+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|min|m|h|d|w)");

    private Durations() {}

    /** @throws IllegalArgumentException if the text is no time span, or one beyond 290 years */
    public static Duration parse(String text) {
        String written = text.strip();
        try {
            return written.toUpperCase(Locale.ROOT).startsWith("P") ? Duration.parse(written) : sum(written);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw wrong(text);
        }
    }

    /** The shortest text that {@link #parse} reads back: {@code 1h30m}, {@code 2d}, {@code 0s}. */
    public static String text(Duration duration) {
        if (duration.isNegative() || !duration.equals(duration.truncatedTo(ChronoUnit.MILLIS))) {
            return duration.toString();
        }
        String text = part(duration.toDays(), "d")
                + part(duration.toHoursPart(), "h")
                + part(duration.toMinutesPart(), "m")
                + part(duration.toSecondsPart(), "s")
                + part(duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text;
    }

    private static Duration sum(String written) {
        if (!WHOLE.matcher(written).matches()) {
            throw wrong(written);
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(written);
        while (part.find()) {
            double millis = Double.parseDouble(part.group(1)) * millis(part.group(2));
            if (millis > Long.MAX_VALUE / 1e6) {
                throw wrong(written);
            }
            sum = sum.plusMillis(Math.round(millis));
        }
        return sum;
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            case "w" -> 604_800_000;
            default -> 60_000;
        };
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "not a time span: '" + text + "': write numbers with units, as in 30s, 5m, 1h30m, 8h or 2d");
    }
}
