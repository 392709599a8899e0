package dev.seep.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write and read them, the same in every locale: {@code 4.1 MiB}, {@code 1,234}, {@code 31 h},
 * {@code 4.1 MiB/h}. The one place that decides digits.
 */
public final class Quantity {
    private static final Pattern WRITTEN =
            Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*([a-zA-Z%µ]*)");
    private static final Map<String, Double> FACTORS = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("%", 0.01),
            Map.entry("n", 1e-9),
            Map.entry("u", 1e-6),
            Map.entry("m", 1e-3),
            Map.entry("k", 1e3),
            Map.entry("M", 1e6),
            Map.entry("G", 1e9),
            Map.entry("T", 1e12),
            Map.entry("P", 1e15),
            Map.entry("E", 1e18),
            Map.entry("Ki", 0x1p10),
            Map.entry("Mi", 0x1p20),
            Map.entry("Gi", 0x1p30),
            Map.entry("Ti", 0x1p40),
            Map.entry("Pi", 0x1p50),
            Map.entry("Ei", 0x1p60));

    private Quantity() {}

    /** A value of a metric: {@code 256 MiB}, {@code 1,234}, {@code 12 %}, {@code 45 s}; {@code -} for NaN. */
    public static String of(double value, Unit unit) {
        if (unit == Unit.SECONDS) {
            return Double.isNaN(value) ? "-" : ofHours(value / 3600);
        }
        return Scale.of(unit, value).text(value);
    }

    /** From one value of a metric to another, in one unit: {@code 3.6 to 6.1 MiB}. */
    public static String range(double from, double to, Unit unit) {
        Scale scale = Scale.of(unit, Math.max(Math.abs(from), Math.abs(to)));
        return scale.number(from) + " to " + scale.text(to);
    }

    /** Growth per hour: {@code 4.1 MiB/h}, {@code 3/h}; less than a tenth an hour is told by the day. */
    public static String perHour(double slope, Unit unit) {
        Scale scale = Scale.ofRate(unit, slope);
        return scale.text(slope);
    }

    /** Growth per hour with its 95 % interval, all in one unit: {@code 4.1 MiB/h (95 % 3.9 to 4.4)}. */
    public static String perHour(double slope, double low, double high, Unit unit) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return perHour(slope, unit);
        }
        Scale scale = Scale.ofRate(unit, slope);
        return scale.text(slope) + " (95 % " + scale.number(low) + " to " + scale.number(high) + ")";
    }

    /** A time span: {@code 45 s}, {@code 12 min}, {@code 31 h}, {@code 2.3 d}, {@code 4 y}; {@code -} for NaN. */
    public static String ofHours(double hours) {
        double size = Math.abs(hours);
        if (Double.isNaN(hours)) {
            return "-";
        } else if (size < 0.025) {
            return digits(hours * 3600) + " s";
        } else if (size < 1.5) {
            return digits(hours * 60) + " min";
        } else if (size < 48) {
            return digits(hours) + " h";
        } else if (size < 24 * 730) {
            return digits(hours / 24) + " d";
        }
        return digits(hours / 24 / 365.25) + " y";
    }

    /** A whole number: {@code 1,234}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A whole number of things, whose plural takes an s: {@code 1 gap}, {@code 1,234 gaps}. */
    public static String counted(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Two significant digits below ten, whole and grouped from ten on: {@code 0.12}, {@code 4.1}, {@code 1,234}. */
    public static String digits(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "-" : value > 0 ? "∞" : "-∞";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        if (Math.abs(value) >= 9.95) {
            BigDecimal whole = exact.setScale(0, RoundingMode.HALF_EVEN);
            return whole.precision() > 15 ? whole.round(new MathContext(3)).toString() : grouped(whole);
        }
        BigDecimal rounded = exact.round(new MathContext(2)).stripTrailingZeros();
        return rounded.scale() > 6 ? rounded.toString() : rounded.toPlainString();
    }

    /**
     * Reads a quantity in the notation of Kubernetes: {@code 512Mi}, {@code 1.5Gi}, {@code 100m}, {@code 1e3},
     * also {@code 4MiB} and {@code 85%} (0.85).
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static double parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (matcher.matches()) {
            Double factor = FACTORS.get(matcher.group(2).replaceFirst("B$", ""));
            double value = factor == null ? Double.NaN : Double.parseDouble(matcher.group(1)) * factor;
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw new IllegalArgumentException("not a quantity: '" + text + "': " + hint(matcher)
                + "write a number and perhaps a unit, as in 512Mi, 1.5Gi, 100m or 1e3");
    }

    /** The unit that is there in other letters: the larger of two, since nobody means thousandths of a byte. */
    private static String hint(Matcher written) {
        if (!written.matches()) {
            return "";
        }
        String unit = written.group(2);
        boolean bytes = unit.toLowerCase(Locale.ROOT).endsWith("b");
        String plain = bytes ? unit.substring(0, unit.length() - 1) : unit;
        return FACTORS.keySet().stream()
                .filter(plain::equalsIgnoreCase)
                .max(Comparator.comparingDouble(FACTORS::get))
                .map(meant -> "did you mean " + written.group(1) + meant + (bytes ? "B" : "") + "? Else ")
                .orElse("");
    }

    private static String grouped(BigDecimal whole) {
        return String.format(Locale.ROOT, "%,d", whole.toBigInteger());
    }

    /** A unit that numbers are divided by and named with, so that numbers side by side share it. */
    private record Scale(double divisor, String name) {
        private static final String[] BYTES = {" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"};

        static Scale of(Unit unit, double value) {
            return switch (unit) {
                case BYTES -> bytes(Math.abs(value));
                case COUNT -> new Scale(1, "");
                case RATIO -> new Scale(0.01, " %");
                case SECONDS -> new Scale(1, " s");
            };
        }

        static Scale ofRate(Unit unit, double slope) {
            Scale hourly = of(unit, slope);
            double shown = Math.abs(slope / hourly.divisor);
            boolean daily = shown > 0 && shown < 0.1;
            return daily
                    ? new Scale(hourly.divisor / 24, hourly.name + "/d")
                    : new Scale(hourly.divisor, hourly.name + "/h");
        }

        private static Scale bytes(double size) {
            int step = 0;
            double divisor = 1;
            while (step < BYTES.length - 1 && size >= 1000 * divisor) {
                divisor *= 1024;
                step++;
            }
            return new Scale(divisor, BYTES[step]);
        }

        String number(double value) {
            return digits(value / divisor);
        }

        String text(double value) {
            return Double.isNaN(value) ? "-" : number(value) + name;
        }
    }
}
