package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.CliRunner;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Real programs, polled for 46 minutes every 5 s on a busy machine: PostgreSQL under pgbench, Redis at its maxmemory,
 * nginx, memcached, a JVM with garbage and a node server, and six programs that leak ({@code leak-...}).
 */
class RecordedServersTest {
    private static final Path RECORDING = Path.of("src/test/resources/verdict/recorded-servers.csv.gz");

    @Test
    void callsNoHealthyServerALeakAndMissesNoLeak() throws Exception {
        CliRunner.Result result =
                new CliRunner(Path.of("").toAbsolutePath()).run("analyze", RECORDING.toString(), "-o", "json");

        assertThat(result.exit()).isEqualTo(1);
        JsonNode verdict = new ObjectMapper().readTree(result.out());
        assertThat(named(verdict, "leak"))
                .containsExactly("leak-closewait", "leak-fds", "leak-memory", "leak-node", "leak-zombies");
        // Its heap grows to the maximum in the first quarter and stays there: seen from outside, that growth has ended.
        // What
        // is live in it only jvm.heap.live tells, which was not recorded.
        assertThat(named(verdict, "pass")).contains("leak-jvm");
        assertThat(named(verdict, "inconclusive")).doesNotContain("redis", "nginx", "postgres");
    }

    private static Set<String> named(JsonNode verdict, String outcome) {
        Set<String> names = new TreeSet<>();
        verdict.path("findings").forEach(finding -> {
            if (finding.path("verdict").asText().equals(outcome)
                    && finding.path("severity").asText().equals("fail")) {
                names.add(finding.path("target").path("workload").asText());
            }
        });
        return names;
    }
}
