package dev.seep.source.local;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import dev.seep.sample.Threads;
import dev.seep.source.LiveTarget;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.TargetSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Source of process trees of this machine. Each is a target {@code local/NAME} with one incarnation; it vanishes when
 * its last process has ended. Needs Linux: a {@code /proc}, and a {@code sh}.
 */
public final class LocalSource implements TargetSource {
    private static final long CHECK_EVERY_MILLIS = 200;
    /** Ctrl-C in a terminal ends the programs together with the run, which then is no early end of theirs. */
    private static final long GRACE_MILLIS = 250;

    private final List<LaunchedCommand> launchedCommands;
    private final List<Long> pids;
    private final List<WatchedTree> watched = new ArrayList<>();
    private final ExecutorService readers = Executors.newCachedThreadPool(Threads.named("seep-local-reader"));
    private final ScheduledExecutorService watch = Threads.timer("seep-local-watch");

    private LocalSource(List<LaunchedCommand> launchedCommands, List<Long> pids) {
        this.launchedCommands = List.copyOf(launchedCommands);
        this.pids = List.copyOf(pids);
    }

    /** Starts these programs and watches their trees; closing the source ends them. Names must be different. */
    public static LocalSource programs(List<LaunchedCommand> launchedCommands) {
        return new LocalSource(launchedCommands, List.of());
    }

    /** Watches these running processes and their descendants; closing the source leaves them alone. */
    public static LocalSource pids(List<Long> pids) {
        return new LocalSource(List.of(), pids);
    }

    /**
     * {@inheritDoc}
     *
     * @throws SourceException if there is no such process, a command cannot be started, or this is not Linux
     */
    @Override
    public synchronized void start(TargetListener listener) throws SourceException {
        if (!Files.isReadable(Path.of("/proc/self/stat"))) {
            throw new SourceException("no /proc on this machine: local processes can be watched on Linux alone");
        }
        try {
            for (long pid : pids) {
                watched.add(WatchedTree.running(pid));
            }
            for (LaunchedCommand launchedCommand : launchedCommands) {
                watched.add(WatchedTree.started(launchedCommand));
            }
        } catch (SourceException e) {
            close();
            throw e;
        }
        List.copyOf(watched).forEach(tree -> listener.appeared(live(tree)));
        var unused = watch.scheduleWithFixedDelay(
                () -> check(listener), CHECK_EVERY_MILLIS, CHECK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private LiveTarget live(WatchedTree watchedTree) {
        ProcessTree tree = watchedTree.tree();
        return new LiveTarget(
                Target.process(watchedTree.name()),
                new Incarnation(tree.life(), tree.start(), null),
                "local",
                new LocalShell(tree, readers));
    }

    private synchronized void check(TargetListener listener) {
        for (WatchedTree tree : List.copyOf(watched)) {
            if (tree.tree().hasEnded()) {
                watched.remove(tree);
                Map<String, String> end = tree.end();
                var unused = watch.schedule(
                        () -> listener.vanished(Target.process(tree.name()), end), GRACE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public synchronized void close() {
        watch.shutdownNow();
        List<WatchedTree> started = watched.stream().filter(WatchedTree::isOurs).toList();
        started.forEach(WatchedTree::terminate);
        started.forEach(WatchedTree::awaitEnd);
        watched.clear();
        readers.shutdown();
    }
}
