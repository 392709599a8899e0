package dev.seep.command;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a run has been polled so far, its interruptions left out.
 *
 * @param polled the time that polls cover
 * @param last the last poll
 */
record Stretch(Duration polled, Instant last) {
    private static final int LONGEST_PAUSE_BEATS = 3;

    static Stretch of(Run run, Duration every) {
        double seconds = run.series().stream()
                .max(Comparator.comparingInt(Series::size))
                .map(series -> covered(series, every.toMillis() / 1e3))
                .orElse(0.0);
        return new Stretch(Duration.ofMillis(Math.round(seconds * 1e3)), run.to());
    }

    private static double covered(Series series, double every) {
        double covered = 0;
        for (int i = 1; i < series.size(); i++) {
            double step = series.seconds(i) - series.seconds(i - 1);
            covered += step <= LONGEST_PAUSE_BEATS * every ? step : 0;
        }
        return covered;
    }

    boolean isAtLeast(Duration length) {
        return polled.compareTo(length) >= 0;
    }

    /** What is left of a planned length; null, for without end, stays null. */
    @Nullable
    Duration left(@Nullable Duration length) {
        return length == null ? null : length.minus(polled);
    }

    Event resumed(Instant now) {
        String pause = "nothing was polled for " + Duration.between(last, now).toSeconds() + " s";
        return new Event(now, Event.Type.RESUMED, null, null, Map.of("reason", pause));
    }
}
