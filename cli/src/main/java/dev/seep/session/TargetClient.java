package dev.seep.session;

import dev.seep.probe.PollRequest;
import dev.seep.probe.ProbeSet;
import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Answered;
import dev.seep.source.ExecResult.Cases;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.Shell;
import dev.seep.source.Shell.Opening;
import dev.seep.source.ShellSession;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Client of one incarnation of a target, over a kept session or one-shot, one question at a time. Lives on the
 * timeline.
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

    private final Poll poll;
    private final SessionContext context;
    private final ProbeSet probes;

    private @Nullable ShellSession session;
    private boolean keeps;
    private boolean everAnswered;
    private int stillborn;
    private boolean hadItsTurn;
    private GapReason waitsFor = GapReason.TIMEOUT;
    private long sureFrom;

    /** @param poll has the target and the time left */
    TargetClient(Poll poll) {
        this.poll = poll;
        this.context = poll.context;
        this.probes = context.plan().probes();
        this.keeps = context.plan().keepsSessions();
    }

    /**
     * Asks, and asks again after failures of the connection while there is time. The very first question has its time
     * from its turn on: when thousands of targets are met at once, most of them wait for others to be started.
     *
     * @param answer told the result on the timeline
     */
    void ask(PollRequest pollRequest, Consumer<ExecResult> answer) {
        waitsFor = GapReason.TIMEOUT;
        new Attempt(pollRequest, answer).go();
    }

    /**
     * From when on an answer is known to be of this incarnation. A session often dies because the container did, and
     * the next one may be opened in its next life before anybody has told so.
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
        if (session != null) {
            session.close();
            session = null;
            context.kept().closed();
        }
    }

    /** One question until its answer. */
    private final class Attempt {
        private final PollRequest pollRequest;
        private final Consumer<ExecResult> answer;
        private int retries;

        Attempt(PollRequest pollRequest, Consumer<ExecResult> answer) {
            this.pollRequest = pollRequest;
            this.answer = answer;
        }

        void go() {
            if (poll.isClosed()) {
                return;
            }
            if (session != null && !session.isOpen()) {
                close();
            }
            Shell shell = poll.live.shell();
            if (session != null) {
                askSession(session);
            } else if (keeps && context.kept().hasRoom()) {
                start(left -> shell.open(probes.program(), left), Opening.Refused::new, this::opened);
            } else {
                start(left -> shell.run(probes.once(pollRequest), left), result -> result, this::consider);
            }
        }

        private <T> void start(
                Function<Duration, CompletionStage<T>> starter, Function<ExecResult, T> late, Consumer<T> then) {
            String node = poll.live.node();
            context.starts().enter(node, () -> {
                if (!hadItsTurn) {
                    hadItsTurn = true;
                    poll.begins();
                }
                Duration left = poll.left();
                CompletionStage<T> started = poll.isClosed() || left.isZero()
                        ? CompletableFuture.completedFuture(late.apply(new TimedOut("", "")))
                        : starter.apply(left);
                context.then(poll.live, started, result -> {
                    context.starts().leave(node);
                    then.accept(result);
                });
            });
        }

        private void opened(Opening opening) {
            if (opening instanceof Opening.Opened opened) {
                if (poll.isClosed()) {
                    opened.session().close();
                    return;
                }
                session = opened.session();
                context.kept().opened();
                sureFrom = everAnswered ? context.timeline().nanos() + NEWS_OF_A_RESTART.toNanos() : sureFrom;
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
            context.then(poll.live, asked.ask(pollRequest.line(), pollRequest.endMark(), poll.left()), result -> {
                if (result instanceof Answered) {
                    everAnswered = true;
                } else {
                    close();
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
            double jitter = ThreadLocalRandom.current().nextDouble(0.5, 1.5);
            long wait = (long) ((FIRST_RETRY.toNanos() << Math.min(retries, 10)) * jitter);
            if (result instanceof Failed failed
                    && isWorthAnotherTry(failed)
                    && wait < poll.left().toNanos()) {
                waitsFor = failed.reason();
                retries++;
                context.timeline().at(context.timeline().nanos() + wait, this::go);
            } else {
                answer.accept(result);
            }
        }

        private static boolean isWorthAnotherTry(Failed failed) {
            return failed.retryAfter().isZero()
                    && (failed.reason() == GapReason.UNREACHABLE || failed.reason() == GapReason.TRUNCATED);
        }
    }
}
