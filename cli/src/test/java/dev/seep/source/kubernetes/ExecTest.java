package dev.seep.source.kubernetes;

import static dev.seep.testing.FakeCluster.isExec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Answered;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.Shell;
import dev.seep.source.Shell.Opening.Opened;
import dev.seep.source.Shell.Opening.Refused;
import dev.seep.source.ShellSession;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakePod;
import dev.seep.testing.RecordingListener;
import dev.seep.testing.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String ECHO = "while read -r line; do echo \"got $line\"; echo END; done";

    private final FakeCluster cluster = FakeCluster.start();
    private final RecordingListener listener = new RecordingListener();

    @SuppressWarnings("NullAway.Init")
    private KubernetesSource source;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeEach
    void startSource(@TempDir Path folder) throws Exception {
        cluster.put(FakePod.running("shop", "web", "app"));
        source = KubernetesSource.connect(
                new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of()), KubernetesSelection.of("shop"));
        source.start(listener);
        shell = listener.latest("shop/web/app").shell();
    }

    @AfterEach
    void stop() {
        source.close();
        cluster.close();
    }

    @Test
    void keepsOutputErrorsAndStatusApart() {
        assertThat(run("echo out; echo err >&2; exit 7")).isEqualTo(new Exited(7, "out\n", "err\n"));
    }

    @Test
    void standardInputIsEmpty() {
        assertThat(run("cat; echo end")).isEqualTo(new Exited(0, "end\n", ""));
    }

    @Test
    void everyByteOfHostileOutputIsOneCharacter() {
        Exited exited = (Exited) run("printf '\\377\\376\\000\\033[2J\\200'");
        assertThat(exited.out()).isEqualTo("\u00ff\u00fe\u0000\u001b[2J\u0080");
    }

    @Test
    void outputLargerThanAnyFrameIsComplete() {
        Exited exited = (Exited) run("yes 0123456789abcde | head -c 3000000");
        assertThat(exited.out())
                .hasSize(3_000_000)
                .startsWith("0123456789abcde\n")
                .endsWith("0123456789abcde\n");
    }

    @Test
    void outputBeyondTheLimitIsTruncatedAndNotKept() {
        Failed failed = (Failed) run("yes | head -c 20000000");
        assertThat(failed.reason()).isEqualTo(GapReason.TRUNCATED);
        assertThat(failed.message()).isEqualTo("exec in shop/web/app: more than 16777216 bytes of output");
    }

    @Test
    void scriptTravelsUnchanged() {
        assertThat(run("echo 'a;b&c=d+e%20 \"$\"' \u00e4 | tr -d '\\n'; :"))
                .isEqualTo(new Exited(0, "a;b&c=d+e%20 \"$\" \u00c3\u00a4", ""));
    }

    @Test
    void execThatNeverEndsIsCutAtItsDeadline() {
        assertThat(join(shell.run("echo begun; exec sleep 600", SHORT.multipliedBy(3))))
                .isEqualTo(new TimedOut("begun\n", ""));
    }

    @Test
    void hangingExecsShareTheirThreads() {
        cluster.intercept(request -> isExec(request) ? silent() : null);
        long before = clientThreads();
        List<CompletionStage<ExecResult>> hanging =
                Stream.generate(() -> shell.run("ignored", LONG)).limit(60).toList();
        Waiting.until(
                () -> cluster.requests().stream().filter(FakeCluster::isExec).count() == 60);
        assertThat(clientThreads() - before).isLessThan(10);
        assertThat(hanging).noneMatch(stage -> stage.toCompletableFuture().isDone());
    }

    private static long clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("seep-kube") || name.startsWith("HttpClient"))
                .count();
    }

    @Test
    void refusalNamesTheMissingRight() {
        cluster.intercept(request -> isExec(request)
                ? FakeCluster.status(
                        403, "pods \"web\" is forbidden: User \"tester\" cannot get resource \"pods/exec\"")
                : null);
        Failed failed = (Failed) run("true");
        assertThat(failed.reason()).isEqualTo(GapReason.DENIED);
        assertThat(failed.message())
                .isEqualTo(
                        "exec in shop/web/app was refused with HTTP 403: pods \"web\" is forbidden: User \"tester\" "
                                + "cannot get resource \"pods/exec\"; allow the verbs get and create on pods/exec in namespace shop");
    }

    @Test
    void refusalWithoutBodyStillSaysItsCode() {
        cluster.intercept(request ->
                isExec(request) ? new MockResponse.Builder().code(502).build() : null);
        assertThat(run("true"))
                .isEqualTo(new Failed(GapReason.UNREACHABLE, "exec in shop/web/app was refused with HTTP 502"));
    }

    @Test
    void missingPodIsGone() {
        cluster.intercept(request -> isExec(request) ? FakeCluster.status(404, "pods \"web\" not found") : null);
        assertThat(((Failed) run("true")).reason()).isEqualTo(GapReason.TARGET_GONE);
    }

    @Test
    void tooManyRequestsSayHowLongToWait() {
        cluster.intercept(request -> isExec(request)
                ? new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "7")
                        .build()
                : null);
        assertThat(((Failed) run("true")).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void socketClosedWithoutStatusIsNoSuccess() {
        answer(socket -> {
            socket.send(ByteString.encodeUtf8("\u0001half an ans"));
            socket.close(1000, null);
        });
        assertThat(run("true"))
                .isEqualTo(new Failed(
                        GapReason.UNREACHABLE,
                        "exec in shop/web/app: the connection was closed without an exit status"));
    }

    @Test
    void connectionCutInTheMiddleIsNoSuccess() {
        RawExec raw = new RawExec()
                .frame(RawExec.BINARY, "\u0001seep-shell-is-up\nhalf an ans")
                .thenCut();
        cluster.intercept(request -> isExec(request) ? raw.response(request) : null);
        ShellSession session = open(ECHO);
        assertThat(((Failed) join(session.ask("q", "END", LONG))).reason()).isEqualTo(GapReason.UNREACHABLE);
        assertThat(session.isOpen()).isFalse();
    }

    @Test
    void statusThatIsNotReadableIsNoSuccess() {
        answer(socket -> {
            socket.send(ByteString.encodeUtf8("\u0003{\"status\":\"Succ"));
            socket.close(1000, null);
        });
        assertThat(((Failed) run("true")).reason()).isEqualTo(GapReason.FAILED);
    }

    @Test
    void statusWithoutCloseEndsTheExec() {
        answer(socket -> socket.send(ByteString.encodeUtf8("\u0003{\"status\":\"Success\"}")));
        assertThat(run("true")).isEqualTo(new Exited(0, "", ""));
    }

    @Test
    void emptyMessagesAndUnknownChannelsAreIgnored() {
        answer(socket -> {
            socket.send(ByteString.EMPTY);
            socket.send(ByteString.encodeUtf8("\u0001"));
            socket.send(ByteString.encodeUtf8("\u0009what"));
            socket.send("text");
            socket.send(ByteString.encodeUtf8("\u0001out"));
            socket.send(ByteString.encodeUtf8("\u0003{\"status\":\"Success\"}"));
            socket.close(1000, null);
        });
        assertThat(run("true")).isEqualTo(new Exited(0, "out", ""));
    }

    @Test
    void containerWithoutShellIsSaidSo() {
        answer(socket -> {
            socket.send(
                    ByteString.encodeUtf8(
                            "\u0003{\"status\":\"Failure\",\"message\":\"OCI runtime exec failed: "
                                    + "exec failed: unable to start: exec: \\\"sh\\\": executable file not found in $PATH: unknown\",\"code\":500}"));
            socket.close(1000, null);
        });
        Failed failed = (Failed) run("true");
        assertThat(failed.reason()).isEqualTo(GapReason.NO_SHELL);
        assertThat(failed.message())
                .endsWith(": \"sh\": executable file not found in $PATH: unknown; the image has no sh")
                .doesNotContain("OCI runtime");
    }

    @Test
    void sessionAnswersOneQuestionAfterTheOther() {
        ShellSession session = open(ECHO);
        for (int i = 0; i < 100; i++) {
            assertThat(join(session.ask("q" + i, "END", LONG))).isEqualTo(new Answered("got q" + i + "\nEND\n"));
        }
        assertThat(session.isOpen()).isTrue();
    }

    @Test
    void endMarkInsideALineEndsNothing() {
        ShellSession session = open("while read -r line; do echo 'x END'; echo 'END x'; echo END; done");
        assertThat(join(session.ask("q", "END", LONG))).isEqualTo(new Answered("x END\nEND x\nEND\n"));
    }

    @Test
    void secondQuestionAtATimeIsADefect() {
        ShellSession session = open("read -r line; exec sleep 600");
        session.ask("q", "END", LONG);
        assertThatThrownBy(() -> session.ask("q", "END", LONG)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unansweredQuestionTimesOutAndEndsTheSession() {
        ShellSession session = open("read -r line; echo half; exec sleep 600");
        assertThat(join(session.ask("q", "END", SHORT))).isInstanceOf(TimedOut.class);
        assertThat(session.isOpen()).isFalse();
        assertThat(((Failed) join(session.ask("q", "END", LONG))).reason()).isEqualTo(GapReason.UNREACHABLE);
    }

    @Test
    void scriptThatEndsInTheMiddleFailsTheQuestion() {
        ShellSession session = open("read -r line; echo half; echo oops >&2; exit 3");
        Failed failed = (Failed) join(session.ask("q", "END", LONG));
        assertThat(failed)
                .isEqualTo(new Failed(GapReason.FAILED, "exec in shop/web/app: the script ended with status 3 oops"));
    }

    @Test
    void closedSessionEndsItsScript() {
        ShellSession session = open(ECHO);
        assertThat(cluster.runningExecs()).isEqualTo(1);
        session.close();
        waitUntilNoExecRuns();
    }

    @Test
    void closedSourceEndsAllSessions() {
        ShellSession session = open(ECHO);
        source.close();
        assertThat(session.isOpen()).isFalse();
        waitUntilNoExecRuns();
    }

    @Test
    void refusedSessionSaysWhy() {
        cluster.intercept(request -> isExec(request) ? FakeCluster.status(403, "no") : null);
        Refused refused = (Refused) join(shell.open(ECHO, LONG));
        assertThat(((Failed) refused.result()).reason()).isEqualTo(GapReason.DENIED);
    }

    @Test
    void sessionWhoseShellDoesNotComeUpIsRefusedAtTheDeadline() {
        cluster.intercept(request -> isExec(request) ? silent() : null);
        Refused refused = (Refused) join(shell.open(ECHO, SHORT));
        assertThat(refused.result()).isInstanceOf(TimedOut.class);
    }

    @Test
    void openConnectionShowsThatItIsAlive(@TempDir Path folder) throws Exception {
        RawExec raw = new RawExec();
        cluster.intercept(request -> isExec(request) ? raw.response(request) : null);
        try (KubernetesSource lively = KubernetesSource.connect(
                new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of(), Duration.ofMillis(32)),
                KubernetesSelection.of("shop"))) {
            lively.start(listener);
            CompletionStage<ExecResult> hanging =
                    listener.latest("shop/web/app").shell().run("ignored", LONG);
            raw.awaitPing();
            assertThat(hanging.toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void messageInSeveralFramesIsOneMessage() {
        RawExec raw = new RawExec()
                .frame(RawExec.BINARY, "\u0001fi")
                .frame(RawExec.CONTINUATION, "")
                .frame(RawExec.LAST_CONTINUATION, "rst ")
                .frame(RawExec.BINARY, "")
                .frame(RawExec.LAST_CONTINUATION, "\u0001second")
                .frame(RawExec.BINARY, "\u0003{\"status\":")
                .frame(RawExec.LAST_CONTINUATION, "\"Success\"}");
        cluster.intercept(request -> isExec(request) ? raw.response(request) : null);
        assertThat(run("ignored")).isEqualTo(new Exited(0, "first second", ""));
    }

    private void waitUntilNoExecRuns() {
        Waiting.until(() -> cluster.runningExecs() == 0);
    }

    private ExecResult run(String script) {
        return join(shell.run(script, LONG));
    }

    private ShellSession open(String script) {
        return ((Opened) join(shell.open(script, LONG))).session();
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private void answer(Consumer<WebSocket> behaviour) {
        cluster.intercept(request -> isExec(request) ? webSocket(behaviour) : null);
    }

    private static @Nullable MockResponse silent() {
        return webSocket(socket -> {});
    }

    private static MockResponse webSocket(Consumer<WebSocket> behaviour) {
        return new MockResponse.Builder()
                .webSocketUpgrade(new WebSocketListener() {
                    @Override
                    public void onOpen(WebSocket socket, Response response) {
                        behaviour.accept(socket);
                    }

                    @Override
                    public void onClosing(WebSocket socket, int code, String reason) {
                        socket.close(code, null);
                    }
                })
                .setHeader("Sec-WebSocket-Protocol", "v4.channel.k8s.io")
                .build();
    }
}
