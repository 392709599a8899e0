package dev.seep.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.Seen;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell;
import dev.seep.source.SourceException;
import dev.seep.source.exec.Backoff;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakePod;
import dev.seep.testing.FakeRights;
import dev.seep.testing.RecordingListener;
import dev.seep.testing.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers that are seen through the agents of their nodes. */
class AgentsTest {
    private static final Backoff AT_ONCE = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20), new Random(1));
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final FakePod AGENT = FakePod.running("seep-agent", "seep-agent-x1", "seep", "proxy")
            .label("app.kubernetes.io/name", "seep-agent");
    private static final FakePod WEB = FakePod.running("shop", "web", "app", "side");

    private final FakeCluster cluster = FakeCluster.start();
    private final RecordingListener listener = new RecordingListener();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private KubernetesSource source;

    @AfterEach
    void stop() {
        if (source != null) {
            source.close();
        }
        cluster.close();
    }

    @Test
    void whatIsAskedAtTheSameTimeOfOneNodeIsOneRequestThroughTheApiServer() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        answering(line(WEB, "app", "\"fds.open\":11"), line(WEB, "side", "\"fds.open\":3"));
        start();

        CompletionStage<ExecResult> app = shell("app").observe(List.of("fds", "sockets"), DEADLINE);
        CompletionStage<ExecResult> side = shell("side").observe(List.of("fds"), DEADLINE);

        assertThat(seen(app).values()).containsOnly(entry("fds.open", 11.0));
        assertThat(seen(app).through()).isEqualTo("agent");
        assertThat(seen(side).values()).containsOnly(entry("fds.open", 3.0));
        assertThat(asked())
                .containsExactly("/api/v1/namespaces/seep-agent/pods/seep-agent-x1:9465/proxy/v1/look?ask=fds,sockets:"
                        + digits("app") + "&ask=fds:" + digits("side"));
        assertThat(listener.latest("shop/web/app").together()).isEqualTo("node-1");
    }

    @Test
    void nothingIsRunInTheContainers() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        start();

        assertThat(failure(shell("app").run("true", DEADLINE)).reason()).isEqualTo(GapReason.NO_SHELL);
        assertThat(shell("app").open("true", DEADLINE).toCompletableFuture().get())
                .isInstanceOf(Shell.Opening.Refused.class);
        assertThat(cluster.requests()).noneMatch(FakeCluster::isExec);
    }

    @Test
    void aNodeWithoutItsAgentIsAGapUntilTheAgentComes() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        answering(line(WEB, "app", "\"threads\":7"));
        start();

        cluster.delete("seep-agent", "seep-agent-x1");
        Waiting.until(() -> result(shell("app").observe(List.of("threads"), DEADLINE)) instanceof Failed);
        Failed gone = failure(shell("app").observe(List.of("threads"), DEADLINE));
        cluster.put(AGENT.uid("another"));
        Waiting.until(() -> result(shell("app").observe(List.of("threads"), DEADLINE)) instanceof Seen);

        assertThat(gone.reason()).isEqualTo(GapReason.UNREACHABLE);
        assertThat(gone.message())
                .isEqualTo(
                        "no agent runs on node node-1; seep manifest agent --image IMAGE | kubectl apply -f - starts "
                                + "one on each node");
    }

    @Test
    void gapsKeepTheirReasonsAndWhatIsNoNumberIsOne() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        answering("{\"id\":\"" + digits("app") + "\",\"v\":{\"threads\":-1,\"zombies\":2},"
                + "\"gap\":{\"fds\":\"denied\",\"memory\":\"a-reason-of-the-future\"},\"new\":1}");
        start();

        Seen seen = seen(shell("app").observe(List.of("threads"), DEADLINE));

        assertThat(seen.values()).containsOnly(entry("zombies", 2.0));
        assertThat(seen.gaps())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("fds", GapReason.DENIED, "memory", GapReason.FAILED, "threads", GapReason.MALFORMED));
    }

    @Test
    void aContainerThatTheAgentDoesNotSeeIsGone() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        answering("{\"id\":\"" + digits("app") + "\",\"v\":{},\"gap\":{\"*\":\"target-gone\"}}");
        start();

        assertThat(failure(shell("app").observe(List.of("threads"), DEADLINE)).reason())
                .isEqualTo(GapReason.TARGET_GONE);
    }

    @Test
    void answersThatAreNoneAreGapsWithWords() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        start();
        for (String[] bad : new String[][] {
            {"<html>", "makes no sense"},
            {"{\"format\":\"seep.look/2\"}\n{\"end\":0}\n", "another version of seep"},
            {"{\"format\":\"seep.look/1\"}\n{\"id\":\"x\"}\n", "incomplete"},
            {"", "another version of seep"},
        }) {
            cluster.behave();
            cluster.intercept(request -> isLook(request) ? body(bad[0]) : null);

            Failed failed = failure(shell("app").observe(List.of("threads"), DEADLINE));

            assertThat(failed.reason()).isEqualTo(GapReason.MALFORMED);
            assertThat(failed.message()).startsWith("the agent of node node-1").contains(bad[1]);
        }
    }

    @Test
    void anAgentThatTheApiServerDoesNotReachIsAGap() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        cluster.intercept(request -> isLook(request) ? FakeCluster.status(503, "connection refused") : null);
        start();

        Failed failed = failure(shell("app").observe(List.of("threads"), DEADLINE));

        assertThat(failed.reason()).isEqualTo(GapReason.UNREACHABLE);
        assertThat(failed.message()).contains("seep-agent/seep-agent-x1").contains("connection refused");
    }

    @Test
    void withoutAnyAgentThereIsNoRun() {
        cluster.put(WEB);

        assertThatThrownBy(this::start)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no agent runs among the pods in namespace seep-agent")
                .hasMessageContaining("seep manifest agent")
                .hasMessageContaining("--agents");
    }

    @Test
    void theRightThatIsMissingIsNamedBeforeTheRun() {
        cluster.put(AGENT);
        cluster.put(WEB);
        cluster.intercept(FakeRights.allBut("get pods/proxy"));

        assertThatThrownBy(this::start)
                .hasMessageContaining("not allowed to ask the agents")
                .hasMessageContaining("resources: [\"pods/proxy\"], verbs: [\"get\"]} in namespace seep-agent");
    }

    @Test
    void aContainerInWhichNothingCanBeRunIsSeenByTheAgentOfItsNode() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        answering(line(WEB, "app", "\"fds.open\":11"));
        startWithExecs();

        CompletionStage<ExecResult> run = shell("app").run("true", DEADLINE);
        CompletionStage<ExecResult> look = shell("app").observe(List.of("fds", "sockets"), DEADLINE);

        assertThat(seen(look).through()).isEqualTo("agent");
        assertThat(seen(look).values()).containsOnly(entry("fds.open", 11.0));
        assertThat(result(run)).isNotNull();
        assertThat(cluster.requests()).anyMatch(FakeCluster::isExec);
    }

    @Test
    void whatNoAgentMeasuresIsTheKubeletsAllTheSame() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        startWithExecs();

        result(shell("app").observe(List.of("disk"), DEADLINE));

        assertThat(asked()).isEmpty();
        assertThat(pathsAsked()).contains("/api/v1/nodes/node-1/proxy/stats/summary");
    }

    @Test
    void whereNoAgentIsTheKubeletIsAsked() throws Exception {
        cluster.put(WEB);
        startWithExecs();

        result(shell("app").observe(List.of("fds"), DEADLINE));

        assertThat(pathsAsked()).contains("/api/v1/nodes/node-1/proxy/metrics/cadvisor");
    }

    @Test
    void agentsThatMayNotBeAskedAreNotAsked() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        cluster.intercept(FakeRights.allBut("get pods/proxy"));
        startWithExecs();

        result(shell("app").observe(List.of("fds"), DEADLINE));

        assertThat(asked()).isEmpty();
        assertThat(pathsAsked()).contains("/api/v1/nodes/node-1/proxy/metrics/cadvisor");
    }

    @Test
    void whatIsNoListOfPodsIsNoAgent() throws Exception {
        cluster.put(WEB);
        cluster.intercept(request -> request.getUrl().encodedPath().endsWith("/namespaces/seep-agent/pods")
                ? body("{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[{\"metadata\":{}}]}")
                : null);
        startWithExecs();

        result(shell("app").observe(List.of("fds"), DEADLINE));

        assertThat(pathsAsked()).contains("/api/v1/nodes/node-1/proxy/metrics/cadvisor");
    }

    @Test
    void aContainerStaysWithItsAgentWhenThatIsAwayForAWhile() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        answering(line(WEB, "app", "\"threads\":7"));
        startWithExecs();
        result(shell("app").observe(List.of("threads"), DEADLINE));

        cluster.delete("seep-agent", "seep-agent-x1");
        Waiting.until(() -> result(shell("app").observe(List.of("threads"), DEADLINE)) instanceof Failed);

        assertThat(failure(shell("app").observe(List.of("threads"), DEADLINE)).message())
                .contains("no agent runs on node node-1");
        assertThat(pathsAsked()).noneMatch(path -> path.contains("cadvisor"));
    }

    @Test
    void agentsAreLookedForWhenTheyAreNeededAndOnce() throws Exception {
        cluster.put(AGENT);
        cluster.put(WEB);
        answering(line(WEB, "app", "\"threads\":1"), line(WEB, "side", "\"threads\":2"));
        startWithExecs();
        assertThat(pathsAsked()).noneMatch(path -> path.contains("seep-agent"));

        result(shell("app").observe(List.of("threads"), DEADLINE));
        result(shell("side").observe(List.of("threads"), DEADLINE));

        assertThat(cluster.requests().stream()
                        .filter(request -> request.getUrl().encodedPath().endsWith("/namespaces/seep-agent/pods"))
                        .filter(request -> request.getUrl().queryParameter("watch") == null))
                .hasSize(1);
    }

    private List<String> pathsAsked() {
        return cluster.requests().stream()
                .map(request -> request.getUrl().encodedPath())
                .toList();
    }

    private void answering(String... lines) {
        cluster.intercept(request -> isLook(request)
                ? body("{\"format\":\"seep.look/1\"}\n" + String.join("\n", lines) + "\n{\"end\":" + lines.length
                        + "}\n")
                : null);
    }

    private static boolean isLook(RecordedRequest request) {
        return request.getUrl().encodedPath().endsWith("/v1/look");
    }

    private static MockResponse body(String text) {
        return new MockResponse.Builder().body(text).build();
    }

    private static String line(FakePod pod, String container, String values) {
        return "{\"id\":\"" + pod.id(container).substring(0, 12) + "\",\"v\":{" + values + "},\"gap\":{}}";
    }

    private static String digits(String container) {
        return WEB.id(container).substring(0, 12);
    }

    private List<String> asked() {
        List<String> asked = new ArrayList<>();
        cluster.requests().stream()
                .filter(AgentsTest::isLook)
                .forEach(request -> asked.add(
                        request.getUrl().encodedPath() + "?" + request.getUrl().encodedQuery()));
        return asked;
    }

    private Shell shell(String container) {
        LiveTarget live = listener.latest("shop/web/" + container);
        return live.shell();
    }

    private static ExecResult result(CompletionStage<ExecResult> stage) {
        return stage.toCompletableFuture().join();
    }

    private static Seen seen(CompletionStage<ExecResult> stage) {
        return (Seen) result(stage);
    }

    private static Failed failure(CompletionStage<ExecResult> stage) {
        return (Failed) result(stage);
    }

    private void start() throws SourceException {
        source = following().throughAgents("seep-agent");
        source.start(listener);
    }

    private void startWithExecs() throws SourceException {
        source = following().throughAgentsWhereNoShell("seep-agent");
        source.start(listener);
    }

    private KubernetesSource following() throws SourceException {
        Cluster connected = ClusterDirectory.find(new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of()));
        return new KubernetesSource(
                connected, KubernetesSelection.of("shop"), AT_ONCE, KubernetesConnection.DEFAULT_KEEP_ALIVE);
    }
}
