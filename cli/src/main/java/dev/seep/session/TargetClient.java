package dev.seep.session;

import dev.seep.probe.ProbeSet;
import dev.seep.probe.Question;
import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Answered;
import dev.seep.source.ExecResult.Cases;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell.Opening;
import dev.seep.source.ShellSession;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gets answers from one incarnation of a target, one question at a time. Lives on the timeline.
 *
 * <pre>
 *                its turn to start                     answers
 *   UNOPENED ------------------------> a session ----------------> KEPT
 *    |    ^                                |                         |
 *    |    +--------------------------------+-------------------------+  it is cut, or an answer does not come
 *    |
 *    +--------> ONE_SHOT   two sessions died, or did not come up, before any of them had answered;
 *                          or sessions are not wanted. For this question alone: no more may be kept
 * </pre>
 *
 * Failures of the connection are tried again in each of them while there is time for the question.
 */
final class TargetClient implements AutoCloseable {
    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    /** Until the kubelet has seen a restart (each second), told the API server, and a watch has told us. */
    private static final Duration NEWS_OF_A_RESTART = Duration.ofSeconds(5);
    /** Sessions that may die before their first answer until the target is asked one-shot. */
    private static final int STILLBORN_SESSIONS = 2;

    private static final Cases<Boolean> DIED_AT_ONCE =
            new Cases<>(exited -> true, answered -> false, seen -> false, timedOut -> false, failed -> true);

    private final SessionContext context;
    private final LiveTarget target;
    private final ProbeSet probes;
    private final Runnable firstTurn;

    private @Nullable ShellSession session;
    private boolean keeps;
    private boolean everAnswered;
    private int stillborn;
    private boolean closed;
    private boolean hadItsTurn;
    private GapReason waitsFor = GapReason.TIMEOUT;
    private long sureFrom;

    /** @param firstTurn run when a shell is first started for this target */
    TargetClient(SessionContext context, LiveTarget target, Runnable firstTurn) {
        this.context = context;
        this.target = target;
        this.probes = context.plan().probes();
        this.firstTurn = firstTurn;
        this.keeps = context.plan().keepsSessions();
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

    /** Why the open question has no answer yet. */
    GapReason waitsFor() {
        return waitsFor;
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
            context.kept().closed();
        }
    }

    private long now() {
        return context.timeline().nanos();
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
            this.deadline = now() + patience.toNanos();
            this.answer = answer;
        }

        void go() {
            if (closed) {
                return;
            }
            if (session != null && !session.isOpen()) {
                dropSession();
            }
            if (session != null) {
                askSession(session);
            } else if (keeps && context.kept().hasRoom()) {
                start(left -> target.shell().open(probes.program(), left), this::opened);
            } else {
                start(left -> target.shell().run(probes.once(question), left), this::consider);
            }
        }

        private <T> void start(Function<Duration, CompletionStage<T>> starter, Consumer<T> then) {
            context.starts().enter(target.node(), () -> {
                if (!hadItsTurn) {
                    hadItsTurn = true;
                    firstTurn.run();
                    deadline = now() + patience.toNanos();
                }
                Duration left = left();
                if (closed || left.isZero()) {
                    context.starts().leave(target.node());
                    finish(new ExecResult.TimedOut(left, "", ""));
                    return;
                }
                context.then(target, starter.apply(left), result -> {
                    context.starts().leave(target.node());
                    then.accept(result);
                });
            });
        }

        private void opened(Opening opening) {
            if (opening instanceof Opening.Opened opened) {
                if (closed) {
                    opened.session().close();
                    return;
                }
                session = opened.session();
                context.kept().opened();
                sureFrom = everAnswered ? now() + NEWS_OF_A_RESTART.toNanos() : sureFrom;
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
            if (result.failedFor(GapReason.FAILED) && !everAnswered) {
                countStillborn(result);
                go();
            } else {
                consider(result);
            }
        }

        private void askSession(ShellSession asked) {
            context.then(target, asked.ask(question.line(), question.endMark(), left()), result -> {
                if (result instanceof Answered) {
                    everAnswered = true;
                } else {
                    dropSession();
                    countStillborn(result);
                }
                consider(result);
            });
        }

        private void countStillborn(ExecResult result) {
            if (!everAnswered && result.fold(DIED_AT_ONCE) && ++stillborn >= STILLBORN_SESSIONS) {
                keeps = false;
            }
        }

        private void consider(ExecResult result) {
            Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(retries, 10));
            long again =
                    now() + (long) (wait.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1.5));
            if (result instanceof Failed failed && isWorthAnotherTry(failed) && again < deadline) {
                waitsFor = failed.reason();
                retries++;
                context.timeline().at(again, this::go);
            } else {
                finish(result);
            }
        }

        private static boolean isWorthAnotherTry(Failed failed) {
            return failed.retryAfter().isZero()
                    && (failed.reason() == GapReason.UNREACHABLE || failed.reason() == GapReason.TRUNCATED);
        }

        private void finish(ExecResult result) {
            if (!closed) {
                answer.accept(result);
            }
        }

        private Duration left() {
            return Duration.ofNanos(Math.max(0, deadline - now()));
        }
    }
}
