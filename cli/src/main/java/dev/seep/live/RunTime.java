package dev.seep.live;

import dev.seep.sample.Durations;
import dev.seep.session.SoakStatus;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Where a run stands in time, in words. */
final class RunTime {
    private RunTime() {}

    /** {@code 14s of 2m, 1m46s left}; {@code 14s} of a run without end. */
    static String words(SoakStatus status) {
        return passed(status)
                + status.left()
                        .map(left -> ", " + Durations.text(whole(left.plusMillis(999))) + " left")
                        .orElse("");
    }

    /** {@code 14s of 2m}; {@code 14s} of a run without end. */
    static String passed(SoakStatus status) {
        return Durations.text(whole(status.elapsed()))
                + status.left()
                        .map(left ->
                                " of " + Durations.text(whole(status.elapsed().plus(left))))
                        .orElse("");
    }

    /** In whole seconds. */
    static Duration whole(Duration time) {
        return time.isNegative() ? Duration.ZERO : time.truncatedTo(ChronoUnit.SECONDS);
    }
}
