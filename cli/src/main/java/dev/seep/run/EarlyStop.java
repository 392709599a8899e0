package dev.seep.run;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import dev.seep.sample.Threads;
import dev.seep.source.exec.Messages;
import dev.seep.store.RunFolder;
import dev.seep.store.RunReader;
import dev.seep.store.line.StoreException;
import dev.seep.verdict.Judge;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * End of a run before its time, once, with the reason on stderr and in the events. The recorded run is judged on a
 * thread of its own, so that polling goes on; it is in memory only meanwhile.
 */
final class EarlyStop implements AutoCloseable {
    private static final int[] LOOKS_PERCENT = {50, 60, 70, 80, 90};

    private final CliEnvironment environment;
    private final RunFolder folder;
    private final ScheduledExecutorService thread = Threads.timer("early-stop");
    private @Nullable Runnable stop;
    private @Nullable String reason;

    EarlyStop(CliEnvironment environment, RunFolder folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /** Sets the action that stops the session; runs it at once if a reason is there already. */
    synchronized void stopsBy(Runnable stopping) {
        stop = stopping;
        if (reason != null) {
            stopping.run();
        }
    }

    /** Judges at 50, 60 ... 90 % of the planned time whether the run is decided. */
    void look(Judge judge, Path path, Duration planned, Duration soFar) {
        for (int percent : LOOKS_PERCENT) {
            long wait =
                    planned.multipliedBy(percent).dividedBy(100).minus(soFar).toMillis();
            if (wait >= 0) {
                var unused = thread.schedule(() -> look(judge, path, planned), wait, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void look(Judge judge, Path path, Duration planned) {
        try {
            Run run = RunReader.read(path);
            judge.decided(run, planned).ifPresent(verdict -> end("decided: " + verdict.reason(), null, Map.of()));
        } catch (StoreException unreadable) {
            say("could not look whether the run is decided: " + unreadable.getMessage());
        }
    }

    /** The verdict finds the fact among the events, also when it is judged again. */
    void fact(FailFastWatch.Fact fact) {
        end(fact.toString(), fact.target(), Map.of("metric", fact.metric(), "fact", fact.text()));
    }

    private synchronized void end(String why, @Nullable Target target, Map<String, String> detail) {
        if (reason != null) {
            return;
        }
        reason = why;
        say("stopped early, " + why);
        Map<String, String> told = new HashMap<>(detail);
        told.put("reason", "stopped early, " + why);
        folder.happened(new Event(environment.clock().instant(), Event.Type.PAUSED, target, null, told));
        if (stop != null) {
            stop.run();
        }
    }

    /** Whether it ended the run. */
    synchronized boolean hasEnded() {
        return reason != null;
    }

    void say(String message) {
        environment.say(Messages.line(message));
    }

    /** Waits for a judgement under way: nothing is written after the folder is closed. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            var unused = thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
