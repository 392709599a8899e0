package dev.seep.source.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.Shell;
import dev.seep.source.Shell.Opening;
import dev.seep.testing.RecordingListener;
import dev.seep.testing.Waiting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a script when the engine, the connection or the container fails. */
class DockerShellTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final RecordingListener listener = new RecordingListener();
    private FakeEngine engine;
    private DockerSource source;
    private Shell shell;

    @BeforeEach
    void startEngine(@TempDir Path folder) throws Exception {
        engine = new FakeEngine(folder).runs("web", "11-23T07:00", "{}");
        source = new DockerSource(
                engine.address(), new DockerSelection(List.of(), null, null, null, List.of()), EngineTimeouts.USUAL);
        source.start(listener);
        shell = listener.latest("docker/web/web").shell();
    }

    @AfterEach
    void stopEngine() {
        source.close();
        engine.close();
    }

    private ExecResult run(Duration deadline) {
        return shell.run("true", deadline).toCompletableFuture().join();
    }

    private void assertFails(GapReason reason, String words) {
        assertThat(run(LONG)).asInstanceOf(type(Failed.class)).satisfies(failed -> {
            assertThat(failed.reason()).as(failed.message()).isEqualTo(reason);
            assertThat(failed.message()).contains("docker/web/web").contains(words);
        });
    }

    @Test
    void outputAndErrorsAreToldApartAcrossPiecesOfFrames() {
        byte[] last = FakeEngine.frame(1, "cd");
        engine.execs(
                "web",
                7,
                FakeEngine.frame(1, "ab"),
                FakeEngine.frame(2, "oops"),
                new byte[] {last[0], last[1], last[2]},
                Arrays.copyOfRange(last, 3, last.length));

        assertThat(run(LONG)).isEqualTo(new Exited(7, "abcd", "oops"));
    }

    @Test
    void aFrameThatIsCutIsNoAnswer() {
        engine.execs("web", 0, FakeEngine.frame(1, "abc"), new byte[] {1, 0, 0, 0, 0, 0, 0, 9, 'x'});

        assertFails(GapReason.TRUNCATED, "middle of a frame");

        engine.execs("web", 0, FakeEngine.frame(1, "abc"), new byte[] {1, 0, 0});
        assertFails(GapReason.TRUNCATED, "middle of a frame");
    }

    @Test
    void whatIsNoFrameIsNoAnswer() {
        engine.execs("web", 0, "plain text, as a terminal gets it".getBytes(StandardCharsets.UTF_8));

        assertFails(GapReason.UNREACHABLE, "no frame");
    }

    @Test
    void moreOutputThanIsKeptIsCutOff() {
        byte[] piece = FakeEngine.frame(1, "x".repeat(1 << 20));
        byte[][] pieces = new byte[18][];
        Arrays.fill(pieces, piece);
        engine.execs("web", 0, pieces);

        assertFails(GapReason.TRUNCATED, "bytes of output");
    }

    @Test
    void anImageWithoutAShellIsToldByTheWordsOfTheRuntime() {
        engine.execs(
                "web",
                127,
                FakeEngine.frame(
                        2,
                        "Error: runc: exec failed: unable to start container process: exec: \"sh\": "
                                + "executable file not found in $PATH\n"));

        assertFails(GapReason.NO_SHELL, "the image has no sh");
    }

    @Test
    void aContainerThatIsGoneIsToldByTheRefusal() {
        engine.on(
                "POST /containers/web/exec", FakeEngine.answer("404 Not Found", "{\"message\":\"No such container\"}"));
        assertFails(GapReason.TARGET_GONE, "No such container");

        engine.on(
                "POST /containers/web/exec",
                FakeEngine.answer("409 Conflict", "{\"message\":\"container web is not running\"}"));
        assertFails(GapReason.TARGET_GONE, "not running");

        engine.on(
                "POST /containers/web/exec",
                FakeEngine.answer(
                        "500 Error",
                        "{\"message\":\"can only create exec sessions on running containers: container state improper\"}"));
        assertFails(GapReason.TARGET_GONE, "state improper");
    }

    @Test
    void anEngineThatHangsIsLeftAtTheDeadline() {
        engine.on("POST /containers/web/exec", FakeEngine.SILENCE);
        assertThat(run(SHORT)).isEqualTo(new TimedOut("", ""));

        engine.execs("web", -1, FakeEngine.frame(1, "begun "));
        Duration longEnoughForWords = Duration.ofSeconds(5);
        assertThat(run(longEnoughForWords)).isEqualTo(new TimedOut("begun ", ""));
    }

    @Test
    void anEngineThatIsAwayIsUnreachable() throws Exception {
        engine.stop();

        assertFails(GapReason.UNREACHABLE, "no connection");
    }

    @Test
    void aLifeThatIsOverIsNotAsked() throws Exception {
        Waiting.until(engine::isFollowed);
        engine.on("GET /containers/web/json", FakeEngine.answer("404 Not Found", "{}"));
        engine.happens("destroy", "web", "");
        listener.await("- docker/web/web");

        assertFails(GapReason.TARGET_GONE, "is over");
    }

    @Test
    void closingASessionEndsItsConnectionSoThatItsShellEnds() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        engine.execs("web", -1);
        engine.on("POST /exec/e1/start", client -> {
            FakeEngine.write(client, "HTTP/1.1 101 UPGRADED\r\n\r\n");
            client.write(ByteBuffer.wrap(FakeEngine.frame(1, "seep-shell-is-up\n")));
            new Thread(() -> {
                        var buffer = ByteBuffer.allocate(1 << 16);
                        try {
                            while (client.read(buffer.clear()) >= 0) {}
                        } catch (IOException e) {
                            // Also an end.
                        }
                        ended.countDown();
                    })
                    .start();
        });

        Opening opening = shell.open("cat", LONG).toCompletableFuture().join();
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        ((Opening.Opened) opening).session().close();

        assertThat(ended.await(3, TimeUnit.MINUTES)).isTrue();
        assertThat(((Opening.Opened) opening).session().isOpen()).isFalse();
    }
}
