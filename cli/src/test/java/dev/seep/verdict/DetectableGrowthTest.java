package dev.seep.verdict;

import static dev.seep.verdict.RunOf.flat;
import static dev.seep.verdict.RunOf.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import dev.seep.trend.Pattern;
import dev.seep.trend.Trend;
import dev.seep.verdict.policy.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a pass was able to see. */
class DetectableGrowthTest {
    @Test
    void ofNothingThereIsNothingToSay() {
        assertThat(DetectableGrowth.of(List.of())).isEmpty();
        assertThat(DetectableGrowth.of(List.of(seen("threads", 0)))).isEmpty();
        assertThat(DetectableGrowth.of(List.of(seen("threads", Double.NaN)))).isEmpty();
    }

    @Test
    void isToldByKindInTheOrderOfTheirWeight() {
        assertThat(DetectableGrowth.of(List.of(seen("threads", 2), seen("fds.open", 3), bytes("memory.anon", 0x1p20))))
                .isEqualTo("; growth above 1 MiB/h of memory, 3/h of fds, 2/h of threads would have shown");
    }

    @Test
    void isToldOfFourKindsAtTheMost() {
        assertThat(DetectableGrowth.of(List.of(
                        seen("objects.jobs", 1),
                        seen("sockets.tcp.x", 1),
                        seen("zombies", 1),
                        seen("threads", 1),
                        seen("fds.open", 1))))
                .isEqualTo(
                        "; growth above 1/h of fds, 1/h of threads, 1/h of zombies, 1/h of sockets would have shown");
    }

    @Test
    void measurementsOfOnesOwnAreNotTold() {
        assertThat(DetectableGrowth.of(List.of(seen("rows", 1), seen("jvm.heap.live", 1))))
                .isEmpty();
    }

    @Test
    void foreignSeriesAreToldByTheirUnit() {
        assertThat(DetectableGrowth.of(List.of(
                        seen(null, RunOf.count("memory of elephants"), 7), seen(null, RunOf.bytes("heap"), 0x1p20))))
                .isEqualTo("; growth above 1 MiB/h of bytes, 7/h of count would have shown");
    }

    @Test
    void oneOfTenMaySeeLessSharply() {
        List<Finding> ten = new ArrayList<>(
                IntStream.rangeClosed(1, 9).mapToObj(i -> seen("threads", i)).toList());
        ten.add(0, seen("threads", 1000));

        assertThat(DetectableGrowth.of(ten)).startsWith("; growth above 9/h of threads");
        assertThat(DetectableGrowth.of(ten.subList(0, 9))).startsWith("; growth above 1,000/h of threads");
    }

    @Test
    void ofAKindTheCommonestUnitIsTold() {
        assertThat(DetectableGrowth.of(List.of(seen("fds.open", 3), seen("fds.sockets", 2), bytes("fds.buffers", 9))))
                .isEqualTo("; growth above 3/h of fds would have shown");
    }

    private static Finding seen(String metric, double detectable) {
        return seen(pod("web-1"), RunOf.count(metric), detectable);
    }

    private static Finding bytes(String metric, double detectable) {
        return seen(pod("web-1"), RunOf.bytes(metric), detectable);
    }

    private static Finding seen(@Nullable Target target, Metric metric, double detectable) {
        var series = List.of(RunOf.of(target, metric, 0, Double.NaN, flat(481, 100)));
        Trend trend = Trends.settles(Pattern.STEADY, detectable);
        EvaluatedGroup one =
                new EvaluatedGroup(Group.of(series).get(0), Allowance.DEFAULT, series, List.of(trend), Double.NaN);
        return Examining.finding(1, one);
    }
}
