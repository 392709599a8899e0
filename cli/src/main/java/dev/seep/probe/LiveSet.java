package dev.seep.probe;

/**
 * What one JVM has in use in its old generation (or in a heap without generations) right after a collection of it, seen
 * poll by poll: what it holds in between is live objects and garbage, and the garbage grows in every healthy JVM.
 *
 * <p>Where the program stands still for the whole of such a collection (Serial, Parallel, and the full collections of
 * G1), what is in use afterwards is the live set. Where it runs on, nothing is reclaimed at the moment that the
 * performance data count: G1 counts the pauses Remark and Cleanup of a concurrent cycle, and the mixed collections that
 * reclaim what it found are young ones that follow; ZGC writes down what is in use only in pauses, and frees the pages
 * after the last one; Shenandoah frees at the end of a cycle. So the value is the least that any poll saw within a
 * stretch of at least one whole cycle, wherever the stretch began. It has its time when the stretch is over.
 *
 * <p>A full collection of G1 leaves less garbage than its mixed ones ({@code G1HeapWastePercent},
 * {@code G1MixedGCLiveThresholdPercent}). One that somebody asked for, as {@code jcmd GC.class_histogram} does for what
 * explains a leak, would be a low point among points of another kind, and what follows it would look like growth: a
 * stretch with one is dropped, and one is a value only if no cycle has ended since the last.
 *
 * <p>See {@code g1MonitoringSupport.cpp}, {@code zServiceability.cpp}, {@code shenandoahMonitoringSupport.cpp} and
 * {@code collectorCounters.cpp} of OpenJDK.
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
    private boolean whole;

    /** As of the last collection, NaN before the first. */
    double bytes() {
        return bytes;
    }

    /** Whether {@link #bytes} are new. */
    boolean see(PerfData jvm) {
        OldCollections now = OldCollections.of(jvm);
        if (now.underWay()) {
            return false;
        }
        double used = now.used();
        boolean another = !seen || now.fulls() < fulls || now.pauses() < begin;
        double more = now.fulls() - fulls;
        fulls = now.fulls();
        if (another) {
            seen = true;
            bytes = Double.NaN;
            fullBefore = false;
            begin(now, used, false);
            return false;
        }
        if (more > 0) {
            boolean point = !now.concurrent() || fullBefore || more > 1;
            fullBefore = true;
            begin(now, used, false);
            return point && found(used);
        }
        boolean over = now.pauses() - begin >= now.pausesOfCycle() && (polls >= FEWEST_POLLS || !whole);
        if (!over) {
            polls++;
            least = Math.min(least, used);
            return false;
        }
        double last = least;
        boolean point = whole;
        fullBefore = false;
        begin(now, used, true);
        return point && found(last);
    }

    private void begin(OldCollections now, double used, boolean inCycles) {
        begin = now.pauses();
        least = used;
        polls = 1;
        whole = inCycles;
    }

    private boolean found(double value) {
        bytes = value;
        return !Double.isNaN(value);
    }
}
