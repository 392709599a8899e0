package dev.seep.run;

import dev.seep.live.LiveView;
import dev.seep.live.Progress;
import dev.seep.live.SeriesRanking;
import dev.seep.session.SoakStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Display by which a person follows a run: the full screen on a terminal, else a line now and then. */
public final class ProgressDisplay implements AutoCloseable {
    private final CliEnvironment environment;
    private volatile @Nullable LiveView view;
    private volatile @Nullable Progress progress;

    public ProgressDisplay(CliEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Begins to show.
     *
     * @param title of the run
     * @param length of the run, zero if it is not known
     * @param quit action of the key q
     */
    public void show(
            String title, Duration length, Supplier<SoakStatus> status, SeriesRanking seriesRanking, Runnable quit) {
        view = environment.isLively() ? view(title, status, seriesRanking, quit) : null;
        progress = view == null ? new Progress(environment.err(), length, status, seriesRanking) : null;
    }

    private @Nullable LiveView view(
            String title, Supplier<SoakStatus> status, SeriesRanking seriesRanking, Runnable quit) {
        try {
            return LiveView.open(title, environment.isUnicode(), status, seriesRanking, quit);
        } catch (IOException unable) {
            environment.say("no full screen here (" + unable.getMessage() + "), so plain lines");
            return null;
        }
    }

    /** Ends the process at once, but not without the terminal as it was. */
    public void exit(int code) {
        close();
        environment.exit().accept(code);
    }

    @Override
    public void close() {
        LiveView open = view;
        if (open != null) {
            open.close();
        }
        Progress lines = progress;
        if (lines != null) {
            lines.close();
        }
    }
}
