package dev.seep.source.kubernetes.api;

import static dev.seep.testing.FakePod.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.source.exec.Backoff;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and watches of the pods of a fake cluster. */
class ListWatchTest {
    private static final Backoff AT_ONCE = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20), new Random(1));
    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(1);

    private final FakeCluster cluster = FakeCluster.start();
    private final Recorder told = new Recorder();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ListWatch<Named> watch;

    @SuppressWarnings("NullAway.Init")
    private Thread thread;

    @BeforeEach
    void prepare() throws Exception {
        prepare(AT_ONCE, false);
    }

    private void prepare(Backoff backoff, boolean metadataOnly) throws Exception {
        Cluster api = ClusterDirectory.find(new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of()));
        WatchedResource<Named> pods =
                new WatchedResource<>("pods", "/api/v1/namespaces/shop/pods", List.of(), Named.class, metadataOnly);
        watch = new ListWatch<>(api, pods, told, backoff);
        thread = new Thread(watch::run, "list-watch-of-the-test");
    }

    @AfterEach
    void stop() {
        watch.stop();
        cluster.close();
    }

    @Test
    void whatIsListedIsToldAndThenWhatChanges() {
        cluster.put(running("shop", "old", "app"));
        thread.start();
        Waiting.until(cluster::hasWatch);

        cluster.put(running("shop", "new", "app"));
        cluster.put(running("shop", "old", "app"));
        cluster.delete("shop", "new");

        told.await("deleted new");
        assertThat(told.words()).containsExactly("listed old", "added new", "changed old", "deleted new");
    }

    @Test
    void anOrderlyEndOfAWatchIsNoFailureAndTheNextOneGoesOnFromThere() {
        thread.start();
        Waiting.until(cluster::hasWatch);
        cluster.put(running("shop", "web", "app"));
        told.await("added web");
        String reached = lastVersion();

        cluster.endWatches();
        waitForWatches(2);

        assertThat(versions()).hasSize(2).doesNotHaveDuplicates().contains(reached);
        assertThat(told.words()).containsExactly("listed", "added web");
        assertThat(lists()).isEqualTo(1);
    }

    @Test
    void aBookmarkMovesTheVersionAndIsNotTold() {
        thread.start();
        Waiting.until(cluster::hasWatch);

        cluster.tellWatches("{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"1234\"}}}");
        cluster.endWatches();
        waitForWatches(2);

        assertThat(lastVersion()).isEqualTo("1234");
        assertThat(told.words()).containsExactly("listed");
    }

    @Test
    void aVersionThatIsGoneInTheMiddleOfAWatchIsFollowedByAList() {
        thread.start();
        Waiting.until(cluster::hasWatch);
        cluster.put(running("shop", "web", "app"));
        told.await("added web");

        cluster.tellWatches("{\"type\":\"ERROR\",\"object\":{\"code\":410,\"message\":\"too old\"}}");

        told.await("recovered");
        assertThat(told.words())
                .containsExactly("listed", "added web", "failed 1 HTTP 410: too old", "listed web", "recovered");
    }

    @Test
    void aVersionThatIsGoneBeforeAWatchBeginsIsFollowedByAList() {
        AtomicInteger watches = new AtomicInteger();
        cluster.intercept(request -> FakeCluster.isWatch(request) && watches.incrementAndGet() == 1
                ? FakeCluster.status(410, "too old")
                : null);
        thread.start();
        Waiting.until(cluster::hasWatch);

        assertThat(lists()).isEqualTo(2);
        told.await("recovered");
        assertThat(told.words()).containsExactly("listed", "failed 1 HTTP 410: too old", "listed", "recovered");
    }

    @Test
    void aListWhosePagesAreGoneIsReadFromItsBeginning() throws Exception {
        for (int i = 0; i < 501; i++) {
            cluster.put(running("shop", "web-" + i, "app"));
        }
        AtomicInteger pages = new AtomicInteger();
        cluster.intercept(request -> request.getUrl().queryParameter("continue") != null && pages.incrementAndGet() == 1
                ? FakeCluster.status(410, "continue token expired")
                : null);

        watch.list();

        assertThat(told.words()).hasSize(1);
        assertThat(told.words().get(0).split(" ")).hasSize(502);
    }

    @Test
    void aListWhosePagesAreAlwaysGoneIsGivenUp() {
        AtomicInteger asked = new AtomicInteger();
        cluster.intercept(request -> {
            asked.incrementAndGet();
            return FakeCluster.status(410, "continue token expired");
        });

        assertThatThrownBy(watch::list).isInstanceOf(RefusedException.class);
        assertThat(asked).hasValue(3);
        assertThat(told.words())
                .as("who asked for it learns it by the exception")
                .isEmpty();
    }

    @Test
    void whatMakesNoSenseIsFollowedByAList() {
        thread.start();
        Waiting.until(cluster::hasWatch);

        cluster.tellWatches("\u0000<html>");
        told.await("listed", 2);
        Waiting.until(() -> watches() == 2);
        cluster.tellWatches("{\"type\":\"ADDED\"}");
        told.await("listed", 3);

        assertThat(told.words())
                .filteredOn(words -> words.startsWith("failed"))
                .hasSize(2)
                .allMatch(words -> words.startsWith("failed 1 no event of a watch"));
    }

    @Test
    void failuresAreCountedUntilTheWatchGoesOnFromWhereItWas() {
        thread.start();
        Waiting.until(cluster::hasWatch);
        String before = lastVersion();

        cluster.intercept(request -> FakeCluster.status(503, "etcd is away"));
        cluster.endWatches();
        told.await("failed 3 HTTP 503: etcd is away");
        cluster.behave();

        told.await("recovered");
        assertThat(told.words())
                .startsWith("listed", "failed 1 HTTP 503: etcd is away", "failed 2 HTTP 503: etcd is away");
        assertThat(lastVersion()).isEqualTo(before);
        assertThat(lists()).isEqualTo(1);
    }

    @Test
    void watchesThatAreCutAsSoonAsTheyAreOpenAreFailuresUntilOneBringsALine() {
        cluster.intercept(request -> FakeCluster.isWatch(request)
                ? new MockResponse.Builder()
                        .body("{\"type\":")
                        .setHeader("Content-Length", "1000")
                        .onResponseEnd(new SocketEffect.CloseSocket())
                        .build()
                : null);
        thread.start();

        told.await("failed 3");
        assertThat(told.words()).doesNotContain("recovered");
        cluster.behave();
        Waiting.until(cluster::hasWatch);
        cluster.put(running("shop", "web", "app"));
        told.await("recovered");
    }

    @Test
    void aListThatFailsIsTriedAgainAndTold() {
        AtomicInteger lists = new AtomicInteger();
        cluster.intercept(request ->
                FakeCluster.isList(request) && lists.incrementAndGet() < 3 ? FakeCluster.status(500, "no") : null);
        thread.start();

        told.await("recovered");
        assertThat(told.words())
                .containsExactly("failed 1 HTTP 500: no", "failed 2 HTTP 500: no", "listed", "recovered");
    }

    @Test
    void aServerThatAsksToBeLeftAloneIsLeftAlone() {
        List<Long> asked = new CopyOnWriteArrayList<>();
        cluster.intercept(request -> {
            asked.add(System.nanoTime());
            return asked.size() == 1
                    ? new MockResponse.Builder()
                            .code(429)
                            .setHeader("Retry-After", "2")
                            .build()
                    : null;
        });
        thread.start();

        told.await("listed");
        assertThat(Duration.ofNanos(asked.get(1) - asked.get(0))).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aLongRestIsCutByTheClose() throws Exception {
        cluster.intercept(request -> new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", "999999")
                .build());
        thread.start();
        told.await("failed 1");

        watch.stop();

        assertEnds();
        assertThat(cluster.requests()).hasSize(1);
    }

    @Test
    void aServerThatBreaksEachWatchOffIsAskedLessAndLess() throws Exception {
        Pauses pauses = new Pauses();
        prepare(new Backoff(Duration.ofMillis(8), Duration.ofMillis(128), pauses), false);
        cluster.intercept(request -> FakeCluster.isWatch(request)
                ? new MockResponse.Builder()
                        .body("{\"type\":\"ERROR\",\"object\":{\"code\":410,\"message\":\"too old\"}}\n")
                        .build()
                : null);
        thread.start();

        Waiting.until(() -> pauses.longest.size() >= 6);
        assertThat(pauses.longest.subList(0, 6)).containsExactly(4L, 8L, 16L, 32L, 64L, 64L);
    }

    @Test
    void aCloseWhileListingEndsTheListAndIsNoFailure() throws Exception {
        cluster.intercept(request -> {
            watch.stop();
            return null;
        });
        thread.start();

        assertEnds();
        assertThat(cluster.requests()).noneMatch(FakeCluster::isWatch);
        assertThat(told.words()).noneMatch(words -> words.startsWith("failed"));
    }

    @Test
    void aCloseWhileWatchingEndsTheWatchAndIsNoFailure() throws Exception {
        thread.start();
        Waiting.until(cluster::hasWatch);

        watch.stop();

        assertEnds();
        assertThat(told.words()).containsExactly("listed");
    }

    @Test
    void aWatchThatBeginsAfterTheCloseEndsAtOnce() throws Exception {
        told.whenListed = watch::stop;
        thread.start();

        assertEnds();
        assertThat(told.words()).containsExactly("listed");
    }

    @Test
    void whatIsStoppedBeforeItBeginsAsksNothing() throws Exception {
        watch.stop();
        thread.start();

        assertEnds();
        assertThat(cluster.requests()).isEmpty();
    }

    @Test
    void metadataAloneIsAskedForWhereThatIsEnough() throws Exception {
        prepare(AT_ONCE, true);
        thread.start();
        Waiting.until(cluster::hasWatch);

        assertThat(cluster.requests())
                .extracting(request -> request.getHeaders().get("Accept"))
                .containsExactly(
                        "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1, application/json",
                        "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1, application/json");
    }

    private void assertEnds() throws InterruptedException {
        thread.join(PATIENCE);
        assertThat(thread.isAlive()).as("it still lists or watches").isFalse();
    }

    private long lists() {
        return cluster.requests().stream().filter(FakeCluster::isList).count();
    }

    private long watches() {
        return cluster.requests().stream().filter(FakeCluster::isWatch).count();
    }

    private void waitForWatches(long count) {
        Waiting.until(() -> watches() >= count);
    }

    private List<String> versions() {
        return cluster.requests().stream()
                .filter(FakeCluster::isWatch)
                .map(request -> String.valueOf(request.getUrl().queryParameter("resourceVersion")))
                .toList();
    }

    private String lastVersion() {
        List<String> versions = versions();
        return versions.get(versions.size() - 1);
    }

    private record Named(Metadata metadata) {
        record Metadata(String name) {}

        String name() {
            return metadata.name();
        }
    }

    /** Writes down what it is told. */
    private static final class Recorder implements WatchHandler<Named> {
        private final List<String> words = new CopyOnWriteArrayList<>();
        private volatile Runnable whenListed = () -> {};

        List<String> words() {
            return List.copyOf(words);
        }

        void await(String beginning) {
            await(beginning, 1);
        }

        void await(String beginning, int times) {
            Waiting.until(() ->
                    words.stream().filter(one -> one.startsWith(beginning)).count() >= times);
        }

        @Override
        public String list(PagedList<Named> list) throws IOException, RefusedException {
            List<String> names = new CopyOnWriteArrayList<>();
            String version = list.read(one -> names.add(one.name()));
            words.add(("listed " + names.stream().collect(Collectors.joining(" "))).strip());
            whenListed.run();
            return version;
        }

        @Override
        public void added(Named object) {
            words.add("added " + object.name());
        }

        @Override
        public void changed(Named object) {
            words.add("changed " + object.name());
        }

        @Override
        public void deleted(Named object) {
            words.add("deleted " + object.name());
        }

        @Override
        public void failed(Exception failure, int times) {
            words.add("failed " + times + " " + failure.getMessage());
        }

        @Override
        public void recovered() {
            words.add("recovered");
        }
    }

    /** Always the shortest pause; remembers how much longer it could have been, in milliseconds. */
    private static final class Pauses implements RandomGenerator {
        private final List<Long> longest = new CopyOnWriteArrayList<>();

        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            longest.add(bound - 1);
            return 0;
        }
    }
}
