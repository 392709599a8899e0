package dev.seep.source.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneShotTest {
    private static final ExecTarget TARGET = new ExecTarget("shop", "web", "app");
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Deadlines deadlines = new Deadlines(Runnable::run);
    private final RecordingConnection connection = new RecordingConnection();
    private final List<ExecChannels> over = new ArrayList<>();

    @AfterEach
    void close() {
        deadlines.close();
    }

    private OneShot start(Duration deadline) {
        return new OneShot(TARGET, connection, deadline, deadlines, Runnable::run, over::add);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ExecResult result(OneShot exec) throws Exception {
        return exec.result().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void bothChannelsAndTheStatusAreTheResult() throws Exception {
        OneShot exec = start(LONG);
        exec.out(bytes("one "));
        exec.err(bytes("oh"));
        exec.out(bytes("two"));
        assertThat(exec.result().toCompletableFuture()).isNotDone();
        exec.ended(new ExecEnd.Exit(7));
        assertThat(result(exec)).isEqualTo(new Exited(7, "one two", "oh"));
        assertThat(over).containsExactly(exec);
    }

    @Test
    void onlyTheFirstEndCounts() throws Exception {
        OneShot exec = start(LONG);
        exec.ended(new ExecEnd.Exit(0));
        exec.ended(new ExecEnd.Exit(1));
        exec.failed(ExecFailures.gone(TARGET));
        exec.close();
        assertThat(result(exec)).isEqualTo(new Exited(0, "", ""));
        assertThat(over).hasSize(1);
    }

    @Test
    void brokenConnectionFailsInTheWordsOfTheOtherSide() throws Exception {
        OneShot exec = start(LONG);
        exec.out(bytes("half"));
        exec.ended(new ExecEnd.Broken(GapReason.UNREACHABLE, "the connection was closed"));
        assertThat(result(exec))
                .isEqualTo(new Failed(GapReason.UNREACHABLE, "exec in shop/web/app: the connection was closed"));
    }

    @Test
    void runtimeThatFoundNoShellIsNoScriptThatFailed() throws Exception {
        OneShot exec = start(LONG);
        exec.err(bytes("OCI runtime exec failed: exec failed: unable to start container process: exec: \"sh\": "
                + "executable file not found in $PATH\r\n"));
        exec.ended(new ExecEnd.Exit(126));
        assertThat(result(exec))
                .isEqualTo(new Failed(
                        GapReason.NO_SHELL,
                        "exec in shop/web/app: \"sh\": executable file not found in $PATH; the image has no sh"));
    }

    @Test
    void scriptThatSpeaksOfAMissingShellIsBelieved() throws Exception {
        OneShot exec = start(LONG);
        exec.err(bytes("exec failed: executable file not found"));
        exec.ended(new ExecEnd.Exit(1));
        assertThat(result(exec)).isInstanceOf(Exited.class);
    }

    @Test
    void deadlineTellsWhatHadComeAndHangsUp() throws Exception {
        BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();
        Deadlines held = new Deadlines(due::add);
        OneShot exec = new OneShot(TARGET, connection, Duration.ZERO, held, Runnable::run, over::add);
        exec.out(bytes("so far"));
        exec.err(bytes("hm"));
        due.take().run();
        held.close();
        assertThat(result(exec)).isEqualTo(new TimedOut("so far", "hm"));
        assertThat(connection.isClosed()).isTrue();
        assertThat(over).containsExactly(exec);
    }

    @Test
    void deadlineThatPassesAtOnceIsNotLost() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            assertThat(result(start(Duration.ZERO))).isInstanceOf(TimedOut.class);
        }
    }

    @Test
    void moreOutputThanIsKeptHangsUp() throws Exception {
        OneShot exec = start(LONG);
        exec.out(ByteBuffer.allocate(ExecResult.MAX_OUTPUT));
        assertThat(connection.isClosed()).isFalse();
        exec.out(bytes("!"));
        assertThat(result(exec))
                .isEqualTo(new Failed(GapReason.TRUNCATED, "exec in shop/web/app: more than 16777216 bytes of output"));
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void whoClosesTellsWhoeverWaits() throws Exception {
        OneShot exec = start(LONG);
        exec.close();
        assertThat(result(exec))
                .isEqualTo(new Failed(GapReason.UNREACHABLE, "exec in shop/web/app: the session is closed"));
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void whoWaitsRunsOnAWorkerAndNotUnderALock() throws Exception {
        List<Runnable> work = new ArrayList<>();
        OneShot exec = new OneShot(TARGET, connection, LONG, deadlines, work::add, over::add);
        exec.ended(new ExecEnd.Exit(0));
        assertThat(exec.result().toCompletableFuture()).isNotDone();
        exec.result().thenRun(() -> assertThat(Thread.holdsLock(exec)).isFalse());
        work.forEach(Runnable::run);
        assertThat(result(exec)).isEqualTo(new Exited(0, "", ""));
    }
}
