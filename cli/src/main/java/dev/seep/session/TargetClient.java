package dev.seep.session;

import dev.seep.probe.ProbeSet;
import dev.seep.probe.Question;
import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell.Opening;
import dev.seep.source.ShellSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gets answers from one incarnation of a target: over a kept session that is opened when first needed and opened again
 * when it died, or by one-shot shells where sessions are not wanted or not possible. One question at a time. Lives on
 * the timeline. Where no shell can run, the source is asked what it sees by itself.
 */
final class TargetClient implements AutoCloseable {
    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    /** Until the kubelet has seen a restart (each second), told the API server, and a watch has told us. */
    private static final Duration NEWS_OF_A_RESTART = Duration.ofSeconds(5);
    /** Sessions that may die before their first answer until the target is asked one-shot. */
    private static final int STILLBORN_SESSIONS = 2;

    private final LiveTarget target;
    private final ProbeSet probes;
    private final Timeline timeline;
    private final StartLimiter starts;
    private final KeptSessions kept;

    private @Nullable ShellSession session;
    private boolean keeps;
    private boolean everAnswered;
    private int stillborn;
    private boolean closed;
    private boolean hadItsTurn;
    private ExecResult.@Nullable Failed noShell;
    private long firstTurn;
    private GapReason waitsFor = GapReason.TIMEOUT;
    private long sureFrom;

    TargetClient(
            LiveTarget target,
            ProbeSet probes,
            Timeline timeline,
            StartLimiter starts,
            KeptSessions kept,
            boolean keeps) {
        this.target = target;
        this.probes = probes;
        this.timeline = timeline;
        this.starts = starts;
        this.kept = kept;
        this.keeps = keeps;
    }

    /**
     * Asks, and asks again after failures of the connection while there is time. The very first question has its time
     * from its turn on: when thousands of targets are met at once, most of them wait for others to be started.
     *
     * @param patience for an answer
     * @param answer told the result on the timeline, unless this is closed before
     */
    void ask(Question question, Duration patience, Consumer<ExecResult> answer) {
        waitsFor = GapReason.TIMEOUT;
        new Attempt(question, patience, answer).go();
    }

    /**
     * From when on an answer is known to be of this incarnation. A session often dies because the container did, and the
     * next one may be opened in its next life before anybody has told so.
     */
    long sureFrom() {
        return sureFrom;
    }

    /** When a shell was first started for this target, zero while it still waits for its turn. */
    long firstTurn() {
        return firstTurn;
    }

    /** Why the open question has no answer yet. */
    GapReason waitsFor() {
        return waitsFor;
    }

    /** Whether anything can be run in the target, as far as is known. */
    boolean hasShell() {
        return noShell == null;
    }

    @Override
    public void close() {
        closed = true;
        dropSession();
    }

    private void dropSession() {
        if (session != null) {
            session.close();
            session = null;
            kept.closed();
        }
    }

    /** One question until its answer. */
    private final class Attempt {
        private final Question question;
        private final Duration patience;
        private final Consumer<ExecResult> answer;
        private long deadline;
        private int retries;

        Attempt(Question question, Duration patience, Consumer<ExecResult> answer) {
            this.question = question;
            this.patience = patience;
            this.deadline = timeline.nanos() + patience.toNanos();
            this.answer = answer;
        }

        void go() {
            if (closed) {
                return;
            }
            if (session != null && !session.isOpen()) {
                dropSession();
            }
            if (noShell != null) {
                look(noShell);
            } else if (session != null) {
                askSession(session);
            } else if (keeps && kept.hasRoom()) {
                start(left -> target.shell().open(probes.program(), left), this::opened);
            } else {
                start(left -> target.shell().run(probes.once(question), left), this::consider);
            }
        }

        private <T> void start(Function<Duration, CompletionStage<T>> starter, Consumer<T> then) {
            starts.enter(target.node(), () -> {
                if (!hadItsTurn) {
                    hadItsTurn = true;
                    firstTurn = timeline.nanos();
                    deadline = firstTurn + patience.toNanos();
                }
                Duration left = left();
                if (closed || left.isZero()) {
                    starts.leave(target.node());
                    finish(new ExecResult.TimedOut(left, "", ""));
                    return;
                }
                onTimeline(starter.apply(left), result -> {
                    starts.leave(target.node());
                    then.accept(result);
                });
            });
        }

        private void look(ExecResult.Failed why) {
            List<String> visible = ProbeSet.visible(question.probes());
            if (visible.isEmpty()) {
                finish(why);
                return;
            }
            onTimeline(
                    target.shell().look(visible, left()),
                    result -> finish(WithoutShell.together(why, result, question.probes())));
        }

        private void opened(Opening opening) {
            if (opening instanceof Opening.Opened opened) {
                if (closed) {
                    opened.session().close();
                    return;
                }
                session = opened.session();
                kept.opened();
                sureFrom = everAnswered ? timeline.nanos() + NEWS_OF_A_RESTART.toNanos() : sureFrom;
                askSession(opened.session());
            } else if (opening instanceof Opening.Refused refused) {
                refused(refused.result());
            }
        }

        /**
         * A shell that ends before it is up may be one that is not given its standard input. Where one has answered
         * before, something else is wrong, and asking on at once would only be more of it.
         */
        private void refused(ExecResult result) {
            boolean neverUp = result instanceof ExecResult.Failed failed && failed.reason() == GapReason.FAILED;
            if (neverUp && !everAnswered) {
                countStillborn(result);
                go();
            } else {
                consider(result);
            }
        }

        private void askSession(ShellSession asked) {
            onTimeline(asked.ask(question.line(), question.endMark(), left()), result -> {
                if (result instanceof ExecResult.Answered) {
                    everAnswered = true;
                } else {
                    dropSession();
                    countStillborn(result);
                }
                consider(result);
            });
        }

        private void countStillborn(ExecResult result) {
            boolean diedAtOnce = result instanceof ExecResult.Failed || result instanceof ExecResult.Exited;
            if (!everAnswered && diedAtOnce && ++stillborn >= STILLBORN_SESSIONS) {
                keeps = false;
            }
        }

        private void consider(ExecResult result) {
            if (WithoutShell.is(result)) {
                noShell = (ExecResult.Failed) result;
                go();
                return;
            }
            Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(retries, 10));
            long again = timeline.nanos()
                    + (long) (wait.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1.5));
            if (result instanceof ExecResult.Failed failed && isWorthAnotherTry(failed) && again < deadline) {
                waitsFor = failed.reason();
                retries++;
                timeline.at(again, this::go);
            } else {
                finish(result);
            }
        }

        private static boolean isWorthAnotherTry(ExecResult.Failed failed) {
            return failed.retryAfter().isZero()
                    && (failed.reason() == GapReason.UNREACHABLE || failed.reason() == GapReason.TRUNCATED);
        }

        private void finish(ExecResult result) {
            if (!closed) {
                answer.accept(result);
            }
        }

        private Duration left() {
            return Duration.ofNanos(Math.max(0, deadline - timeline.nanos()));
        }

        private <T> void onTimeline(CompletionStage<T> stage, Consumer<T> then) {
            stage.whenComplete((result, failure) -> timeline.execute(() -> {
                if (failure != null) {
                    throw new IllegalStateException("asking " + target.target() + " broke its contract", failure);
                }
                then.accept(result);
            }));
        }
    }
}
