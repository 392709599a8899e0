package dev.seep.run;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.store.RunPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Time for which a run has been polled so far, its interruptions left out.
 *
 * @param polled the time that polls cover
 * @param last the last poll
 */
public record PolledTime(Duration polled, Instant last) {
    public static PolledTime of(Run run, RunPlan plan) {
        Duration polled = Duration.between(plan.started(), run.to());
        for (Event event : run.events()) {
            if (event.type() == Event.Type.RESUMED) {
                polled = polled.minus(pause(run, event.time()));
            }
        }
        return new PolledTime(polled.isNegative() ? Duration.ZERO : polled, run.to());
    }

    /** From the last sample before polling went on. */
    private static Duration pause(Run run, Instant resumed) {
        double end = resumed.toEpochMilli() / 1e3;
        double last = run.series().stream()
                .mapToDouble(series -> lastBefore(series, end))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        return Double.isFinite(last) ? Duration.ofMillis(Math.round((end - last) * 1e3)) : Duration.ZERO;
    }

    private static double lastBefore(Series series, double end) {
        int low = 0;
        int high = series.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (series.seconds(middle) < end) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Double.NEGATIVE_INFINITY : series.seconds(low - 1);
    }

    public boolean isAtLeast(Duration length) {
        return polled.compareTo(length) >= 0;
    }

    /** Rest of a planned length; null, for without end, stays null. */
    public @Nullable Duration left(@Nullable Duration length) {
        return length == null ? null : length.minus(polled);
    }

    public Event resumed(Instant now) {
        String pause = "nothing was polled for " + Duration.between(last, now).toSeconds() + " s";
        return new Event(now, Event.Type.RESUMED, null, null, Map.of("reason", pause));
    }
}
