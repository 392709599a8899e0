package dev.seep.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.SourceException;
import dev.seep.source.exec.Backoff;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.objects.CountingMode;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakeObjects;
import dev.seep.testing.RecordingListener;
import dev.seep.testing.Waiting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects of a fake cluster that are counted. */
class ObjectsTest {
    private static final Backoff AT_ONCE = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20), new Random(1));
    private static final String FINISHED = "{'status':{'conditions':[{'type':'Complete','status':'True'}]}}";

    private final FakeCluster cluster = FakeCluster.start();
    private final RecordingListener listener = new RecordingListener();
    private volatile Instant now = Instant.parse("2026-11-22T21:00:00Z");
    private FakeObjects objects = new FakeObjects("batch", "jobs");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private KubernetesSource source;

    @AfterEach
    void stop() {
        if (source != null) {
            source.close();
        }
        objects.close();
        cluster.close();
    }

    @Test
    void countsWhatIsThereAndWhatComesAndGoes() throws Exception {
        put("a", "{}");
        put("b", FINISHED);
        put("c", "{'metadata':{'deletionTimestamp':'2026-11-22T20:30:00Z'}}");
        start("jobs");

        awaitFigures("jobs 3", "jobs.created 0", "jobs.deleting 1", "jobs.active 2", "jobs.finished 1");
        awaitFigures("jobs.oldest 3600");

        put("d", "{}");
        put("a", FINISHED);
        objects.delete("shop", "c");
        objects.delete("shop", "b");

        awaitFigures("jobs 2", "jobs.created 1", "jobs.removed 2", "jobs.deleting 0", "jobs.active 1");
    }

    @Test
    void countsTwentyThousandObjectsInOneRequestAndFollowsThemForWhatChangesAlone() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            put("job-" + i, FINISHED);
        }
        start("jobs");
        awaitFigures("jobs 20000", "jobs.created 0");
        long first = objects.bytes();

        for (int poll = 0; poll < 100; poll++) {
            assertThat(figures()).contains("jobs 20000\n");
        }
        long afterPolls = objects.bytes();
        put("new-1", "{}");
        put("new-2", "{}");
        objects.delete("shop", "job-7");
        awaitFigures("jobs 20001", "jobs.created 2", "jobs.removed 1");

        assertThat(objects.answers()).as("a look, and a watch").isEqualTo(2);
        assertThat(first).as("bytes to count them").isLessThan(10_000);
        assertThat(afterPolls - first).as("bytes of 100 polls").isZero();
        assertThat(figures()).as("nobody read them all").doesNotContain("finished");
    }

    @Test
    void countsAllNamespacesApartInPages() throws Exception {
        objects.put("shop", "a", "{}");
        objects.put("pay", "b", "{}");
        start(new KubernetesSelection(List.of(), true, null, null, null, null, false, false, List.of()), "jobs");

        listener.await("+ pay/objects:jobs");
        listener.await("+ shop/objects:jobs");
        objects.put("new", "c", "{}");
        listener.await("+ new/objects:jobs");

        assertThat(figures("new")).contains("jobs 1\n").contains("jobs.created 1\n");
    }

    @Test
    void aNamespaceWithoutObjectsIsOverAfterAnHour() throws Exception {
        put("a", "{}");
        start(new KubernetesSelection(List.of(), true, null, null, null, null, false, false, List.of()), "jobs");
        awaitFigures("jobs 1");
        objects.delete("shop", "a");
        awaitFigures("jobs 0", "jobs.removed 1");

        now = now.plus(Duration.ofMinutes(59));
        awaitFigures("jobs 0");
        assertThat(listener.told()).noneMatch(told -> told.startsWith("-"));
        now = now.plus(Duration.ofMinutes(2));
        awaitFigures("jobs 0");
        listener.await("- shop/objects:jobs no objects for an hour");
        put("b", "{}");

        listener.await("+ shop/objects:jobs", 2);
        assertThat(listener.latest("shop/objects:jobs").life().id()).isNotEqualTo("objects");
        awaitFigures("jobs 1", "jobs.created 1");
    }

    @Test
    void findsWhatItMissedWhenAWatchExpires() throws Exception {
        put("a", "{}");
        put("b", "{}");
        start("jobs");
        awaitFigures("jobs 2");
        cluster.intercept(request ->
                FakeCluster.isWatch(request) && request.getUrl().encodedPath().endsWith("jobs")
                        ? FakeCluster.status(500, "down")
                        : null);
        objects.expire();
        objects.delete("shop", "a");
        put("c", "{}");
        put("d", "{}");

        cluster.behave();
        cluster.intercept(objects);

        awaitFigures("jobs 3", "jobs.created 2", "jobs.removed 1");
    }

    @Test
    void whatComesAndGoesWhileTheServerIsAwayIsCountedWhenTheWatchGoesOn() throws Exception {
        put("a", "{}");
        AtomicBoolean away = new AtomicBoolean(true);
        start("jobs");
        cluster.intercept(request -> away.get() && FakeCluster.isWatch(request) ? FakeCluster.status(503, "no") : null);
        objects.expire();
        Waiting.until(() -> result("shop") instanceof Failed);

        put("b", "{}");
        objects.delete("shop", "b");
        away.set(false);

        awaitFigures("jobs 1", "jobs.created 1", "jobs.removed 1");
    }

    @Test
    void namesTheRuleThatIsMissingAndNeverSaysZero() throws Exception {
        start("jobs");
        awaitFigures("jobs 0");
        Waiting.until(objects::isWatched);
        cluster.intercept(request -> request.getUrl().encodedPath().endsWith("/jobs")
                ? FakeCluster.status(403, "jobs.batch is forbidden: User \"x\" cannot list")
                : null);
        objects.expire();

        // The watch that ended comes first, and is unreachable for a moment.
        Waiting.until(() -> result("shop") instanceof Failed failure && failure.reason() == GapReason.DENIED);

        Failed failed = (Failed) result("shop");
        assertThat(failed.message())
                .contains("cannot list")
                .contains("allow the verbs list and watch on jobs.batch in namespace shop");

        cluster.behave();
        cluster.intercept(objects);
        awaitFigures("jobs 0");
    }

    @Test
    void findsKindsOfAnyGroupByAnyOfTheirNames() throws Exception {
        objects = new FakeObjects("example.com", "widgets");
        put("a", "{}");
        start("widgets.example.com", "thing", "th");

        for (String kind : List.of("widgets.example.com", "thing", "th")) {
            listener.await("+ shop/objects:" + kind);
            Waiting.until(() -> figures("shop", kind).contains(kind + " 1\n"));
        }
    }

    @Test
    void saysThatThereIsNoSuchKind() {
        assertThatThrownBy(() -> start("jbos"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no kind 'jbos'")
                .hasMessageContaining("kubectl api-resources");
    }

    private void put(String name, String changes) {
        objects.put("shop", name, changes.replace('\'', '"'));
    }

    private void start(String... kinds) throws SourceException {
        start(KubernetesSelection.of(), kinds);
    }

    private void start(KubernetesSelection selection, String... kinds) throws SourceException {
        cluster.intercept(objects);
        KubernetesConnection connection = new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of());
        Cluster api = ClusterDirectory.find(connection);
        source = new KubernetesSource(api, selection, AT_ONCE, Duration.ofSeconds(10))
                .counting(List.of(kinds), CountingMode.NAMED, clock());
        source.start(listener);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private void awaitFigures(String... lines) {
        Waiting.until(() -> List.of(lines).stream().allMatch(line -> figures().contains(line + "\n")));
    }

    private String figures() {
        return figures("shop");
    }

    private String figures(String namespace) {
        return figures(namespace, "jobs");
    }

    private String figures(String namespace, String kind) {
        return result(namespace, kind) instanceof Exited exited ? exited.out() : "";
    }

    private ExecResult result(String namespace) {
        return result(namespace, "jobs");
    }

    private ExecResult result(String namespace, String kind) {
        return listener.latest(namespace + "/objects:" + kind)
                .shell()
                .fetch("objects", Duration.ofSeconds(1))
                .toCompletableFuture()
                .join();
    }
}
