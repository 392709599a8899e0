package dev.seep.session;

import dev.seep.probe.InlineScript;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Request of one measurement poll, in one or more steps. */
record MeasurementRequest(SessionContext context, LiveTarget live, long deadline) {
    MeasurementRequest(Poll poll) {
        this(
                poll.context,
                poll.live,
                poll.context.timeline().nanos() + poll.left().toNanos());
    }

    /** @param answer told on the timeline */
    void send(Transport transport, Consumer<ExecResult> answer) {
        if (transport instanceof Transport.Fetch fetch) {
            context.then(live, live.shell().fetch(fetch.address(), left()), answer);
            return;
        }
        context.besideStarts().enter(live.node(), () -> {
            CompletionStage<ExecResult> result =
                    left().isZero() ? CompletableFuture.completedFuture(new TimedOut("", "")) : start(transport);
            context.then(live, result, told -> {
                context.besideStarts().leave(live.node());
                // Partial output is no part of the message.
                answer.accept(told instanceof TimedOut ? new TimedOut("", "") : told);
            });
        });
    }

    private CompletionStage<ExecResult> start(Transport transport) {
        if (transport instanceof Transport.Copied copied) {
            return copy(copied.script());
        }
        return live.shell().run(((Transport.Command) transport).script(), left());
    }

    private CompletionStage<ExecResult> copy(InlineScript script) {
        return live.shell()
                .open(script.program(left()), left())
                .thenCompose(opening -> opening instanceof Opening.Opened opened
                        ? copy(script, opened.session()).whenComplete((done, failure) -> opened.session()
                                .close())
                        : CompletableFuture.completedFuture(((Opening.Refused) opening).result()));
    }

    private CompletionStage<ExecResult> copy(InlineScript script, ShellSession session) {
        return session.ask(script.copy(), script.copiedMark(), left()).thenCompose(result -> {
            if (!(result instanceof Answered answered)) {
                return CompletableFuture.completedFuture(result);
            }
            return script.isCopied(answered.out())
                    ? session.ask("run", script.ranMark(), left()).thenApply(ran -> output(script, ran))
                    : CompletableFuture.completedFuture(new Failed(
                            GapReason.TRUNCATED, "the script came to " + live.target() + " other than it was sent"));
        });
    }

    private static ExecResult output(InlineScript script, ExecResult ran) {
        if (!(ran instanceof Answered answered)) {
            return ran;
        }
        return script.output(answered.out())
                .<ExecResult>map(output -> new Exited(output.status(), output.out(), output.err()))
                .orElseGet(() -> new Failed(GapReason.MALFORMED, "what the script printed is not complete"));
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - context.timeline().nanos()));
    }
}
