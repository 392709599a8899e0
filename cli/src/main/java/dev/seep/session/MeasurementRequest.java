package dev.seep.session;

import dev.seep.probe.CopiedScript;
import dev.seep.probe.Transport;
import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Answered;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell.Opening;
import dev.seep.source.ShellSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Asks a target one thing in the way that is wanted, within a deadline that holds for all of it. */
final class MeasurementRequest {
    private final SessionContext context;
    private final LiveTarget live;

    MeasurementRequest(SessionContext context, LiveTarget live) {
        this.context = context;
        this.live = live;
    }

    /** @param answer told on the timeline */
    void ask(Transport transport, Duration timeout, Consumer<ExecResult> answer) {
        long deadline = context.timeline().nanos() + timeout.toNanos();
        if (transport instanceof Transport.Fetch fetch) {
            tell(live.shell().fetch(fetch.address(), timeout), answer);
            return;
        }
        context.besideStarts().enter(live.node(), () -> {
            CompletionStage<ExecResult> result = left(deadline).isZero()
                    ? CompletableFuture.completedFuture(new TimedOut(timeout, "", ""))
                    : start(transport, deadline);
            tell(result, told -> {
                context.besideStarts().leave(live.node());
                answer.accept(told instanceof TimedOut ? new TimedOut(timeout, "", "") : told);
            });
        });
    }

    /**
     * As {@link #ask}, where nothing can be run.
     *
     * @param measured the first word of what is asked for
     */
    void look(String measured, Duration timeout, Consumer<ExecResult> answer) {
        tell(live.shell().look(List.of(measured), timeout), answer);
    }

    private CompletionStage<ExecResult> start(Transport transport, long deadline) {
        if (transport instanceof Transport.Copied copied) {
            return copy(copied.script(), deadline);
        }
        return live.shell().run(((Transport.Command) transport).script(), left(deadline));
    }

    private CompletionStage<ExecResult> copy(CopiedScript script, long deadline) {
        return live.shell()
                .open(script.program(left(deadline)), left(deadline))
                .thenCompose(opening -> opening instanceof Opening.Opened opened
                        ? copy(script, opened.session(), deadline).whenComplete((done, failure) -> opened.session()
                                .close())
                        : CompletableFuture.completedFuture(((Opening.Refused) opening).result()));
    }

    private CompletionStage<ExecResult> copy(CopiedScript script, ShellSession session, long deadline) {
        return session.ask(script.copy(), script.copiedMark(), left(deadline)).thenCompose(result -> {
            if (!(result instanceof Answered answered)) {
                return CompletableFuture.completedFuture(result);
            }
            return script.isCopied(answered.out())
                    ? session.ask("run", script.ranMark(), left(deadline)).thenApply(ran -> left(script, ran))
                    : CompletableFuture.completedFuture(new Failed(
                            GapReason.TRUNCATED, "the script came to " + live.target() + " other than it was sent"));
        });
    }

    private static ExecResult left(CopiedScript script, ExecResult ran) {
        if (!(ran instanceof Answered answered)) {
            return ran;
        }
        return script.output(answered.out())
                .<ExecResult>map(output -> new Exited(output.status(), output.out(), output.err()))
                .orElseGet(() -> new Failed(GapReason.MALFORMED, "what the script printed is not complete"));
    }

    private void tell(CompletionStage<ExecResult> stage, Consumer<ExecResult> answer) {
        stage.whenComplete((result, failure) -> context.timeline().execute(() -> {
            if (failure != null) {
                throw new IllegalStateException("asking " + live.target() + " broke its contract", failure);
            }
            answer.accept(result);
        }));
    }

    private Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - context.timeline().nanos()));
    }
}
