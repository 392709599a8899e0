package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Evidence;
import dev.seep.sample.Growth;
import dev.seep.sample.Growth.Kind;
import dev.seep.sample.Target;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceLinesTest {
    private static final Target APP = Target.container("shop", "web-1", "app", "deployment/web");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fds.open | +54 descriptors of awk: /tmp/doc*",
                "fds.limit_share | +54 descriptors of awk: /tmp/doc*",
                "sockets.tcp.close_wait | +7 sockets: CLOSE_WAIT to 10.0.0.5:80",
                "sockets.tcp.established | +9 sockets: ESTABLISHED to 10.0.0.5:80",
                "zombies | +3 zombies of yes: sh",
                "processes | +4 processes of sh: sleep",
                "threads | +5 threads of java: pool-*",
                "memory.anon | +2 MiB memory of java: anonymous; +1 MiB classes of java: byte[]",
                "jvm.heap.live | +1 MiB classes of java: byte[]",
                "disk.path.data | +6 KiB directories: /data; +2 KiB files: /data/part*",
                "disk.deleted_open | +54 descriptors of awk: /tmp/doc*",
                "rows | ''",
            })
    void namesWhatBearsOnTheMetricTheGreatestFirst(String metric, String words) {
        List<Growth> growths = List.of(
                grown(Kind.DESCRIPTORS, "/tmp/doc*", "awk", 54),
                grown(Kind.SOCKETS, "CLOSE_WAIT to 10.0.0.5:80", "-", 7),
                grown(Kind.SOCKETS, "ESTABLISHED to 10.0.0.5:80", "", 9),
                grown(Kind.ZOMBIES, "sh", "yes", 3),
                grown(Kind.PROCESSES, "sleep", "sh", 4),
                grown(Kind.THREADS, "pool-*", "java", 5),
                grown(Kind.CLASSES, "byte[]", "java", 1 << 20),
                grown(Kind.MEMORY, "anonymous", "java", 2 << 20),
                grown(Kind.FILES, "/data/part*", "", 2 << 10),
                grown(Kind.DIRECTORIES, "/data", "", 6 << 10));

        assertThat(String.join("; ", EvidenceLines.of(APP, metric, List.of(seen("shop/web-1/app", growths)))))
                .isEqualTo(words);
    }

    @Test
    void isOfTheTargetAloneAndOfAPodFromEachOfItsContainers() {
        List<Evidence> evidence = List.of(
                seen("shop/web-1/app", List.of(grown(Kind.SOCKETS, "CLOSE_WAIT to a", "", 1))),
                seen("shop/web-1/sidecar", List.of(grown(Kind.SOCKETS, "CLOSE_WAIT to b", "", 2))),
                seen("shop/web-10/app", List.of(grown(Kind.SOCKETS, "CLOSE_WAIT to c", "", 3))));

        assertThat(EvidenceLines.of(APP.pod(), "sockets.tcp.close_wait", evidence))
                .containsExactly("+2 sockets: CLOSE_WAIT to b", "+1 sockets: CLOSE_WAIT to a");
        assertThat(EvidenceLines.of(APP, "sockets.tcp.close_wait", evidence))
                .containsExactly("+1 sockets: CLOSE_WAIT to a");
    }

    @Test
    void isAFewLinesOfWhatHasGrownSinceTheFirstLook() {
        List<Growth> many = IntStream.range(0, 9)
                .mapToObj(i -> grown(Kind.DESCRIPTORS, "/" + i, "", i))
                .toList();
        Growth unknown = new Growth(Kind.DESCRIPTORS, "/x", "", Double.NaN, 1000);

        assertThat(EvidenceLines.of(APP, "fds.open", List.of(seen(APP.path(), many))))
                .hasSize(3);
        assertThat(EvidenceLines.of(APP, "fds.open", List.of(seen(APP.path(), List.of(unknown, many.get(0))))))
                .isEmpty();
    }

    private static Growth grown(Kind kind, String what, String who, double by) {
        return new Growth(kind, what, who, 10, 10 + by);
    }

    private static Evidence seen(String target, List<Growth> growths) {
        return new Evidence(target, "a", Instant.EPOCH, Instant.EPOCH, growths, List.of());
    }
}
