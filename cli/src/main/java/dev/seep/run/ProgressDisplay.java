package dev.seep.run;

import dev.seep.live.FollowedRun;
import dev.seep.live.LiveView;
import dev.seep.live.Progress;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Display by which a person follows a run: the full screen on a terminal, else a line now and then. */
public final class ProgressDisplay implements AutoCloseable {
    private final CliEnvironment environment;
    private volatile @Nullable LiveView view;
    private volatile @Nullable Progress progress;

    public ProgressDisplay(CliEnvironment environment) {
        this.environment = environment;
    }

    /** Begins to show. */
    public void show(FollowedRun run) {
        view = environment.isLively() ? view(run) : null;
        progress = view == null ? new Progress(environment.err(), run) : null;
    }

    private @Nullable LiveView view(FollowedRun run) {
        try {
            return LiveView.open(environment.isUnicode(), run);
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
