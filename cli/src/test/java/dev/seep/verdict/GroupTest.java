package dev.seep.verdict;

import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.verdict.Finding.Subject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which series are evidence about one thing, and which of them follow each other. */
class GroupTest {
    private static final Target JOBS = Target.scope("shop", "jobs");

    @Test
    void replicasOfAWorkloadAreOneGroupForEachContainerAndMetric() {
        Target sidecar = Target.container("shop", "web-1", "proxy", "deployment/web");
        Series first = counted(pod("web-1"), "fds.open", 0, 1);
        Series second = counted(pod("web-2"), "fds.open", 0, 2);

        List<Group> groups = Group.of(
                List.of(first, counted(sidecar, "fds.open", 0, 3), counted(pod("web-1"), "threads", 0, 4), second));

        assertThat(groups)
                .extracting(Group::name)
                .containsExactly(
                        "shop/deployment/web/app fds.open",
                        "shop/deployment/web/proxy fds.open",
                        "shop/deployment/web/app threads");
        assertThat(groups.get(0).members()).containsExactly(first, second);
    }

    @Test
    void workloadsOfTheSameNameInTwoNamespacesAreTwo() {
        Target other = Target.container("pay", "web-1", "app", "deployment/web");

        assertThat(Group.of(List.of(counted(pod("web-1"), "threads", 0, 1), counted(other, "threads", 0, 1))))
                .hasSize(2);
    }

    @Test
    void whatThePodSharesHasNoContainerInItsName() {
        assertThat(Group.nameOf(pod("web-1").pod(), "sockets.tcp.time_wait"))
                .isEqualTo("shop/deployment/web sockets.tcp.time_wait");
    }

    @Test
    void countedObjectsAreNamedByTheirNamespaceAlone() {
        assertThat(Group.nameOf(JOBS, "objects.jobs")).isEqualTo("shop objects.jobs");
    }

    @Test
    void aForeignSeriesKeepsItsName() {
        assertThat(Group.of(List.of(RunOf.of(null, RunOf.count("pool size"), 0, Double.NaN, 1)))
                        .get(0)
                        .name())
                .isEqualTo("pool size");
    }

    @Test
    void aFindingIsAboutThePodWhereItIsTheOnlyOne() {
        Group alone = group(counted(pod("web-1"), "threads", 0, 1));
        Group both = group(counted(pod("web-1"), "threads", 0, 1), counted(pod("web-2"), "threads", 0, 1));

        assertThat(alone.subject()).isEqualTo(new Subject("shop", "deployment/web", "web-1", "app"));
        assertThat(both.subject()).isEqualTo(new Subject("shop", "deployment/web", null, "app"));
    }

    @Test
    void whatIsItsOwnWorkloadIsNotNamedTwice() {
        assertThat(Group.subjectOf(Target.process("cart"), true)).isEqualTo(new Subject("local", "cart", null, null));
        assertThat(Group.subjectOf(null, true)).isEqualTo(new Subject(null, null, null, null));
    }

    @Test
    void replicasAtTheSameTimeAreASlotEach() {
        Series first = counted(pod("web-1"), "threads", 0, 1, 1, 1);
        Series second = counted(pod("web-2"), "threads", 2, 2, 2);

        assertThat(group(second, first).slots()).containsExactly(first, second);
    }

    @Test
    void aPodThatIsReplacedAndItsSuccessorAreOneSlot() {
        Series before = counted(pod("web-1"), "threads", 0, 1, 1);
        Series after = counted(pod("web-2"), "threads", 2, 2);

        List<Series> slots = group(after, before).slots();

        assertThat(slots).hasSize(1);
        assertThat(values(slots.get(0))).containsExactly(1, 1, 2);
    }

    /** Two replicas, both of which are replaced: the third takes the place of whoever went first. */
    @Test
    void inARolloutEachSuccessorTakesTheFirstPlaceThatIsFree() {
        List<Series> slots = group(
                        counted(pod("web-1"), "threads", 0, 1, 1, 1, 1),
                        counted(pod("web-2"), "threads", 0, 2, 2),
                        counted(pod("web-3"), "threads", 2, 3, 3),
                        counted(pod("web-4"), "threads", 4, 4))
                .slots();

        assertThat(slots).extracting(GroupTest::values).containsExactly(List.of(1, 1, 1, 1, 4), List.of(2, 2, 3, 3));
    }

    @Test
    void aReplicaWithoutSamplesTakesNoPlace() {
        Series empty = counted(pod("web-1"), "threads", 0);
        Series read = counted(pod("web-2"), "threads", 0, 2);

        assertThat(group(empty, read).slots()).containsExactly(read);
        assertThat(group(empty, counted(pod("web-3"), "threads", 0)).slots()).containsExactly(empty);
        assertThat(group(empty).slots()).containsExactly(empty);
    }

    @Test
    void whoCameFirstDecidesAndNotTheName() {
        Series before = counted(pod("web-9"), "threads", 0, 1, 1);
        Series after = counted(pod("web-1"), "threads", 2, 2);

        assertThat(group(after, before).slots()).extracting(GroupTest::values).containsExactly(List.of(1, 1, 2));
    }

    private static Group group(Series... members) {
        return Group.of(List.of(members)).get(0);
    }

    private static List<Integer> values(Series series) {
        return IntStream.range(0, series.size())
                .mapToObj(i -> (int) series.value(i))
                .toList();
    }
}
