package dev.seep.live;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import dev.seep.sample.Threads;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says in a log, with a line now and then, that a run goes on and where it stands. */
public final class Progress implements AutoCloseable {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int RISERS = 3;

    private final PrintWriter err;
    private final FollowedRun run;
    private Optional<Event> told = Optional.empty();
    private final ScheduledExecutorService thread = Threads.timer("progress");

    /** Starts showing; of a short run it says more often where it is. */
    public Progress(PrintWriter err, FollowedRun run) {
        this.err = err;
        this.run = run;
        long period = period(run.length()).toMillis();
        var unused = thread.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
    }

    private static Duration period(Duration length) {
        Duration twelfth = length.isZero() ? LONGEST : length.dividedBy(12);
        Duration atLeast = twelfth.compareTo(SHORTEST) < 0 ? SHORTEST : twelfth;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }

    /** One line. */
    void show() {
        Optional<Event> newest = run.seriesRanking().abnormal();
        boolean isNew = !newest.equals(told);
        told = newest;
        err.println("seep: "
                + ProgressLine.of(
                        run.status().get(),
                        run.counts().get(),
                        run.seriesRanking().worst(RISERS),
                        isNew ? newest.flatMap(Abnormality::of) : Optional.empty()));
        err.flush();
    }

    /** Ends showing. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            var unused = thread.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
