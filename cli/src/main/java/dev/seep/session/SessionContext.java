package dev.seep.session;

import dev.seep.sample.ObservationSink;
import dev.seep.source.LiveTarget;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * State that all polls of one session share. Lives on the timeline.
 *
 * @param besideStarts of measurement polls: however slow they are, shells for the probes do not wait for them
 * @param pace each target is polled at every so manieth due time
 * @param over whether nothing is to be asked any more
 */
record SessionContext(
        SoakPlan plan,
        Timeline timeline,
        Recorder recorder,
        StartLimiter starts,
        StartLimiter besideStarts,
        KeptSessionLimit kept,
        TokenBucket affordable,
        AdaptivePace pace,
        BooleanSupplier over) {
    static SessionContext of(SoakPlan plan, Timeline timeline, ObservationSink sink, BooleanSupplier over) {
        Budget budget = plan.budget();
        return new SessionContext(
                plan,
                timeline,
                new Recorder(timeline, sink),
                new StartLimiter(budget),
                new StartLimiter(budget),
                new KeptSessionLimit(budget.keptSessions()),
                new TokenBucket(budget.pollsPerSecond(), budget.burst()),
                new AdaptivePace(plan.deadline()),
                over);
    }

    boolean isOver() {
        return over.getAsBoolean();
    }

    /** Runs the poll as soon as the budget allows. */
    void whenAffordable(Runnable poll) {
        long now = timeline.nanos();
        long when = affordable.take(now);
        if (when <= now) {
            poll.run();
        } else {
            timeline.at(when, poll);
        }
    }

    void answered(int bytes, double millis) {
        recorder.answered(bytes, millis);
        pace.answered(millis);
    }

    /** Goes on, on the timeline, with the target's answer. */
    <T> void then(LiveTarget asked, CompletionStage<T> stage, Consumer<T> next) {
        stage.whenComplete((result, failure) -> timeline.execute(() -> {
            if (failure != null) {
                throw new IllegalStateException("asking " + asked.target() + " broke its contract", failure);
            }
            next.accept(result);
        }));
    }
}
