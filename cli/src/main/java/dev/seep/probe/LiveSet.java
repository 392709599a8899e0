package dev.seep.probe;

/**
 * Bytes that one JVM has in use in its old generation (with Shenandoah and ZGC, in its heap) right after a collection
 * of it, seen poll by poll: in between it holds live objects and garbage, and the garbage grows in every healthy JVM.
 *
 * <p>Where the program stands still for the whole of such a collection (Serial, Parallel, and the full collections of
 * G1), usage afterwards is the live set. Where it runs on, nothing is reclaimed at the moment that the performance data
 * count: G1 counts the pauses Remark and Cleanup of a concurrent cycle, and the mixed collections that reclaim its
 * findings are young ones that follow; ZGC writes usage down only in pauses, and frees the pages after the last one,
 * which the next minor collection tells; Shenandoah frees at the end of a cycle. So the value is the least that any
 * poll saw within a stretch of at least one whole cycle, wherever the stretch began. It has its time when the stretch
 * is over.
 *
 * <p>A full collection of G1 leaves less garbage than its mixed ones ({@code G1HeapWastePercent},
 * {@code G1MixedGCLiveThresholdPercent}). One that somebody asked for, as {@code jcmd GC.class_histogram} does for
 * evidence, would be a low point among points of another kind, and those after it would pass for growth: a stretch with
 * one is dropped, and one is a value only if no cycle has ended since the last. In ZGC the same request promotes all
 * that lives, and objects that die are still in use when the next collection ends: the stretches from there to the next
 * but one are dropped.
 *
 * <p>ZGC without generations (until JDK 23) has no value: usage in its last pause is that from before, and no pause of
 * a smaller collection follows.
 *
 * <p>See {@code g1MonitoringSupport.cpp}, {@code zServiceability.cpp}, {@code zDriver.cpp},
 * {@code shenandoahMonitoringSupport.cpp} and {@code collectorCounters.hpp} of OpenJDK.
 */
final class LiveSet {
    /** In fewer polls than these one may have missed all that were soon after a collection. */
    private static final int FEWEST_POLLS = 4;

    private boolean seen;
    private double fulls;
    private double bytes = Double.NaN;
    private boolean fullBefore;
    private double begin;
    private double least;
    private int polls;
    /** Stretches that are no value, this one included. */
    private int dropped;

    /** As of the last collection, NaN before the first. */
    double bytes() {
        return bytes;
    }

    /** Whether {@link #bytes} are new. */
    boolean see(PerfData jvm) {
        OldGenCollections now = OldGenCollections.of(jvm);
        if (now.underWay()) {
            return false;
        }
        boolean another = !seen || now.fulls() < fulls || now.pauses() < begin;
        double more = now.fulls() - fulls;
        fulls = now.fulls();
        if (another) {
            seen = true;
            bytes = Double.NaN;
            fullBefore = false;
            begin(now, 1);
            return false;
        }
        return more > 0 ? afterFull(now, more) : inCycles(now);
    }

    private boolean afterFull(OldGenCollections now, double more) {
        boolean point = !now.concurrent() || fullBefore || more > 1;
        fullBefore = true;
        begin(now, 1);
        return point && found(now.used());
    }

    private boolean inCycles(OldGenCollections now) {
        boolean enough = polls >= FEWEST_POLLS || dropped > 0;
        boolean over = enough && now.pauses() - begin >= now.pausesOfCycle();
        double last = least;
        boolean point = over && dropped == 0;
        if (over) {
            fullBefore = false;
            begin(now, Math.max(0, dropped - 1));
        } else {
            polls++;
            least = Math.min(least, now.used());
        }
        if (now.asked()) {
            dropped = 2;
        }
        return point && found(last);
    }

    private void begin(OldGenCollections now, int dropped) {
        begin = now.pauses();
        least = now.used();
        polls = 1;
        this.dropped = dropped;
    }

    private boolean found(double value) {
        bytes = value;
        return !Double.isNaN(value);
    }
}
