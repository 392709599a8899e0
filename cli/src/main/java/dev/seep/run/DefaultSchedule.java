package dev.seep.run;

import dev.seep.probe.MeasurementSchedule;
import dev.seep.sample.Durations;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Schedule of measurements beside the probes, where a user gives none: about 60 times a run, as each time costs a
 * program of its own.
 *
 * @param every interval of the probes
 * @param length of the whole run, null for without end
 */
public record DefaultSchedule(Duration every, @Nullable Duration length) {
    private static final int TIMES = 60;
    private static final Duration WITHOUT_END = Duration.ofMinutes(1);
    private static final Duration RAREST = Duration.ofMinutes(5);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(5);

    /** @param options {@code every}, {@code timeout}, {@code containers} */
    MeasurementSchedule with(Map<String, String> options) {
        return with(options, rare());
    }

    /** For measurements that cost nothing. */
    MeasurementSchedule often(Map<String, String> options) {
        return with(options, every);
    }

    private MeasurementSchedule with(Map<String, String> options, Duration usual) {
        Duration interval = duration(options, "every", usual);
        Duration timeout = atLeast(SHORTEST_TIMEOUT, atMost(LONGEST_TIMEOUT, interval));
        return new MeasurementSchedule(
                interval, duration(options, "timeout", timeout), pattern(options.getOrDefault("containers", "")));
    }

    /** Interval of rarer measurements. */
    Duration rare() {
        Duration usual = length == null ? WITHOUT_END : atMost(RAREST, length.dividedBy(TIMES));
        return atLeast(every, usual);
    }

    private static Duration duration(Map<String, String> options, String key, Duration otherwise) {
        String text = options.get(key);
        return text == null ? otherwise : Durations.parse(text);
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "containers: '" + regex + "' is not a regular expression: " + wrong.getDescription(), wrong);
        }
    }

    private static Duration atLeast(Duration least, Duration one) {
        return one.compareTo(least) < 0 ? least : one;
    }

    private static Duration atMost(Duration most, Duration one) {
        return one.compareTo(most) > 0 ? most : one;
    }
}
