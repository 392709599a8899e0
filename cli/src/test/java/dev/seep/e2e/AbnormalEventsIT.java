package dev.seep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong at a moment, on a real cluster: a crash loop and a mount that fails. */
class AbnormalEventsIT {
    private static final String NAMESPACE = "seep-events-it";
    /** What is looked at here is what the events do. */
    private static final String RESTARTS_ASIDE = "rules: [{metric: restarts, severity: ignore}]\n";

    /** A cluster without DNS says so of every pod. */
    private static final String OF_THE_CLUSTER = " MissingClusterDNS";

    private Cluster cluster;

    @TempDir
    private Path folder;

    @BeforeEach
    void startPod() throws Exception {
        cluster = new Cluster(NAMESPACE);
        cluster.apply("/e2e/abnormal.yaml", "set=well");
    }

    @AfterEach
    void removePods() throws Exception {
        cluster.close();
    }

    @Test
    void toldAlwaysAndFailingTheRunWhereThePolicySaysSo() throws Exception {
        Files.writeString(folder.resolve("lenient.yaml"), RESTARTS_ASIDE);
        Files.writeString(folder.resolve("strict.yaml"), RESTARTS_ASIDE + "events: {FailedMount: 0, BackOff: 0}\n");
        CompletableFuture<Void> trouble = CompletableFuture.runAsync(
                this::startTheOthers, CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS));

        Result run = seep(
                "run",
                "-n",
                NAMESPACE,
                "--every",
                "2s",
                "--for",
                "45s",
                "--inconclusive",
                "pass",
                "--policy",
                "lenient.yaml",
                "--out",
                "run");
        trouble.join();
        Result strict = seep("analyze", "run", "--policy", "strict.yaml", "--inconclusive", "pass");

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(told())
                .as(run.out())
                .contains("pod/unmounted FailedMount", "pod/crashing BackOff", "pod/crashing CrashLoopBackOff")
                .contains("pod/crashing Error")
                .noneMatch(words -> words.startsWith("pod/well") && !words.endsWith(OF_THE_CLUSTER));
        assertThat(run.out()).contains(NAMESPACE + "/pod/unmounted  FailedMount");
        assertThat(strict.exit()).as(strict.out()).isEqualTo(1);
        assertThat(strict.out().replaceAll("\\s+", " "))
                .contains(NAMESPACE + " events.FailedMount ")
                .contains(NAMESPACE + " events.BackOff ")
                .contains("the policy allows none: pod/crashing");
    }

    private Set<String> told() throws Exception {
        JsonNode verdict = new ObjectMapper().readTree(Files.readString(folder.resolve("run/verdict.json")));
        Set<String> told = new TreeSet<>();
        verdict.path("events")
                .forEach(event -> told.add(event.path("object").asText() + " "
                        + event.path("reason").asText()));
        return told;
    }

    private void startTheOthers() {
        try {
            cluster.create("/e2e/abnormal.yaml", "set=ill");
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Result seep(String... args) {
        CliRunner runner = new CliRunner(folder);
        System.getenv().forEach(runner::with);
        return runner.run(args);
    }
}
