package dev.seep.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on real containers of Podman, of which some leak: found, judged, and left as they were. */
class PodmanIT {
    private static final String PROJECT = "seep-it";
    private static Podman podman;

    @TempDir
    private static Path engine;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startContainers() throws Exception {
        assumeTrue(runs("podman", "--version"), "no podman on this machine");
        assumeTrue(runs("busybox", "true"), "no busybox on this machine to make an image of");
        try {
            podman = Podman.in(engine);
        } catch (IllegalStateException unable) {
            abort("podman cannot run containers here: " + unable.getMessage());
        }
        start(
                "leak-memory",
                "awk",
                "BEGIN { for (;;) { kept[n++] = sprintf(\"%131072s\", \"x\"); system(\"sleep 0.5\") } }");
        start("leak-files", "awk", "BEGIN { for (;;) { print \"x\" > (\"/tmp/\" n++); system(\"sleep 1\") } }");
        start(
                "leak-sockets",
                "sh",
                "-c",
                "nc -ll -p 9000 -e sleep 100000 & "
                        + "while :; do nc 127.0.0.1 9000 </dev/null & c=$!; sleep 1; kill $c; wait $c; done");
        start("no-shell", "sleep", "100000");
        podman.start(PROJECT, "it-web-1", "web", List.of(), "sleep", "100000");
        podman.start(PROJECT, "it-web-2", "web", List.of(), "sleep", "100000");
        podman.start(
                PROJECT, "it-restarting", "restarting", List.of("--restart", "always"), "sh", "-c", "sleep 40; exit 3");
        podman.start("another", "it-another", "another", List.of(), "sleep", "100000");
    }

    private static void start(String service, String... command) throws Exception {
        podman.start(PROJECT, "it-" + service, service, List.of(), command);
    }

    @AfterAll
    static void removeContainers() throws Exception {
        if (podman != null) {
            podman.close();
        }
    }

    @Test
    void findsTheLeakingContainersAndNoOtherWhileOneRestarts() throws Exception {
        Result result = seep("run", "-n", PROJECT, "--every", "2s", "--for", "2m", "--out", "all");

        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(leakingServices("all"))
                .as(result.out())
                .containsExactly(
                        "service/leak-files", "service/leak-memory", "service/leak-sockets", "service/restarting");
        String samples = Files.readString(folder.resolve("all/samples.jsonl"));
        assertThat(samples).contains("seep-it/it-web-1/web").doesNotContain("another");
        assertThat(samples).contains("it-no-shell/no-shell").contains("\"no-shell\"");
        String events = Files.readString(folder.resolve("all/events.jsonl"));
        assertThat(events).contains("\"restarted\"").contains("exit 3");
        assertThat(seep("analyze", "all").exit()).isEqualTo(1);
    }

    @Test
    void passesHealthyServices() throws Exception {
        Result result = seep("run", "service/web", "--every", "1s", "--for", "1m", "--out", "healthy");

        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.err()).contains("polling 2 targets");
    }

    @Test
    void aKillLeavesNothingBehindInTheContainersAndTheRunGoesOn() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.seep.Main"));
        command.addAll(List.of("run", "--source", "docker", "web", "--every", "1s", "--for", "1m"));
        command.addAll(List.of("--out", folder.resolve("killed").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("DOCKER_HOST", "unix://" + podman.socket());
        Process process = builder.start();
        Path samples = folder.resolve("killed/samples.jsonl");
        for (int waited = 0; waited < 60 && lines(samples) < 20; waited++) {
            TimeUnit.SECONDS.sleep(1);
        }
        int during = processes("it-web-1");
        process.destroyForcibly().waitFor();
        int after = processes("it-web-1");
        for (int waited = 0; waited < 20 && after > 1; waited++) {
            TimeUnit.MILLISECONDS.sleep(100);
            after = processes("it-web-1");
        }
        long before = lines(samples);

        CliRunner resumed = new CliRunner(folder).with("DOCKER_HOST", "unix://" + podman.socket());
        Result result = resumed.run("run", "--resume", "killed");

        assertThat(during).isEqualTo(2);
        assertThat(after).isEqualTo(1);
        assertThat(before).isGreaterThanOrEqualTo(20);
        assertThat(lines(samples)).as(result.err()).isGreaterThan(before + 20);
    }

    @Test
    void doctorNamesTheEngineAndWhatHasNoShell() {
        Result result = seep("doctor", "-n", PROJECT);

        assertThat(result.exit()).as(result.out()).isZero();
        assertThat(result.out())
                .contains("Podman Engine")
                .contains("it-no-shell")
                .contains("the image has no sh");
    }

    @Test
    void saysWhatIsMissingWhenNothingMatches() {
        Result result = seep("run", "-l", "set=none", "--for", "10s", "--out", "nothing");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("nothing to poll").contains("set=none");
    }

    private Result seep(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (!args[0].equals("analyze")) {
            all.add(1, "--source=docker");
        }
        return new CliRunner(folder)
                .with("DOCKER_HOST", "unix://" + podman.socket())
                .run(all.toArray(String[]::new));
    }

    /** Of the container itself, as Podman counts them. */
    private static int processes(String container) throws Exception {
        return (int) podman.podman("top", container, "pid").lines().count() - 1;
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static long lines(Path file) throws Exception {
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    private Set<String> leakingServices(String run) throws Exception {
        JsonNode verdict =
                new ObjectMapper().readTree(Files.readString(folder.resolve(run).resolve("verdict.json")));
        Set<String> services = new TreeSet<>();
        verdict.path("findings").forEach(finding -> {
            if (finding.path("verdict").asText().equals("leak")
                    && finding.path("severity").asText().equals("fail")) {
                services.add(finding.path("target").path("workload").asText());
            }
        });
        return services;
    }
}
