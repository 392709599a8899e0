package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Courses of JVMs, poll by poll: what each collector counts, and what it has in use then. */
class LiveSetTest {
    private static final String PARALLEL = "Parallel full collection pauses";
    private static final String G1_FULL = "G1 full collection pauses";
    private static final String G1 = "G1 concurrent cycle pauses";
    private static final String ZGC = "ZGC major collection pauses";
    private static final String SHENANDOAH = "Shenandoah full";

    private final LiveSet set = new LiveSet();
    private final List<Double> found = new ArrayList<>();

    @Test
    void isWhatAFullCollectionLeaves() {
        for (String name : List.of("Serial full collection pauses", PARALLEL, "MSC", "PSParallelCompact")) {
            LiveSet serial = new LiveSet();
            assertThat(serial.see(jvm(name, 4, "", 0, 0, 50)))
                    .as("nothing is known of the last one")
                    .isFalse();
            assertThat(serial.see(jvm(name, 4, "", 0, 0, 90))).isFalse();
            assertThat(serial.see(jvm(name, 5, "", 0, 0, 40))).isTrue();
            assertThat(serial.bytes()).isEqualTo(40);
            assertThat(serial.see(jvm(name, 5, "", 0, 0, 60)))
                    .as("the same again")
                    .isFalse();
        }
    }

    /** It is counted when it begins, and what is in use is told when it ends. */
    @Test
    void waitsForTheEndOfACollection() {
        PerfBytes during = bytes(PARALLEL, 5, "", 0, 0, 90).with("sun.gc.cause", "Ergonomics");
        PerfBytes after = bytes(PARALLEL, 5, "", 0, 0, 40).with("sun.gc.cause", "No GC");
        see(jvm(PARALLEL, 4, "", 0, 0, 50));
        see(during.data());
        see(after.data());

        assertThat(found).containsExactly(40.0);
    }

    /** Remark and Cleanup count, and the mixed collections that follow reclaim what they found. */
    @Test
    void isTheLeastBetweenTwoCyclesOfG1() {
        g1(0, 0, 30, 70, 95);
        g1(0, 2, 96, 60, 45, 47, 80);
        g1(0, 4, 98, 61, 44, 70);
        g1(0, 6, 97);

        assertThat(found).containsExactly(45.0, 44.0);
    }

    @Test
    void aPollBetweenRemarkAndCleanupIsNoCycle() {
        g1(0, 0, 30, 70, 95);
        g1(0, 2, 96, 60, 45, 47, 80);
        g1(0, 3, 97);
        g1(0, 4, 98, 61, 44, 70);
        g1(0, 6, 97);

        assertThat(found).containsExactly(45.0, 44.0);
    }

    /** It leaves less than mixed ones do: it would be a low point before those that follow. */
    @Test
    void aFullCollectionAmongCyclesOfG1IsNone() {
        g1(0, 0, 30, 95);
        g1(0, 2, 96, 60, 45, 80);
        g1(1, 2, 31, 50, 80);
        g1(1, 4, 97, 61, 44, 70);
        g1(1, 6, 97);

        assertThat(found).containsExactly(44.0);
    }

    @Test
    void fullCollectionsOfG1AloneCount() {
        g1(0, 0, 30, 95);
        g1(1, 0, 31, 50, 80);
        g1(2, 0, 32, 51, 81);
        g1(4, 0, 33);

        assertThat(found).containsExactly(32.0, 33.0);
    }

    /** Where each poll has other cycles, one of them saw little more than what was live. */
    @Test
    void looksAtSomePollsWhereCyclesAreFaster() {
        for (int poll = 0; poll < 13; poll++) {
            g1(0, 4 * poll, 40 + poll % 4);
        }

        assertThat(found).containsExactly(40.0, 40.0);
    }

    /** What lives may stay in the young generation, and the old one is freed after the last pause. */
    @Test
    void isTheLeastOfTheHeapBetweenTwoMajorCollectionsOfZgc() {
        zgc(15, 90, 95);
        zgc(18, 92);
        zgc(20, 60, 42, 80, 90);
        zgc(25, 61, 43, 80, 90);
        zgc(30, 62);

        assertThat(found).containsExactly(42.0, 43.0);
    }

    /** It promotes all that lives, and the next collection ends before it has freed what has died since. */
    @Test
    void whatZgcCollectsForAHistogramIsDroppedWithTheNext() {
        zgc(15, 90, 95);
        zgc(20, 42, 80);
        see(bytes("", 0, ZGC, 28, 4, 60)
                .with("sun.gc.lastCause", "Heap Inspection Initiated GC")
                .data());
        see(bytes("", 0, ZGC, 28, 40, 60)
                .with("sun.gc.lastCause", "Heap Inspection Initiated GC")
                .data());
        zgc(33, 75, 90, 95);
        zgc(38, 43, 80, 90, 95);
        zgc(43, 44);

        assertThat(found).containsExactly(43.0);
    }

    @Test
    void shenandoahHasCyclesOfTheWholeHeap() {
        double[] used = {80, 30, 50, 70};
        for (int poll = 0; poll < 16; poll++) {
            see(jvm(SHENANDOAH, 16 * (1 + poll / 4), "", 0, 0, used[poll % 4]));
        }

        assertThat(found).containsExactly(30.0, 30.0);
    }

    /** What is in use in its last pause is what was in use before. */
    @Test
    void zgcWithoutGenerationsTellsNothing() {
        for (int poll = 0; poll < 16; poll++) {
            see(jvm("", 0, "Z concurrent cycle pauses", 3 * (1 + poll / 4), 0, 80));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void anotherJvmUnderTheSameNumberBeginsAnew() {
        see(jvm(PARALLEL, 4, "", 0, 0, 50));
        see(jvm(PARALLEL, 5, "", 0, 0, 40));
        see(jvm(PARALLEL, 1, "", 0, 0, 10));

        assertThat(found).containsExactly(40.0);
        assertThat(set.bytes()).isNaN();
    }

    @Test
    void whatIsNoCollectorOfTheOldGenerationHasNone() {
        see(new PerfBytes().with("sun.gc.generation.1.space.0.used", 5).data());
        see(new PerfBytes().with("sun.gc.generation.1.space.0.used", 6).data());

        assertThat(found).isEmpty();
    }

    private void g1(int fulls, int pauses, double... used) {
        for (double bytes : used) {
            see(jvm(G1_FULL, fulls, G1, pauses, 7, bytes));
        }
    }

    private void zgc(int pauses, double... used) {
        for (double bytes : used) {
            see(jvm("", 0, ZGC, pauses, bytes - 10, 10));
        }
    }

    private void see(PerfData jvm) {
        if (set.see(jvm)) {
            found.add(set.bytes());
        }
    }

    private static PerfData jvm(String second, int seconds, String third, int thirds, double young, double old) {
        return bytes(second, seconds, third, thirds, young, old).data();
    }

    private static PerfBytes bytes(String second, int seconds, String third, int thirds, double young, double old) {
        PerfBytes bytes = new PerfBytes();
        if (!second.isEmpty()) {
            bytes.with("sun.gc.collector.1.name", second).with("sun.gc.collector.1.invocations", seconds);
        }
        if (!third.isEmpty()) {
            bytes.with("sun.gc.collector.2.name", third).with("sun.gc.collector.2.invocations", thirds);
        }
        return bytes.with("sun.gc.generation.0.space.0.used", (long) young)
                .with("sun.gc.generation.1.space.0.used", (long) old);
    }
}
