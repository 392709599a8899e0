package dev.seep.command;

import dev.seep.live.LiveView;
import dev.seep.live.Progress;
import dev.seep.live.SeriesRanking;
import dev.seep.session.SoakStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a person follows a run: the full screen on a terminal, else a line now and then. */
final class Onlooker implements AutoCloseable {
    private final Surroundings surroundings;
    private volatile @Nullable LiveView view;
    private volatile @Nullable Progress progress;

    Onlooker(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Begins to show.
     *
     * @param title says what is watched
     * @param length of the run, zero if it is not known
     * @param quit what the key q does
     */
    void show(String title, Duration length, Supplier<SoakStatus> status, SeriesRanking seriesRanking, Runnable quit) {
        view = surroundings.isLively() ? view(title, status, seriesRanking, quit) : null;
        progress = view == null ? new Progress(surroundings.err(), length, status, seriesRanking) : null;
    }

    private @Nullable LiveView view(
            String title, Supplier<SoakStatus> status, SeriesRanking seriesRanking, Runnable quit) {
        try {
            return LiveView.open(title, surroundings.isUnicode(), status, seriesRanking, quit);
        } catch (IOException unable) {
            surroundings.err().println("seep: no full screen here (" + unable.getMessage() + "), so plain lines");
            return null;
        }
    }

    /** Ends the process at once, but not without the terminal as it was. */
    void exit(int code) {
        close();
        surroundings.exit().accept(code);
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
