package dev.seep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on a real cluster: real pods of which some leak, the verdict, and the exit code. */
class SoakIT {
    private static final String NAMESPACE = "seep-soak-it";
    private static Cluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startPods() throws Exception {
        cluster = new Cluster(NAMESPACE);
        cluster.apply("/e2e/pods.yaml", "set");
    }

    @AfterAll
    static void removePods() throws Exception {
        cluster.close();
    }

    @Test
    void findsTheLeakingPodsAndNoOtherWhilePodsRestartAndGo() throws Exception {
        CompletableFuture<Void> deletion = CompletableFuture.runAsync(
                this::deleteShortLived, CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS));

        Result result = seep("run", "-n", NAMESPACE, "--every", "2s", "--for", "3m", "--out", "all");

        deletion.join();
        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(leakingPods(folder.resolve("all")))
                .as(result.out())
                .containsExactly("leak-files", "leak-memory", "leak-sockets", "restarting");
        assertThat(result.out())
                .containsPattern(
                        NAMESPACE
                                + "/pod/restarting/app  restarts +[0-9a-f]{8}\\R *restarted (once|\\d times) \\(exit 3( x\\d)?\\)");
        // Below the leaks stand the cluster's events, and of a deleted pod there may be some.
        assertThat(result.out().lines().takeWhile(line -> !line.startsWith("passed")))
                .as(result.out())
                .hasSizeGreaterThan(4)
                .noneMatch(line -> line.contains("short-lived"));
        String samples = Files.readString(folder.resolve("all/samples.jsonl"));
        assertThat(samples).contains("no-shell/app").contains("\"no-shell\"");
        String events = Files.readString(folder.resolve("all/events.jsonl"));
        assertThat(events).contains("\"restarted\"").contains("exit 3").contains("\"vanished\"");
        assertThat(seep("analyze", "all").exit()).isEqualTo(1);
        assertThat(leakingPods(verdict(seep("analyze", "all", "-o", "json").out())))
                .isEqualTo(leakingPods(folder.resolve("all")));
    }

    @Test
    void callsNoHealthyPodALeakAndWritesCsv() throws Exception {
        Result result = seep(
                "run",
                "-n",
                NAMESPACE,
                "-l",
                "set=healthy",
                "--every",
                "2s",
                "--for",
                "3m",
                "--out",
                "healthy",
                "--format",
                "csv");

        // What goes up and down, or comes with the load, may need more than three minutes.
        assertThat(result.exit()).as(result.out() + result.err()).isIn(0, 3);
        List<JsonNode> findings = new ArrayList<>();
        verdict(Files.readString(folder.resolve("healthy/verdict.json")))
                .path("findings")
                .forEach(findings::add);
        assertThat(findings).hasSizeGreaterThan(50);
        assertThat(findings).noneMatch(finding -> is("leak", finding));
        assertThat(findings).filteredOn(finding -> is("inconclusive", finding)).hasSizeLessThan(5);
        assertThat(findings)
                .filteredOn(finding -> finding.path("series").asText().contains("well-idle"))
                .isNotEmpty()
                .allMatch(finding -> is("pass", finding));
        List<String> lines = Files.readAllLines(folder.resolve("healthy/samples.csv"));
        assertThat(lines.get(0)).startsWith("time,namespace,pod,container,life,memory.rss,");
        assertThat(seep("analyze", "healthy").exit()).isEqualTo(result.exit());
    }

    @Test
    void goesOnAfterAKillWithoutLosingALine() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.seep.Main"));
        command.addAll(List.of("run", "-n", NAMESPACE, "-l", "set=leaking", "--every", "1s", "--for", "75s"));
        command.addAll(List.of("--out", folder.resolve("killed").toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Path samples = folder.resolve("killed/samples.jsonl");
        for (int waited = 0; waited < 120 && lines(samples) < 60; waited++) {
            TimeUnit.SECONDS.sleep(1);
        }
        process.destroyForcibly().waitFor();
        long before = lines(samples);

        Result result = seep("run", "--resume", "killed");

        assertThat(before).isGreaterThanOrEqualTo(60);
        assertThat(lines(samples)).isGreaterThan(before + 60);
        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("killed/events.jsonl"))).contains("\"resumed\"");
    }

    @Test
    void saysWhatIsMissingWhenNothingMatches() {
        Result result = seep("run", "-n", NAMESPACE, "-l", "set=none", "--for", "10s", "--out", "nothing");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("nothing to poll").contains("set=none");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    private void deleteShortLived() {
        try {
            cluster.kubectl("delete", "pod", "-n", NAMESPACE, "short-lived", "--wait=false");
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Result seep(String... args) {
        CliRunner runner = new CliRunner(folder);
        System.getenv().forEach(runner::with);
        return runner.run(args);
    }

    private static long lines(Path file) throws Exception {
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    private static boolean is(String outcome, JsonNode finding) {
        return finding.path("verdict").asText().equals(outcome);
    }

    private static JsonNode verdict(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }

    private static Set<String> leakingPods(Path run) throws Exception {
        return leakingPods(verdict(Files.readString(run.resolve("verdict.json"))));
    }

    private static Set<String> leakingPods(JsonNode verdict) {
        Set<String> pods = new TreeSet<>();
        verdict.path("findings").forEach(finding -> {
            boolean fails = finding.path("severity").asText().equals("fail");
            if (is("leak", finding) && fails) {
                pods.add(finding.path("target").path("workload").asText().replace("pod/", ""));
            }
        });
        return pods;
    }
}
