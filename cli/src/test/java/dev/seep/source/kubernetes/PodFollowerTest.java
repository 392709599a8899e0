package dev.seep.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.source.exec.Backoff;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakePod;
import dev.seep.testing.RecordingListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PodFollowerTest {
    private static final Backoff AT_ONCE = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20), new Random(1));

    private final FakeCluster cluster = FakeCluster.start();
    private final RecordingListener listener = new RecordingListener();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ExecEngine engine;

    @SuppressWarnings("NullAway.Init")
    private PodFollower follower;

    @BeforeEach
    void makeFollower() throws Exception {
        Cluster api = ClusterDirectory.find(new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of()));
        engine = new ExecEngine(api, Duration.ofSeconds(25));
        PodMapper mapper = new PodMapper(KubernetesSelection.of(), new Workloads(new JobOwners(api)));
        follower = new PodFollower(
                new PodScope("shop", null, null),
                new PodLister(api, mapper),
                new PodWatch(api, mapper),
                new PodTracker(engine, Introduction.PLAIN, listener, pod -> true),
                AT_ONCE);
    }

    @AfterEach
    void stop() {
        follower.stop();
        engine.close();
        cluster.close();
    }

    @Test
    void aWatchThatBeginsAfterTheCloseEndsAtOnce() throws Exception {
        cluster.put(FakePod.running("shop", "web", "app"));
        cluster.intercept(request -> {
            if (FakeCluster.isList(request)) {
                follower.stop();
            }
            return unintercepted();
        });

        Thread thread = new Thread(follower::run, "follower");
        thread.start();
        thread.join(TimeUnit.MINUTES.toMillis(1));

        assertThat(thread.isAlive()).as("it still watches").isFalse();
    }

    private static @Nullable MockResponse unintercepted() {
        return null;
    }
}
