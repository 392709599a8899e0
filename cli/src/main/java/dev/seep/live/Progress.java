package dev.seep.live;

import dev.seep.session.SoakStatus;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows on a terminal or in a log that a run goes on and where it stands. */
public final class Progress implements AutoCloseable {
    private static final Duration LIVELY = Duration.ofMillis(500);
    private static final Duration SHORTEST_PLAIN = Duration.ofSeconds(5);
    private static final Duration LONGEST_PLAIN = Duration.ofMinutes(1);
    private static final int LIVELY_RISERS = 2;
    private static final int PLAIN_RISERS = 3;

    private final PrintWriter err;
    private final boolean lively;
    private final int columns;
    private final Supplier<SoakStatus> status;
    private final Watchlist watchlist;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread named = new Thread(task, "progress");
        named.setDaemon(true);
        return named;
    });

    /**
     * Starts showing.
     *
     * @param lively one line that is drawn over itself, else a line now and then
     * @param length of the run, zero if it has no end: short runs say more often where they are
     */
    public Progress(
            PrintWriter err,
            boolean lively,
            int columns,
            Duration length,
            Supplier<SoakStatus> status,
            Watchlist watchlist) {
        this.err = err;
        this.lively = lively;
        this.columns = columns;
        this.status = status;
        this.watchlist = watchlist;
        long period = (lively ? LIVELY : plainPeriod(length)).toMillis();
        var unused = thread.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
    }

    private static Duration plainPeriod(Duration length) {
        Duration twelfth = length.isZero() ? LONGEST_PLAIN : length.dividedBy(12);
        Duration atLeast = twelfth.compareTo(SHORTEST_PLAIN) < 0 ? SHORTEST_PLAIN : twelfth;
        return atLeast.compareTo(LONGEST_PLAIN) > 0 ? LONGEST_PLAIN : atLeast;
    }

    private void show() {
        String line = ProgressLine.of(status.get(), watchlist.worst(lively ? LIVELY_RISERS : PLAIN_RISERS));
        if (lively) {
            err.print("\r" + line.substring(0, Math.min(line.length(), columns - 1)) + "\u001b[K");
        } else {
            err.println("seep: " + line);
        }
        err.flush();
    }

    /** Ends showing, and leaves the terminal clean. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            var unused = thread.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (lively) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
