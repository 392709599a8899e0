package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakeObjects;
import dev.seep.testing.FakePod;
import dev.seep.testing.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an event of a cluster to the exit code. */
class AbnormalEventsTest {
    private final FakeCluster cluster = FakeCluster.start();
    private final FakeObjects events = new FakeObjects("", "events");

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        events.close();
        cluster.close();
    }

    @Test
    void moreThanThePolicyAllowsFailsTheRunAtOnceIfAskedTo() throws Exception {
        cluster.put(FakePod.running("shop", "web", "app"));
        cluster.intercept(events);
        warn("before", 99);
        Files.writeString(folder.resolve("policy.yaml"), "events: {FailedMount: 2}");
        CompletableFuture<Void> trouble = CompletableFuture.runAsync(this::warnDuringTheRun);

        Result run =
                seep("run", "--every", "1s", "--for", "10m", "--fail-fast", "--policy", "policy.yaml", "--out", "o");
        trouble.join();
        Result again = seep("analyze", "o");
        Result explained = seep("explain", "o", "events");
        Files.writeString(folder.resolve("policy.yaml"), "events: {FailedMount: 3}");
        Result allowed = seep("analyze", "o", "--inconclusive", "pass", "--policy", "policy.yaml");

        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.err())
                .contains("stopped early, events.FailedMount happened 3 times, the policy allows 2: shop/pod/web");
        assertThat(run.out())
                .contains("LEAK  1 failure: shop events.FailedMount happened 3 times")
                .contains("happened 3 times, the policy allows 2: pod/web (3 times); it is")
                .contains("events     shop/pod/web  FailedMount 3 times: it is so");
        assertThat(Files.readString(folder.resolve("o/events.jsonl")))
                .contains(
                        "\"event\":\"abnormal\",\"detail\":{\"count\":\"3\",\"message\":\"it is so\",\"namespace\":\"shop\","
                                + "\"object\":\"pod/web\",\"reason\":\"FailedMount\"}}");
        assertThat(again.exit()).as(again.out()).isEqualTo(1);
        assertThat(again.out()).contains("LEAK  1 failure: shop events.FailedMount");
        assertThat(explained.out())
                .startsWith("shop events.FailedMount\n")
                .containsPattern("leak +happened 3 times, the policy allows 2: pod/web \\(3 times\\); it is so")
                .containsPattern("seen +2\\S+Z  shop/pod/web FailedMount 3 times: it is so");
        assertThat(allowed.exit()).as(allowed.out()).isZero();
    }

    private void warnDuringTheRun() {
        Waiting.until(() -> cluster.requests().stream()
                .anyMatch(request -> FakeCluster.isWatchedForTrouble(request) && FakeCluster.isWatch(request)));
        warn("new", 3);
    }

    private void warn(String uid, int count) {
        events.put(
                "shop",
                uid,
                "{'type':'Warning','reason':'FailedMount','message':'it is so','count':" + count
                        + ",'involvedObject':{'kind':'Pod','namespace':'shop','name':'web'}}");
    }

    private Result seep(String... arguments) {
        return new CliRunner(folder)
                .with("SEEP_KUBECONFIG", cluster.kubeconfig(folder).toString())
                .run(arguments);
    }
}
