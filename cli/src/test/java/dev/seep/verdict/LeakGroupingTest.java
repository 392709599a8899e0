package dev.seep.verdict;

import static dev.seep.verdict.RunOf.bytes;
import static dev.seep.verdict.RunOf.count;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Evidence;
import dev.seep.sample.Growth;
import dev.seep.sample.Growth.Kind;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import dev.seep.verdict.policy.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which findings of a run are one leak. */
class LeakGroupingTest {
    private static final int MINUTES = 120;
    private static final double KIB = 0x1p10;
    private static final double MIB = 0x1p20;

    private static final Target WEB = pod("web-1");
    private static final Target PROXY = Target.container("shop", "web-1", "a-proxy", "deployment/web");

    private static final Series SOCKETS = counts(WEB.pod(), "sockets.tcp.close_wait", 1);
    private static final Series DESCRIPTORS = counts(WEB, "fds.open", 1);
    private static final Series MEMORY = memory(WEB, "memory.anon", 100 * KIB);

    @Test
    void theSocketsOfAPodAndTheDescriptorsAndTheMemoryThatTheyTakeAreOneLeakOfTheirContainer() {
        Metric share = Metric.unlimited("fds.limit_share", Unit.RATIO, BadDirection.UP);

        Leak leak = only(leaks(MEMORY, of(WEB, share, i -> (100 + i) / 1024.0), DESCRIPTORS, SOCKETS));

        assertThat(leak.main().metric().name()).isEqualTo("sockets.tcp.close_wait");
        assertThat(names(leak.also())).containsExactly("fds.open", "fds.limit_share", "memory.anon");
        assertThat(leak.container()).isEqualTo("app");
        assertThat(leak.where()).isEqualTo("shop/deployment/web/app");
        assertThat(leak.ends()).isEmpty();
    }

    /** The other one holds descriptors enough to be it, too. */
    @Test
    void ofTwoContainersTheOneWhoseDescriptorsAreMostNearlyAsManyHoldsTheSockets() {
        List<Leak> leaks = leaks(SOCKETS, counts(PROXY, "fds.open", 1.9), DESCRIPTORS);

        assertThat(together(leaks))
                .containsExactlyInAnyOrder("app: sockets.tcp.close_wait fds.open", "a-proxy: fds.open");
    }

    @Test
    void whatAContainerHasThatDoesNotHoldTheSocketsIsAnotherLeak() {
        List<Leak> leaks = leaks(SOCKETS, DESCRIPTORS, MEMORY, memory(PROXY, "memory.anon", 100 * KIB));

        assertThat(together(leaks))
                .containsExactlyInAnyOrder("app: sockets.tcp.close_wait fds.open memory.anon", "a-proxy: memory.anon");
    }

    @Test
    void withoutDescriptorsNobodyCanSayWhoseMemoryTheSocketsTake() {
        assertThat(leaks(SOCKETS, MEMORY, memory(PROXY, "memory.anon", 100 * KIB)))
                .hasSize(3);
        assertThat(together(leaks(SOCKETS, MEMORY))).containsExactly("app: sockets.tcp.close_wait memory.anon");
    }

    @Test
    void anotherWorkloadIsAnotherLeak() {
        Target cart = Target.container("shop", "cart-1", "app", "deployment/cart");
        Target same = Target.container("pay", "web-1", "app", "deployment/web");

        assertThat(leaks(DESCRIPTORS, memory(cart, "memory.anon", 100 * KIB), memory(same, "memory.anon", 100 * KIB)))
                .hasSize(3);
    }

    @Test
    void javaThreadsAreThreads() {
        assertThat(together(leaks(counts(WEB, "jvm.threads", 1), counts(WEB, "threads", 1))))
                .containsExactly("app: threads jvm.threads");
    }

    @Test
    void theHeapIsTheCauseOfTheMemoryOfItsProcess() {
        List<Leak> leaks = leaks(
                memory(WEB, "memory.rss", 110 * KIB),
                memory(WEB, "memory.anon", 105 * KIB),
                memory(WEB, "jvm.heap.live", 100 * KIB));

        assertThat(together(leaks)).containsExactly("app: jvm.heap.live memory.anon memory.rss");
    }

    @Test
    void aZombieHoldsNoMemoryButWhoeverListsProcessesKeepsALittleForIt() {
        Series zombies = counts(WEB, "zombies", 1);

        assertThat(together(leaks(zombies, of(WEB, bytes("memory.anon"), i -> (100 + 2 * i) * KIB))))
                .containsExactly("app: zombies memory.anon");
        assertThat(together(leaks(zombies, MEMORY))).containsExactlyInAnyOrder("app: zombies", "app: memory.anon");
    }

    @Test
    void growthThatBeginsAtHalfTimeIsNotOfWhatGrowsFromTheStart() {
        Series late = of(WEB, bytes("memory.anon"), i -> 10 * MIB + 100 * KIB * late(i));

        assertThat(leaks(DESCRIPTORS, late)).hasSize(2);
    }

    @Test
    void whatBeginsAtHalfTimeIsNotTheCauseOfGrowthFromTheStart() {
        assertThat(leaks(of(WEB, count("fds.open"), i -> 100 + late(i)), MEMORY))
                .hasSize(2);
    }

    /** The same two from half time on are one. */
    @Test
    void whatBeginsAtTheSameTimeIsOneLeak() {
        Series late = of(WEB, bytes("memory.anon"), i -> 10 * MIB + 100 * KIB * late(i));

        assertThat(together(leaks(of(WEB, count("fds.open"), i -> 100 + late(i)), late)))
                .containsExactly("app: fds.open memory.anon");
    }

    @Test
    void memoryThatIsFarTooMuchForTheDescriptorsIsAnotherLeak() {
        assertThat(leaks(DESCRIPTORS, memory(WEB, "memory.anon", 10 * MIB))).hasSize(2);
    }

    @Test
    void whatThePolicyTreatsDifferentlyStaysApart() {
        Policy warned = PolicyReader.of(Map.of("rules", List.of(Map.of("metric", "memory.*", "severity", "warn"))));

        List<Leak> leaks = leaks(warned, run(DESCRIPTORS, MEMORY));

        assertThat(leaks).extracting(Leak::severity).containsExactly(Severity.FAIL, Severity.WARN);
    }

    @Test
    void whatThePolicyIgnoresIsNoLeak() {
        Policy ignored = PolicyReader.of(Map.of("rules", List.of(Map.of("metric", "memory.*", "severity", "ignore"))));

        assertThat(together(leaks(ignored, run(DESCRIPTORS, MEMORY)))).containsExactly("app: fds.open");
    }

    @Test
    void whatEvidenceCallsTheSameIsOneLeak() {
        Series disk = memory(WEB, "disk.path.tmp", 100 * KIB);
        Growth open = new Growth(Kind.DESCRIPTORS, "/tmp/x*", "java", 0, 120);

        assertThat(together(leaks(seen(open, new Growth(Kind.FILES, "/tmp/x*", "", 0, 12 * MIB), DESCRIPTORS, disk))))
                .containsExactly("app: fds.open disk.path.tmp");
        assertThat(leaks(seen(open, new Growth(Kind.FILES, "/tmp/y*", "", 0, 12 * MIB), DESCRIPTORS, disk)))
                .hasSize(2);
    }

    @Test
    void aKillForMemoryIsWhatTheLeakOfMemoryLedTo() {
        Leak leak = only(leaks(run(List.of(MEMORY), restarted(30, WEB, "OOMKilled"), restarted(60, WEB, "OOMKilled"))));

        assertThat(names(leak.findings())).containsExactly("memory.anon", "restarts");
        assertThat(leak.restarts()).isEqualTo(2);
        assertThat(leak.isFact()).isFalse();
    }

    @Test
    void aKillForMemoryIsAFactOfItsOwnWhereNoMemoryOfItsContainerLeaks() {
        Event kill = restarted(30, WEB, "OOMKilled");

        assertThat(leaks(run(List.of(counts(WEB, "zombies", 1)), kill))).hasSize(2);
        assertThat(leaks(run(List.of(memory(PROXY, "memory.anon", 100 * KIB)), kill)))
                .hasSize(2);
    }

    @Test
    void aCrashLoopIsAFactOfItsOwn() {
        Event crash = restarted(30, WEB, "exit 7");

        List<Leak> leaks = leaks(run(List.of(MEMORY), crash, restarted(60, WEB, "exit 7")));
        List<Leak> both = leaks(run(List.of(MEMORY), crash, restarted(60, WEB, "OOMKilled")));

        assertThat(together(leaks)).containsExactly("app: restarts", "app: memory.anon");
        assertThat(leaks.get(0).isFact()).isTrue();
        assertThat(together(both)).containsExactly("app: restarts", "app: memory.anon");
    }

    @Test
    void objectsOfANamespaceThatAreMadeInStepAndAsManyAreOneLeak() {
        List<Leak> leaks = leaks(
                objects("shop", "jobs", 1),
                objects("shop", "pods", 1),
                objects("shop", "secrets", 1),
                objects("shop", "configmaps", 3),
                objects("pay", "jobs", 1));

        assertThat(leaks)
                .extracting(leak -> leak.where() + ": " + String.join(" ", names(leak.findings())))
                .containsExactlyInAnyOrder(
                        "shop: objects.jobs objects.pods objects.secrets",
                        "shop: objects.configmaps",
                        "pay: objects.jobs");
    }

    @Test
    void countedObjectsAreNotOfAContainer() {
        assertThat(leaks(objects("shop", "jobs", 1), counts(Target.process("objects:x"), "objects.y", 1)))
                .hasSize(2);
    }

    @Test
    void seriesOfAFileThatNobodyOwnsStayApart() {
        assertThat(leaks(counts(null, "fds.open", 1), counts(null, "fds.limit_share", 1)))
                .extracting(Leak::title)
                .containsExactlyInAnyOrder("fds.open", "fds.limit_share");
    }

    @Test
    void replicasAreOneLeak() {
        assertThat(only(leaks(DESCRIPTORS, counts(pod("web-2"), "fds.open", 1)))
                        .course()
                        .replicas())
                .isEqualTo(2);
    }

    @Test
    void whatDoesNotLeakIsInNoLeak() {
        assertThat(together(leaks(DESCRIPTORS, counts(WEB, "threads", 0)))).containsExactly("app: fds.open");
        assertThat(leaks(counts(WEB, "threads", 0))).isEmpty();
    }

    private static List<Leak> leaks(Series... series) {
        return leaks(run(series));
    }

    private static List<Leak> leaks(Run run) {
        return leaks(Policy.DEFAULT, run);
    }

    private static List<Leak> leaks(Policy policy, Run run) {
        return new Judge(policy).judge(run).leaks();
    }

    private static Run run(Series... series) {
        return run(List.of(series));
    }

    private static Run run(List<Series> series, Event... events) {
        return RunOf.eightHours(series, events);
    }

    /** With evidence of the container of {@link #WEB}. */
    private static Run seen(Growth one, Growth other, Series... series) {
        return run(series)
                .with(List.of(
                        new Evidence("shop/web-1/app", "1", RunOf.START, RunOf.START, List.of(one, other), List.of())));
    }

    private static Leak only(List<Leak> leaks) {
        assertThat(leaks).hasSize(1);
        return leaks.get(0);
    }

    /** Each leak by its container and metrics. */
    private static Stream<String> together(List<Leak> leaks) {
        return leaks.stream().map(leak -> leak.container() + ": " + String.join(" ", names(leak.findings())));
    }

    private static List<String> names(List<Finding> findings) {
        return findings.stream().map(finding -> finding.metric().name()).toList();
    }

    /** From 100 on, so many more each minute. */
    private static Series counts(@Nullable Target target, String metric, double more) {
        return of(target, count(metric), i -> 100 + more * i);
    }

    /** From 10 MiB on, so many bytes more each minute. */
    private static Series memory(Target target, String metric, double more) {
        return of(target, bytes(metric), i -> 10 * MIB + more * i);
    }

    private static Series objects(String namespace, String kind, double more) {
        return counts(Target.scope(namespace, kind), "objects." + kind, more);
    }

    private static Series of(@Nullable Target target, Metric metric, IntToDoubleFunction course) {
        double[] values = new double[MINUTES];
        Arrays.setAll(values, course);
        return RunOf.of(target, metric, 0, Double.NaN, values);
    }

    /** Minutes since half time. */
    private static int late(int minute) {
        return Math.max(0, minute - MINUTES / 2);
    }
}
