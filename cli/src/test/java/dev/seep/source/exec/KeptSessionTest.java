package dev.seep.source.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Answered;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.Shell.Opening;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptSessionTest {
    private static final ExecTarget TARGET = new ExecTarget("shop", "web", "app");
    private static final Duration LONG = Duration.ofMinutes(3);

    /** What is due is done when a test takes it from here. */
    private final BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();

    private final Deadlines deadlines = new Deadlines(due::add);
    private final RecordingConnection connection = new RecordingConnection();
    private final List<ExecChannels> over = new ArrayList<>();
    private final KeptSession session = new KeptSession(TARGET, connection, deadlines, Runnable::run, over::add);

    @AfterEach
    void close() {
        deadlines.close();
    }

    private void comes(String text) {
        session.out(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static <T> T of(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private void open() throws Exception {
        CompletionStage<Opening> opening = session.opening(LONG);
        comes("seep-shell-is-up\n");
        assertThat(of(opening)).isEqualTo(new Opening.Opened(session));
    }

    @Test
    void programGreetsBeforeAnythingElse() {
        session.begin("while read -r q; do :; done");
        assertThat(connection.sent()).hasSize(1);
        assertThat(connection.sent().get(0))
                .contains("\necho seep-shell-is-up\nwhile read -r q; do :; done\nseep-end-of-program-");
    }

    @Test
    void sessionIsOpenWhenTheShellHasGreeted() throws Exception {
        CompletionStage<Opening> opening = session.opening(LONG);
        comes("seep-shell-");
        assertThat(opening.toCompletableFuture()).isNotDone();
        comes("is-up\n");
        assertThat(of(opening)).isEqualTo(new Opening.Opened(session));
        assertThat(session.isOpen()).isTrue();
        assertThat(over).isEmpty();
    }

    @Test
    void shellThatCannotStartRefusesTheOpening() throws Exception {
        CompletionStage<Opening> opening = session.opening(LONG);
        session.err(ByteBuffer.wrap("sh: not today\n".getBytes(StandardCharsets.US_ASCII)));
        session.ended(new ExecEnd.Exit(2));
        assertThat(of(opening))
                .isEqualTo(new Opening.Refused(new Failed(
                        GapReason.FAILED, "exec in shop/web/app: the script ended with status 2 sh: not today")));
        assertThat(session.isOpen()).isFalse();
        assertThat(over).containsExactly(session);
    }

    @Test
    void imageWithoutShellRefusesTheOpeningWithThatReason() throws Exception {
        CompletionStage<Opening> opening = session.opening(LONG);
        comes("OCI runtime exec failed: exec failed: exec: \"sh\": executable file not found in $PATH");
        session.ended(new ExecEnd.Exit(127));
        Opening.Refused refused = (Opening.Refused) of(opening);
        assertThat(((Failed) refused.result()).reason()).isEqualTo(GapReason.NO_SHELL);
    }

    @Test
    void questionsAreLinesAndAnswersEndWithTheirMarks() throws Exception {
        open();
        CompletionStage<ExecResult> first = session.ask("1 memory", "END 1", LONG);
        comes("a\nEND 1\n");
        CompletionStage<ExecResult> second = session.ask("2 fds", "END 2", LONG);
        comes("END 1\nb\nEND 2\n");
        assertThat(of(first)).isEqualTo(new Answered("a\nEND 1\n"));
        assertThat(of(second)).isEqualTo(new Answered("END 1\nb\nEND 2\n"));
        assertThat(connection.sent()).containsExactly("1 memory\n", "2 fds\n");
    }

    @Test
    void whatComesUnaskedIsNoPartOfTheNextAnswer() throws Exception {
        open();
        comes("chatter\nEND 1\n");
        session.err(ByteBuffer.wrap(new byte[] {'x'}));
        CompletionStage<ExecResult> answer = session.ask("1", "END 1", LONG);
        comes("END 1\n");
        assertThat(of(answer)).isEqualTo(new Answered("END 1\n"));
    }

    @Test
    void oneQuestionAtATime() throws Exception {
        open();
        session.ask("1", "END", LONG);
        assertThatThrownBy(() -> session.ask("2", "END", LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shop/web/app");
        assertThat(connection.sent()).containsExactly("1\n");
    }

    @Test
    void answerThatIsLateEndsTheSession() throws Exception {
        open();
        CompletionStage<ExecResult> answer = session.ask("1", "END", Duration.ZERO);
        comes("half");
        due.take().run();
        assertThat(of(answer)).isEqualTo(new TimedOut("half", ""));
        assertThat(connection.isClosed()).isTrue();
        assertThat(session.isOpen()).isFalse();
        comes("END\n");
        assertThat(of(session.ask("2", "END", LONG)))
                .isEqualTo(new Failed(GapReason.UNREACHABLE, "exec in shop/web/app: the session is closed"));
    }

    @Test
    void deadlineOfAnAnsweredQuestionIsNotThatOfTheNext() throws Exception {
        open();
        session.ask("1", "END", Duration.ZERO);
        Runnable late = due.take();
        comes("END\n");
        CompletionStage<ExecResult> second = session.ask("2", "END", LONG);
        late.run();
        comes("b\nEND\n");
        assertThat(of(second)).isEqualTo(new Answered("b\nEND\n"));
    }

    @Test
    void answerWithoutEndIsCutAndEndsTheSession() throws Exception {
        open();
        CompletionStage<ExecResult> answer = session.ask("1", "END", LONG);
        session.out(ByteBuffer.allocate(ExecResult.MAX_OUTPUT));
        assertThat(connection.isClosed()).isFalse();
        comes("!");
        assertThat(((Failed) of(answer)).reason()).isEqualTo(GapReason.TRUNCATED);
        assertThat(connection.isClosed()).isTrue();
        assertThat(over).containsExactly(session);
    }

    @Test
    void connectionThatBreaksBetweenQuestionsEndsTheSession() throws Exception {
        open();
        session.ended(new ExecEnd.Broken(GapReason.UNREACHABLE, "gone"));
        assertThat(session.isOpen()).isFalse();
        assertThat(over).containsExactly(session);
    }

    @Test
    void connectionThatBreaksInAnAnswerFailsIt() throws Exception {
        open();
        CompletionStage<ExecResult> answer = session.ask("1", "END", LONG);
        session.failed(ExecFailures.gone(TARGET));
        assertThat(of(answer))
                .isEqualTo(
                        new Failed(GapReason.TARGET_GONE, "exec in shop/web/app: this life of the container is over"));
    }

    @Test
    void whoClosesTellsWhoeverWaitsAndMayCloseAgain() throws Exception {
        open();
        CompletionStage<ExecResult> answer = session.ask("1", "END", LONG);
        session.close();
        session.close();
        assertThat(((Failed) of(answer)).message()).endsWith("the session is closed");
        assertThat(connection.isClosed()).isTrue();
        assertThat(over).containsExactly(session);
    }
}
