package dev.seep.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real JVMs wrote: {@code .perf} is one look at one that has collected three times, {@code .polls} are 20 minutes. */
class RecordedJvmsTest {
    private static final double MIB = 1 << 20;

    @ParameterizedTest
    @CsvSource(textBlock = """
            jdk17-serial,     3,  0, Infinity, 4539448
            jdk17-parallel,   3,  0, Infinity, 4539448
            jdk17-g1,         3,  0,        2, 5184568
            jdk17-z,          0,  0, Infinity, 6291456
            jdk17-shenandoah, 0, 48,       16, 4718576
            jdk25-serial,     3,  0, Infinity, 5357160
            jdk25-parallel,   3,  0, Infinity, 5350088
            jdk25-g1,         3,  0,        2, 5367480
            jdk25-z,          0, 29,        5, 6291456
            jdk25-shenandoah, 0, 54,       16, 5744536
            """)
    void eachCollectorCountsInItsOwnWay(String name, double fulls, double pauses, double ofCycle, double used)
            throws IOException {
        PerfData jvm = PerfData.parse(read(name + ".perf.gz")).orElseThrow();

        assertThat(OldGenCollections.of(jvm))
                .isEqualTo(new OldGenCollections(fulls, pauses, ofCycle, used, false, false));
    }

    /** With a cache of 40 MiB that is full after two minutes, and a leak of 2 MiB a minute with what holds it. */
    @Test
    void aHealthyOneStaysLevelAndALeakingOneRises() throws IOException {
        assertThat(liveSets("jdk25-g1-healthy", 13)).allMatch(bytes -> bytes > 49 * MIB && bytes < 55 * MIB);
        assertThat(liveSets("jdk25-z-healthy", 22)).allMatch(bytes -> bytes > 53 * MIB && bytes < 63 * MIB);
        for (List<Double> leak : List.of(liveSets("jdk25-g1-leaking", 12), liveSets("jdk25-z-leaking", 12))) {
            List<Double> first = leak.subList(0, 4);
            List<Double> last = leak.subList(8, 12);
            assertThat(last).allMatch(late -> first.stream().allMatch(early -> late > early + 8 * MIB));
        }
    }

    /** The last ones. */
    private static List<Double> liveSets(String name, int most) throws IOException {
        boolean g1 = name.contains("g1");
        LiveSet set = new LiveSet();
        List<Double> found = new ArrayList<>();
        for (String line :
                new String(read(name + ".polls.gz"), US_ASCII).lines().toList()) {
            String[] words = line.split("\t");
            PerfBytes poll = new PerfBytes()
                    .with("sun.gc.collector.2.name", g1 ? "G1 concurrent cycle pauses" : "ZGC major collection pauses")
                    .with("sun.gc.collector.1.invocations", Long.parseLong(words[0]))
                    .with("sun.gc.collector.2.invocations", Long.parseLong(words[1]))
                    .with("sun.gc.generation.0.space.0.used", Long.parseLong(words[2]))
                    .with("sun.gc.generation.1.space.0.used", Long.parseLong(words[3]))
                    .with("sun.gc.cause", words[4])
                    .with("sun.gc.lastCause", words[5]);
            if (set.see(poll.data())) {
                found.add(set.bytes());
            }
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(most);
        return found.subList(found.size() - most, found.size());
    }

    private static byte[] read(String name) throws IOException {
        InputStream resource = RecordedJvmsTest.class.getResourceAsStream("/probe/" + name);
        try (InputStream in = new GZIPInputStream(Objects.requireNonNull(resource, name))) {
            return in.readAllBytes();
        }
    }
}
