package dev.seep.source.kubernetes.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Answered;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.Shell;
import dev.seep.source.Shell.Opening.Opened;
import dev.seep.source.kubernetes.KubernetesSource;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakePod;
import dev.seep.testing.RecordingListener;
import dev.seep.testing.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebugContainersTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final FakePod POD = FakePod.running("shop", "web", "app");

    private final FakeCluster cluster = FakeCluster.start();
    private final RecordingListener listener = new RecordingListener();
    /** As the API server has them. */
    private final JsonArray added = new JsonArray();

    private String state = "{\"running\":{}}";
    private boolean old;
    private @Nullable MockResponse refusal;

    @SuppressWarnings("NullAway.Init")
    private KubernetesSource source;

    @BeforeEach
    void startSource(@TempDir Path folder) throws Exception {
        cluster.put(POD);
        cluster.intercept(this::answer);
        source = KubernetesSource.connect(
                        new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of()),
                        KubernetesSelection.of("shop"))
                .throughDebugContainers("tools:1");
        source.start(listener);
    }

    @AfterEach
    void stop() {
        source.close();
        cluster.close();
    }

    @Test
    void aContainerWithAShellIsLeftAlone() {
        cluster.behave();

        assertThat(run("echo own $#")).isEqualTo(new Exited(0, "own 0\n", ""));
        assertThat(shell().through()).isEmpty();
        assertThat(changes()).isZero();
    }

    @Test
    void aContainerWithoutAShellIsMeasuredFromBesideIt() {
        assertThat(run("echo beside \"$@\"")).isEqualTo(new Exited(0, "beside 0\n", ""));

        assertThat(shell().through()).isEqualTo("debug container");
        assertThat(added)
                .isEqualTo(JsonParser.parseString(
                        "[{\"name\":\"seep-app\",\"image\":\"tools:1\",\"targetContainerName\":\"app\","
                                + "\"terminationMessagePolicy\":\"File\",\"command\":[\"sh\",\"-c\","
                                + "\"trap 'exit 0' TERM; while :; do sleep 3600 & wait $!; done\"]}]"));
    }

    @Test
    void processesOfTheContainerAreNamedInEachQuestionAndInNothingElse() throws Exception {
        String program = "while read -r line; do echo \"got $line\"; [ \"$line\" = text ] || echo END; done";
        Opened opened = (Opened) join(shell().open(program, LONG));

        assertThat(join(opened.session().ask("7 memory", "END", LONG)))
                .isEqualTo(new Answered("got 7 memory 0\nEND\n"));
        assertThat(join(opened.session().ask("text\n8 memory", "END", LONG)))
                .isEqualTo(new Answered("got text\ngot 8 memory 0\nEND\n"));
        opened.session().close();
    }

    @Test
    void findsProcessesByTheirCgroup(@TempDir Path proc) throws Exception {
        cgroup(proc, 1, "0::/../cri-containerd-" + POD.id("app") + ".scope");
        cgroup(proc, 12, "9:name=systemd:/kubepods/podA/" + POD.id("app"));
        cgroup(proc, 37, "0::/");

        Shell shell = shell();
        run("true");
        DebugShell debug = (DebugShell) shell;

        assertThat(debug.finding().replace("/proc/", proc + "/") + "pids\necho $P")
                .satisfies(script -> assertThat(run(script)).isEqualTo(new Exited(0, "1 12\n", "")));
    }

    @Test
    void oneThatIsThereIsUsedAgainAndNoneIsAddedTwice() {
        run("true");
        run("true");
        join(shell().open("read -r x", LONG));
        cluster.put(POD.restarted("app", "Error", 1));
        Waiting.until(() -> !listener.latest("shop/web/app").shell().through().equals("debug container"));
        run("true");

        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void oneThatHasEndedIsNotReplaced() {
        state = "{\"terminated\":{\"exitCode\":0}}";

        assertThat(run("true"))
                .isEqualTo(new Failed(
                        GapReason.NO_SHELL,
                        "the debug container seep-app in shop/web has ended, and is not added twice"));
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void anImageThatCannotBeHadIsSaidSo() {
        state = "{\"waiting\":{\"reason\":\"ImagePullBackOff\"}}";

        assertThat(((Failed) run("true")).message())
                .isEqualTo("the debug container seep-app in shop/web does not start: ImagePullBackOff");
    }

    @Test
    void namesTheMissingRightAndTriesAgain() {
        refusal = FakeCluster.status(403, "forbidden");
        Failed failed = (Failed) run("true");
        assertThat(failed.reason()).isEqualTo(GapReason.DENIED);
        assertThat(failed.message())
                .contains("allow the verbs patch and update on pods/ephemeralcontainers in namespace shop");
        refusal = null;

        assertThat(run("echo beside")).isEqualTo(new Exited(0, "beside\n", ""));
    }

    @Test
    void clustersBefore22AreAskedInTheirOwnWay() {
        old = true;
        added.add(JsonParser.parseString("{\"name\":\"other\"}"));

        assertThat(run("echo beside")).isEqualTo(new Exited(0, "beside\n", ""));
        assertThat(added.get(0)).hasToString("{\"name\":\"other\"}");
        assertThat(added.get(1).getAsJsonObject().get("name").getAsString()).isEqualTo("seep-app");
    }

    private static void cgroup(Path proc, int pid, String line) throws Exception {
        Files.writeString(
                Files.createDirectory(proc.resolve(String.valueOf(pid))).resolve("cgroup"), line + "\n");
    }

    private @Nullable MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (FakeCluster.isExec(request)) {
            return "app".equals(request.getUrl().queryParameter("container"))
                    ? FakeCluster.status(500, "exec: \"sh\": executable file not found in $PATH")
                    : null;
        } else if (path.endsWith("/ephemeralcontainers")) {
            return refusal == null ? changed(request) : refusal;
        }
        return path.endsWith("/pods/web") ? json(pod()) : null;
    }

    private synchronized MockResponse changed(RecordedRequest request) {
        JsonObject body = JsonParser.parseString(
                        Objects.requireNonNull(request.getBody()).utf8())
                .getAsJsonObject();
        if (request.getMethod().equals("PATCH") && !old) {
            added.addAll(body.getAsJsonObject("spec").getAsJsonArray("ephemeralContainers"));
            return json(pod());
        } else if (request.getMethod().equals("PUT")) {
            while (!added.isEmpty()) {
                added.remove(0);
            }
            added.addAll(body.getAsJsonArray("ephemeralContainers"));
        }
        JsonObject list = new JsonObject();
        list.addProperty("kind", "EphemeralContainers");
        list.add("ephemeralContainers", added.deepCopy());
        return json(list);
    }

    private synchronized JsonObject pod() {
        JsonObject spec = new JsonObject();
        spec.add("ephemeralContainers", added.deepCopy());
        JsonArray statuses = new JsonArray();
        added.forEach(container -> {
            JsonObject status = new JsonObject();
            status.add("name", container.getAsJsonObject().get("name"));
            status.add("state", JsonParser.parseString(state));
            statuses.add(status);
        });
        JsonObject status = new JsonObject();
        status.add("ephemeralContainerStatuses", statuses);
        JsonObject pod = new JsonObject();
        pod.addProperty("kind", "Pod");
        pod.add("spec", spec);
        pod.add("status", status);
        return pod;
    }

    private static MockResponse json(JsonObject object) {
        return new MockResponse.Builder().body(object.toString()).build();
    }

    private long changes() {
        return cluster.requests().stream()
                .filter(request -> request.getUrl().encodedPath().endsWith("/ephemeralcontainers"))
                .count();
    }

    private Shell shell() {
        return listener.latest("shop/web/app").shell();
    }

    private ExecResult run(String script) {
        return join(shell().run(script, LONG));
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
