package dev.seep.session;

import dev.seep.source.ExecResult;
import dev.seep.source.Shell;
import dev.seep.source.ShellSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A shell whose answers are made by the test: a processes probe that counts what it is told. */
final class FakeShell implements Shell {
    /** What the next questions get: the sequence number goes in, the result comes out; never, if it is null. */
    Function<String, CompletionStage<ExecResult>> behaviour = FakeShell::answers;

    /** What the next openings get instead of a session, if anything. */
    @Nullable
    ExecResult refusal;

    /** What the source sees by itself, if it does. */
    @Nullable
    Supplier<ExecResult> sight;

    /** What the next openings wait for, if for anything. */
    @Nullable
    CompletableFuture<Opening> opening;

    int opened;
    int closed;
    int ranOnce;
    int refused;
    private @Nullable Session last;

    /** The complete answer of a target with one process of two threads. */
    static CompletionStage<ExecResult> answers(String sequence) {
        return CompletableFuture.completedFuture(new ExecResult.Answered(block(sequence)));
    }

    static CompletionStage<ExecResult> never(String sequence) {
        return new CompletableFuture<>();
    }

    static String block(String sequence) {
        String row = "1 S 2 100\n";
        String body = "page 1\n4\nstat " + row.length() + "\n" + row + "\n";
        return "seep-answer " + sequence + " " + body.length() + "\n" + body + "\nseep-end-of-answer " + sequence
                + "\n";
    }

    /** The connection of the open session is cut. */
    void cut() {
        if (last != null) {
            last.open = false;
        }
    }

    @Override
    public CompletionStage<ExecResult> run(String script, Duration deadline) {
        ranOnce++;
        String sequence = script.replaceAll("(?s).*\\nq=(\\d+) .*", "$1");
        return behaviour
                .apply(sequence)
                .thenApply(result -> result instanceof ExecResult.Answered answered
                        ? new ExecResult.Exited(0, answered.out(), "")
                        : result);
    }

    @Override
    public CompletionStage<ExecResult> observe(List<String> probes, Duration deadline) {
        return sight == null ? Shell.super.observe(probes, deadline) : CompletableFuture.completedFuture(sight.get());
    }

    @Override
    public CompletionStage<Opening> open(String script, Duration deadline) {
        if (opening != null) {
            return opening;
        }
        if (refusal != null) {
            refused++;
            return CompletableFuture.completedFuture(new Opening.Refused(refusal));
        }
        opened++;
        Session session = new Session();
        last = session;
        return CompletableFuture.completedFuture(new Opening.Opened(session));
    }

    private final class Session implements ShellSession {
        private boolean open = true;

        @Override
        public CompletionStage<ExecResult> ask(String line, String endMark, Duration deadline) {
            return behaviour.apply(line.split(" ")[0]);
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
            closed++;
        }
    }
}
