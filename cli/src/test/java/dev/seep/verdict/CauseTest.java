package dev.seep.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Evidence;
import dev.seep.sample.Growth;
import dev.seep.sample.Growth.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of what was seen explains a metric. */
class CauseTest {
    @Test
    void aMetricOfOnesOwnThatIsCalledLikeAProbeIsNotExplained() {
        assertThat(Cause.of("sockets.x", List.of())).isEmpty();
    }

    @Test
    void descriptorsAreNamedByWhatTheyPointTo() {
        assertThat(cause(
                        "fds.open",
                        new Growth(Kind.DESCRIPTORS, "pipe", "java", 3, 9),
                        new Growth(Kind.DESCRIPTORS, "/var/log/app/*.log", "java", 12, 424),
                        new Growth(Kind.MEMORY, "anonymous", "java", 0, 1e9)))
                .isEqualTo("+412 descriptors of java to /var/log/app/*.log");
    }

    @Test
    void whatGrowsAlmostAsMuchIsNamedToo() {
        assertThat(cause(
                        "fds.limit_share",
                        new Growth(Kind.DESCRIPTORS, "/a", "java", 0, 100),
                        new Growth(Kind.DESCRIPTORS, "/a", "sh", 0, 99),
                        new Growth(Kind.DESCRIPTORS, "/b", "java", 0, 60)))
                .isEqualTo("+100 descriptors of java to /a, +60 to /b");
    }

    @Test
    void socketsAreThoseOfTheStateAsSeenWhereTheirOwnerIs() {
        assertThat(cause(
                        "sockets.tcp.close_wait",
                        new Growth(Kind.SOCKETS, "CLOSE to 10.0.0.9:1", "java", 0, 900),
                        new Growth(Kind.SOCKETS, "CLOSE_WAIT to 10.0.0.5:8080", "-", 0, 58),
                        new Growth(Kind.SOCKETS, "CLOSE_WAIT to 10.0.0.5:8080", "java", 0, 57)))
                .isEqualTo("+57 sockets of java, CLOSE_WAIT to 10.0.0.5:8080");
    }

    @Test
    void theJavaHeapIsToldWhereItGrewToo() {
        Growth mapping = new Growth(Kind.MEMORY, "anonymous", "java", 0, 100 << 20);
        Growth arrays = new Growth(Kind.CLASSES, "byte[]", "java", 0, 90 << 20);
        Growth orders = new Growth(Kind.CLASSES, "com.shop.Order", "java", 0, 1 << 20);

        assertThat(cause("memory.anon", mapping, arrays, orders))
                .isEqualTo("+100 MiB anonymous memory of java; +90 MiB of byte[], +1 MiB of com.shop.Order on the Java"
                        + " heap");
        assertThat(cause("memory.anon", mapping, orders)).isEqualTo("+100 MiB anonymous memory of java");
        assertThat(cause("jvm.heap.old", mapping, orders)).isEqualTo("+1 MiB of com.shop.Order on the Java heap");
    }

    @Test
    void aDirectoryIsNamedWhereNoGroupOfItsFilesTellsMore() {
        Growth directory = new Growth(Kind.DIRECTORIES, "/data/cache", "", 0, 10 << 20);

        assertThat(cause("disk.path.data", directory, new Growth(Kind.FILES, "/data/cache/x", "", 0, 1 << 20)))
                .isEqualTo("+10 MiB in /data/cache");
        assertThat(cause("disk.used.data", directory, new Growth(Kind.FILES, "/data/cache/*", "", 0, 9 << 20)))
                .isEqualTo("+9 MiB in /data/cache/*");
    }

    @Test
    void withoutAnEarlierLookItTellsWhatIsThere() {
        assertThat(cause("zombies", new Growth(Kind.ZOMBIES, "curl", "tini", Double.NaN, 38)))
                .isEqualTo("at the end 38 zombies named curl, children of tini");
    }

    @Test
    void whatWasSeenOfOtherThingsExplainsNothing() {
        assertThat(cause("objects.jobs", new Growth(Kind.FILES, "/a", "", 0, 1)))
                .isEmpty();
        assertThat(cause("zombies", new Growth(Kind.FILES, "/a", "", 0, 1))).isEmpty();
        assertThat(cause("fds.open")).isEmpty();
    }

    @Test
    void processesAndThreadsAreNamed() {
        assertThat(cause("processes", new Growth(Kind.PROCESSES, "sleep", "sleep", 2, 42)))
                .isEqualTo("+40 processes named sleep");
        assertThat(cause("threads", new Growth(Kind.THREADS, "pool-worker", "java", 20, 420)))
                .isEqualTo("+400 threads named pool-worker of java");
    }

    @Test
    void whatDeletedFilesTakeIsHeldByDescriptorsOfDeletedFiles() {
        Growth open = new Growth(Kind.DESCRIPTORS, "/var/log/app/*.log", "java", 0, 900);
        Growth deleted = new Growth(Kind.DESCRIPTORS, "/tmp/x (deleted)", "java", 0, 9);

        assertThat(cause("disk.deleted_open", open, deleted)).isEqualTo("+9 descriptors of java to /tmp/x (deleted)");
        assertThat(cause("disk.deleted_open", open)).isEmpty();
    }

    @Test
    void onlyTheSameThingThatGrewAboutAsMuchIsItAgain() {
        Growth seen = new Growth(Kind.ZOMBIES, "curl", "-", 0, 58);

        assertThat(cause("zombies", seen, new Growth(Kind.ZOMBIES, "sh", "tini", 0, 57)))
                .isEqualTo("+58 zombies named curl");
        assertThat(cause("zombies", seen, new Growth(Kind.ZOMBIES, "curl", "tini", 0, 5)))
                .isEqualTo("+58 zombies named curl");
        assertThat(cause("zombies", seen, new Growth(Kind.ZOMBIES, "curl", "tini", Double.NaN, 58)))
                .isEqualTo("+58 zombies named curl");
    }

    @Test
    void whatIsNamedTooIsCountedToo() {
        SeenGrowth both = seen(
                "fds.open",
                new Growth(Kind.DESCRIPTORS, "/a", "java", 0, 100),
                new Growth(Kind.DESCRIPTORS, "/b", "java", 0, 60));
        SeenGrowth heap = seen(
                "jvm.heap.live",
                new Growth(Kind.CLASSES, "byte[]", "java", 0, 90),
                new Growth(Kind.CLASSES, "com.shop.Order", "java", 0, 10));

        assertThat(both.what()).isEqualTo("/a");
        assertThat(both.rise()).isEqualTo(160);
        assertThat(both.hours()).isEqualTo(0.5);
        assertThat(heap.rise()).isEqualTo(100);
    }

    @Test
    void whatWasNotLookedAtBeforeHasNoRise() {
        assertThat(seen("zombies", new Growth(Kind.ZOMBIES, "curl", "tini", Double.NaN, 38))
                        .rise())
                .isNaN();
    }

    private static SeenGrowth seen(String metric, Growth... growths) {
        Evidence seen = new Evidence(
                "shop/web-1/app", "1", Instant.EPOCH, Instant.EPOCH.plusSeconds(1800), List.of(growths), List.of());
        return Cause.of(metric, List.of(seen)).orElseThrow();
    }

    private static String cause(String metric, Growth... growths) {
        Evidence seen = new Evidence("shop/web-1/app", "1", Instant.EPOCH, Instant.EPOCH, List.of(growths), List.of());
        return Cause.of(metric, List.of(seen)).map(SeenGrowth::words).orElse("");
    }
}
