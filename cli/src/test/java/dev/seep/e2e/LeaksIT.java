package dev.seep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A namespace in which eight leak, each in its own way, among ten workloads that are well: every report tells each leak
 * once, by a name that the next run has too, with what grew, and nothing else.
 */
class LeaksIT {
    private static final String NAMESPACE = "seep-leaks-it";

    private Cluster cluster;
    private volatile boolean over;

    @TempDir
    private Path folder;

    @BeforeEach
    void startWorkloads() throws Exception {
        cluster = new Cluster(NAMESPACE);
        cluster.create("/e2e/leaks.yaml", "set");
        cluster.kubectl(
                "wait", "-n", NAMESPACE, "deployment", "-l", "set", "--for=condition=Available", "--timeout=90s");
    }

    @AfterEach
    void removeWorkloads() throws Exception {
        cluster.close();
    }

    @Test
    void tellsEachOfEightLeaksOnceAndNothingOfWhatIsWell() throws Exception {
        CompletableFuture<Void> jobs = CompletableFuture.runAsync(this::leakJobs, work -> new Thread(work).start());

        Result result = seep(
                "run",
                "-n",
                NAMESPACE,
                "--every",
                "1s",
                "--for",
                "4m",
                "--probe",
                "default,jvm,disk,objects",
                "--out",
                "run",
                "--junit",
                "junit.xml",
                "--summary",
                "summary.md");

        over = true;
        jobs.join();
        String as = result.out() + result.err();
        Map<String, JsonNode> leaks = leaks();
        assertThat(leaks.keySet())
                .as(as)
                .hasSize(8)
                .contains(
                        "2b295d76 deployment/archive app disk.volume.data",
                        "81bfb134 deployment/payments server sockets.tcp.close_wait",
                        "84481606 deployment/mailer app threads",
                        "8b019c2f deployment/search app memory.anon",
                        "a04f2f40 deployment/thumbnails app zombies",
                        "e83dada4 objects:jobs  objects.jobs",
                        "ebc11682 deployment/uploads app fds.open")
                // how much is live is seen when the old generation is collected, which may be too seldom
                .containsAnyOf(
                        "e308fc70 deployment/orders app jvm.heap.live", "c6c4f42c deployment/orders app memory.anon");
        assertThat(said(leaks, "archive", "cause")).as(as).contains("/data/pages/page-*.bin");
        assertThat(said(leaks, "payments", "cause")).as(as).contains("of python3, CLOSE_WAIT at port 9000");
        assertThat(said(leaks, "mailer", "cause")).as(as).contains("threads named pool-*");
        assertThat(said(leaks, "search", "reason")).as(as).contains("was killed for memory");
        assertThat(said(leaks, "thumbnails", "cause")).as(as).contains("zombies named sleep, children of tail");
        assertThat(said(leaks, "uploads", "cause")).as(as).contains("descriptors of awk to /tmp/upload-*.part");
        assertThat(said(leaks, "orders", "cause")).as(as).contains("Orders$Order on the Java heap");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out().lines()).as(as).hasSizeLessThanOrEqualTo(50).allMatch(line -> line.length() <= 100);
        assertThat(result.err().lines().filter(line -> line.startsWith("::error ")))
                .hasSize(8);
        assertThat(Files.readString(folder.resolve("outputs"))).contains("leaks=8");
        String junit = Files.readString(folder.resolve("junit.xml"));
        assertThat(junit).containsPattern("<testsuites [^>]*failures=\"8\"");
        assertThat(Pattern.compile("<failure ").matcher(junit).results()).hasSize(8);
        assertThat(Files.readAllLines(folder.resolve("summary.md")).stream()
                        .filter(line -> line.startsWith("| **leak** |")))
                .hasSize(8);
    }

    /** The eighth leak: Jobs that nobody deletes, each with the ConfigMap that was made for it. */
    private void leakJobs() {
        try {
            for (int i = 0; !over; i++) {
                cluster.kubectl("create", "configmap", "-n", NAMESPACE, "report-" + i, "--from-literal=month=" + i);
                cluster.kubectl(
                        "create", "job", "-n", NAMESPACE, "report-" + i, "--image=" + Cluster.image(), "--", "true");
                TimeUnit.SECONDS.sleep(4);
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Result seep(String... args) {
        CliRunner runner = new CliRunner(folder);
        System.getenv().forEach(runner::with);
        return runner.with("GITHUB_ACTIONS", "true")
                .with("GITHUB_OUTPUT", "outputs")
                .with("GITHUB_STEP_SUMMARY", "")
                .run(args);
    }

    /** By name, place and main metric. */
    private Map<String, JsonNode> leaks() throws IOException {
        Map<String, JsonNode> leaks = new TreeMap<>();
        JsonNode verdict =
                new ObjectMapper().readTree(folder.resolve("run/verdict.json").toFile());
        for (JsonNode leak : verdict.path("leaks")) {
            String name = String.join(
                    " ",
                    leak.path("id").asText(),
                    leak.path("workload").asText(),
                    leak.path("container").asText(""),
                    leak.path("metric").asText());
            leaks.put(name, leak);
        }
        return leaks;
    }

    private static String said(Map<String, JsonNode> leaks, String workload, String key) {
        return leaks.values().stream()
                .filter(leak -> leak.path("workload").asText().endsWith("/" + workload))
                .map(leak -> leak.path(key).asText())
                .findFirst()
                .orElse("");
    }
}
