package dev.seep.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Answered;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.Shell.Opening;
import dev.seep.source.ShellSession;
import dev.seep.testing.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts beside a real process, run once and kept. */
@EnabledOnOs(OS.LINUX)
class LocalShellTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    private final ExecutorService readers = Executors.newCachedThreadPool();
    private Process process;
    private LocalShell shell;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "1000").start();
        shell = new LocalShell(new ProcessTree(process.toHandle()), readers);
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
        readers.shutdown();
    }

    @Test
    void tellsAScriptThePidsAndHowItEnded() {
        assertThat(run("echo \"$0 $*\"; echo oops >&2; exit 7", LONG))
                .isEqualTo(new Exited(7, "seep " + process.pid() + "\n", "oops\n"));
    }

    @Test
    void givesAScriptNoInput() {
        assertThat(run("read -r x || echo none", LONG)).isEqualTo(new Exited(0, "none\n", ""));
    }

    @Test
    void hasACharacterForEachByte() {
        assertThat(run("printf '\\303\\251\\000\\377'", LONG)).isEqualTo(new Exited(0, "\u00c3\u00a9\u0000\u00ff", ""));
    }

    @Test
    void cutsAScriptAtItsDeadline() {
        assertThat(run("echo half; exec sleep 1000", Duration.ofMillis(50))).isInstanceOf(TimedOut.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ">&2"})
    void refusesAScriptThatPrintsWithoutEnd(String where) {
        assertThat(run("yes " + where, LONG))
                .isEqualTo(new Failed(GapReason.TRUNCATED, "a script printed more than 16777216 bytes"));
    }

    @Test
    void runsNothingBesideAProcessThatHasEnded() {
        process.destroyForcibly();
        process.onExit().join();

        assertThat(run("echo here", LONG))
                .isEqualTo(new Failed(
                        GapReason.TARGET_GONE, "process " + process.pid() + " and all its children have ended"));
    }

    @Test
    void answersOneQuestionAfterTheOther() {
        try (ShellSession session = open("while read -r x; do echo \"got $x\"; echo end; done")) {
            for (int i = 0; i < 3; i++) {
                assertThat(result(session.ask("question " + i, "end", LONG)))
                        .isEqualTo(new Answered("got question " + i + " " + process.pid() + "\nend\n"));
            }
            assertThat(session.isOpen()).isTrue();
        }
    }

    @Test
    void endsAnAnswerAtAWholeLineAlone() {
        try (ShellSession session =
                open("read -r x; echo 'the end'; sleep 0.1; echo 'end of'; sleep 0.1; echo; echo end")) {
            assertThat(result(session.ask("1", "end", LONG))).isEqualTo(new Answered("the end\nend of\n\nend\n"));
        }
    }

    @Test
    void refusesASecondQuestionWhileTheFirstIsOpen() {
        try (ShellSession session = open("cat >/dev/null")) {
            CompletionStage<ExecResult> first = session.ask("1", "end", LONG);

            assertThatThrownBy(() -> session.ask("2", "end", LONG))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("another question is still open");
            session.close();
            assertThat(result(first))
                    .isEqualTo(new Failed(
                            GapReason.UNREACHABLE, "the shell beside process " + process.pid() + " has ended"));
        }
    }

    @Test
    void failsAQuestionToASessionThatIsClosed() {
        ShellSession session = open("cat");
        session.close();
        session.close();

        assertThat(session.isOpen()).isFalse();
        assertThat(((Failed) result(session.ask("1", "end", LONG))).reason()).isEqualTo(GapReason.UNREACHABLE);
    }

    @Test
    void failsAQuestionAboutAProcessThatHasEnded() {
        try (ShellSession session = open("while read -r x; do echo end; done")) {
            process.destroyForcibly();
            process.onExit().join();

            assertThat(((Failed) result(session.ask("1", "end", LONG))).reason())
                    .isEqualTo(GapReason.TARGET_GONE);
        }
    }

    @Test
    void closesASessionWhoseAnswerHasNoEnd() {
        ShellSession session = open("read -r x; yes");

        assertThat(result(session.ask("1", "end", LONG)))
                .isEqualTo(new Failed(GapReason.TRUNCATED, "a script printed more than 16777216 bytes"));
        Waiting.until(() -> !session.isOpen());
    }

    private ExecResult run(String script, Duration deadline) {
        return result(shell.run(script, deadline));
    }

    private static ExecResult result(CompletionStage<ExecResult> stage) {
        return stage.toCompletableFuture().join();
    }

    private ShellSession open(String script) {
        Opening opening = shell.open(script, LONG).toCompletableFuture().join();
        return ((Opening.Opened) opening).session();
    }
}
