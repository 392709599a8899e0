package dev.seep.probe;

/**
 * Collections of the old generation that a JVM has counted so far, by the names of its collectors since JDK 8.
 *
 * @param fulls during which the program stood still
 * @param pauses of collections beside which the program runs
 * @param pausesOfCycle of such a collection, or a few less; infinite if there are none
 * @param used bytes where such collections collect, NaN if unknown: in the whole heap where live objects may stay young
 *     for long or there are no generations, else in the old generation
 * @param asked whether the last one was asked for by somebody who inspects the heap, and so was of another kind: in ZGC
 *     it promotes all that lives
 * @param underWay whether the program stands still just now: a collection is counted when it begins, and usage is told
 *     when it ends
 */
record OldGenCollections(
        double fulls, double pauses, double pausesOfCycle, double used, boolean asked, boolean underWay) {
    static OldGenCollections of(PerfData jvm) {
        String second = jvm.word("sun.gc.collector.1.name");
        String third = jvm.word("sun.gc.collector.2.name");
        double seconds = count(jvm, 1);
        double thirds = count(jvm, 2);
        double heap = jvm.sum("sun.gc.generation.", ".used");
        double old = jvm.sum("sun.gc.generation.1.space.", ".used");
        if (second.startsWith("Shenandoah")) {
            return new OldGenCollections(0, seconds, 16, heap, false, false); // each pause counts several times
        } else if (second.startsWith("CMS")) {
            return new OldGenCollections(0, seconds, 2, old, false, false);
        } else if (third.startsWith("ZGC major")) {
            return new OldGenCollections(0, thirds, 5, heap, isAsked(jvm), false);
        } else if (third.startsWith("G1")) {
            return new OldGenCollections(seconds, thirds, 2, old, false, standsStill(jvm));
        }
        return new OldGenCollections(seconds, 0, Double.POSITIVE_INFINITY, old, false, standsStill(jvm));
    }

    private static boolean isAsked(PerfData jvm) {
        String cause = jvm.word("sun.gc.lastCause");
        return cause.startsWith("Heap Inspection") || cause.startsWith("Heap Dump");
    }

    private static boolean standsStill(PerfData jvm) {
        String cause = jvm.word("sun.gc.cause");
        return !cause.isEmpty() && !cause.equals("No GC");
    }

    private static double count(PerfData jvm, int collector) {
        double count = jvm.value("sun.gc.collector." + collector + ".invocations");
        return Double.isNaN(count) ? 0 : count;
    }

    /** Whether the old generation is collected beside the program. */
    boolean concurrent() {
        return !Double.isInfinite(pausesOfCycle);
    }
}
