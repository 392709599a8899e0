package dev.seep.source.kubernetes.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.Seen;
import dev.seep.source.Shell;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.kubernetes.KubernetesSource;
import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakePod;
import dev.seep.testing.RecordingListener;
import dev.seep.testing.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeletMetricsTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    /** Lines of a kubelet 1.20, but for the names. */
    private static final String PAGE = """
            # HELP container_file_descriptors Number of open file descriptors for the container.
            # TYPE container_file_descriptors gauge
            container_file_descriptors{container="",id="/",image="",name="",namespace="",pod=""} 566 4102444803000
            container_file_descriptors{container="",id="/kubepods/podA/p",name="p",namespace="shop",pod="web"} 3 4102444803000
            container_file_descriptors{container="app",id="/kubepods/podA/new",name="new",namespace="shop",pod="web"} 412 4102444803373
            container_file_descriptors{container="app",id="/kubepods/podA/old",name="old",namespace="shop",pod="web"} 9999 4102444700000
            container_memory_rss{container="app",id="/kubepods/podA/new",name="new",namespace="shop",pod="web"} 4.0783872e+07 4102444803373
            container_memory_rss{container="app",id="/kubepods/podA/old",name="old",namespace="shop",pod="web"} 1 4102444700000
            container_memory_working_set_bytes{container="app",id="/kubepods/podA/new",namespace="shop",pod="web"} NaN 4102444803373
            container_memory_failures_total{container="app",id="/kubepods/podA/new",namespace="shop",pod="web"} 5 4102444803373
            container_spec_memory_limit_bytes{container="app",id="/kubepods/podA/new",name="new",namespace="shop",pod="web"} 6.7108864e+07
            container_spec_memory_limit_bytes{container="side",id="/kubepods/podA/side",name="side",namespace="shop",pod="web"} 0
            container_threads{container="side",id="/kubepods/podA/side",image="a\\"} 7 {",namespace="shop",pod="web"} 2 4102444804000
            container_threads{container="late",id="/kubepods/podA/late",namespace="shop",pod="web"} 2 1000
            container_threads{container="app
            """;

    private static final String SUMMARY = """
            {"pods":[null,{"podRef":null},{"podRef":{"name":"web","namespace":"shop"},"containers":[{"name":"app",
             "startTime":"2100-01-01T00:00:00Z",
             "rootfs":{"time":"2100-01-01T00:00:09Z","usedBytes":40960,"capacityBytes":9000000},
             "logs":{"time":"2100-01-01T00:00:04Z","usedBytes":4096}},{"name":"side"}],
             "volume":[
             {"name":"scratch-1","usedBytes":123456,"capacityBytes":9000000,"inodesUsed":7,"inodes":100},
             {"name":"data","pvcRef":{"name":"data-0"},"usedBytes":5000,"capacityBytes":8000,"inodesUsed":3,"inodes":90},
             {"name":"on-the-node","pvcRef":{"name":"x"},"usedBytes":8999999,"capacityBytes":9000000},
             {"name":"default-token-x7k2p","usedBytes":12288},{"name":"kube-api-access-x7k2p","usedBytes":12288},
             {"name":"A b\\n","usedBytes":1},{"usedBytes":-1},{"name":"negative","usedBytes":-1},
             {"name":"endless","usedBytes":1e999},null]}]}
            """;

    private final FakeCluster cluster = FakeCluster.start();
    private final RecordingListener listener = new RecordingListener();
    private @Nullable MockResponse answer;

    @SuppressWarnings("NullAway.Init")
    private KubernetesSource source;

    @BeforeEach
    void startSource(@TempDir Path folder) throws Exception {
        cluster.put(FakePod.running("shop", "web", "app", "side", "late", "absent"));
        cluster.intercept(request -> {
            String path = request.getUrl().encodedPath();
            if (!path.contains("/proxy/")) {
                return null;
            }
            String body = path.endsWith("cadvisor") ? PAGE : SUMMARY;
            return answer == null ? new MockResponse.Builder().body(body).build() : answer;
        });
        source = KubernetesSource.connect(
                new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of()), KubernetesSelection.of("shop"));
        source.start(listener);
    }

    @AfterEach
    void stop() {
        source.close();
        cluster.close();
    }

    @Test
    void readsTheLastLifeOfAContainerAtTheTimeAtWhichTheKubeletLooked() {
        assertThat(observe("app", "memory", "fds", "sockets"))
                .isEqualTo(new Seen(
                        Instant.ofEpochMilli(4102444803373L),
                        "kubelet",
                        Map.of("fds.open", 412.0, "memory.anon", 40783872.0, "memory.limit", 67108864.0),
                        Map.of("sockets", GapReason.NO_SHELL)));
    }

    @Test
    void ofALifeThatIsOverTheKubeletIsNotAsked() {
        Shell over = listener.latest("shop/web/app").shell();
        cluster.put(
                FakePod.running("shop", "web", "app", "side", "late", "absent").restarted("app", "Error", 1));
        listener.await("+ shop/web/app", 2);

        ExecResult result =
                over.observe(List.of("memory"), LONG).toCompletableFuture().join();

        assertThat(((Failed) result).reason()).isEqualTo(GapReason.TARGET_GONE);
        assertThat(cluster.requests())
                .noneMatch(request -> request.getUrl().encodedPath().contains("/proxy/"));
    }

    @Test
    void noLimitIsNoValueAndNamesMayHoldAnything() {
        assertThat(observe("side", "memory", "threads"))
                .isEqualTo(new Seen(
                        Instant.ofEpochMilli(4102444804000L),
                        "kubelet",
                        Map.of("threads", 2.0),
                        Map.of("memory", GapReason.NO_SHELL)));
    }

    @Test
    void figuresOfAnEarlierLifeAreNoneOfThisOne() {
        for (String container : List.of("late", "absent")) {
            Failed failed = (Failed) observe(container, "threads");

            assertThat(failed.reason()).isEqualTo(GapReason.ABSENT);
            assertThat(failed.message()).contains("no figures of shop/web/" + container + " yet");
        }
    }

    @Test
    void onePageServesAllContainersOfANode() {
        observe("app", "memory");
        observe("side", "threads");
        observe("app", "fds");

        assertThat(pages()).isEqualTo(1);
    }

    @Test
    void readsWhatAContainerHasWrittenAndWhatIsInTheVolumesOfItsPod() {
        assertThat(((Seen) observe("app", "disk")).values())
                .isEqualTo(Map.of(
                        "disk.writable_layer", 40960.0,
                        "disk.logs", 4096.0,
                        "disk.volume.scratch_1", 123456.0,
                        "disk.used.data", 5000.0,
                        "disk.size.data", 8000.0,
                        "disk.inodes.data", 3.0,
                        "disk.inodes_limit.data", 90.0));
    }

    @Test
    void figuresWithoutATimeAreNotThoseOfThisLife() {
        assertThat(observe("side", "disk")).isInstanceOf(Failed.class);
    }

    @Test
    void whatNoKubeletKnowsIsNotAskedFor() {
        assertThat(observe("app", "jvm")).isEqualTo(new Failed(GapReason.NO_SHELL, ""));
        assertThat(pages()).isZero();
    }

    @Test
    void namesTheMissingRight() {
        answer = FakeCluster.status(403, "nodes \"n\" is forbidden");

        assertThat(observe("app", "memory"))
                .isEqualTo(new Failed(
                        GapReason.NO_SHELL,
                        "allow the verb get on nodes/proxy, and the kubelet's figures of shop/web/app stand in; "
                                + "or start node agents, see seep manifest agent --help"));
    }

    @Test
    void aKubeletThatFailsIsAskedAgain() {
        answer = FakeCluster.status(502, "connection refused");
        assertThat(((Failed) observe("app", "memory")).reason()).isEqualTo(GapReason.UNREACHABLE);
        answer = new MockResponse.Builder().body("{").build();
        assertThat(((Failed) observe("app", "disk")).message()).contains("shop/web/app cannot be read");
        answer = null;

        assertThat(observe("app", "memory")).isInstanceOf(Seen.class);
        assertThat(observe("app", "disk")).isInstanceOf(Seen.class);
    }

    @Test
    void aKubeletThatHangsIsWaitedForUntilTheDeadline() {
        answer = new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build();

        assertThat(shell("app")
                        .observe(List.of("memory"), Duration.ofMillis(200))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(ExecResult.TimedOut.class);
    }

    @Test
    void aNodeThatIsGoneHoldsUpNoOther(@TempDir Path folder) throws Exception {
        cluster.intercept(request -> request.getUrl().encodedPath().contains("/node-2/")
                ? new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build()
                : new MockResponse.Builder().body(PAGE).build());
        AtomicLong now = new AtomicLong();
        KubeletMetrics figures = new KubeletMetrics(
                ClusterDirectory.find(new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of())), now::get);
        ExecTarget app = new ExecTarget("shop", "web", "app");
        for (int i = 0; i < 50; i++) {
            var unused = figures.observe(app, "node-2", Instant.EPOCH, List.of("memory"), Duration.ofMillis(10));
            now.addAndGet(TimeUnit.SECONDS.toNanos(15));
        }

        assertThat(figures.observe(app, "node-1", Instant.EPOCH, List.of("memory"), LONG)
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(Seen.class);
        Waiting.until(() -> pages() == 2);
    }

    private ExecResult observe(String container, String... probes) {
        return shell(container)
                .observe(List.of(probes), LONG)
                .toCompletableFuture()
                .join();
    }

    private Shell shell(String container) {
        return listener.latest("shop/web/" + container).shell();
    }

    private long pages() {
        return cluster.requests().stream()
                .filter(request -> request.getUrl().encodedPath().contains("/proxy/"))
                .count();
    }
}
