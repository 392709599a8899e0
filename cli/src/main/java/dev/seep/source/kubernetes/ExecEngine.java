package dev.seep.source.kubernetes;

import dev.seep.source.ExecResult;
import dev.seep.source.Shell.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Runs all execs of a source on a fixed number of threads, and keeps their connections alive. */
final class ExecEngine {
    private static final int WORKERS = 4;
    private static final int FETCHERS = 4;
    /** Connections are pinged in as many groups, one after the other, and not all at once. */
    private static final int PING_GROUPS = 16;

    private final Executor workers = Threads.pool(WORKERS, "seep-kube-exec");
    private final Deadlines deadlines = new Deadlines(workers);
    private final Set<ExecChannels> open = ConcurrentHashMap.newKeySet();
    private final ExecDialer dialer;
    private final PodProxy proxy;
    private final KubeletFigures figures;
    private volatile boolean closed;
    private int pingGroup;

    ExecEngine(Cluster cluster, Duration keepAlive) {
        dialer = new ExecDialer(cluster, workers);
        proxy = new PodProxy(cluster, FETCHERS);
        figures = new KubeletFigures(cluster, System::nanoTime);
        deadlines.every(keepAlive.dividedBy(PING_GROUPS), this::pingOneGroup);
    }

    CompletionStage<ExecResult> run(ExecTarget target, String script, Duration deadline) {
        OneShot exec = new OneShot(target, deadline, deadlines, workers, open::remove);
        start(exec, target, script, false, deadline, () -> {});
        return exec.result();
    }

    CompletionStage<ExecResult> fetch(ExecTarget target, String address, Duration deadline) {
        return proxy.fetch(target, address, deadline);
    }

    CompletionStage<ExecResult> look(
            ExecTarget target, String node, Instant since, List<String> probes, Duration deadline) {
        return figures.look(target, node, since, probes, deadline);
    }

    CompletionStage<Opening> open(ExecTarget target, String script, Duration deadline) {
        KeptSession session = new KeptSession(target, deadlines, workers, open::remove);
        CompletionStage<Opening> opening = session.opening(deadline);
        start(session, target, new Bootstrap(target).script(), true, deadline, () -> session.begin(script));
        return opening;
    }

    private void start(
            ExecChannels exec, ExecTarget target, String script, boolean stdin, Duration deadline, Runnable opened) {
        open.add(exec);
        if (closed) {
            exec.close();
            return;
        }
        dialer.dial(target, script, stdin, exec.socket(), deadline)
                .thenAccept(failed -> failed.ifPresentOrElse(exec::failed, opened));
    }

    private synchronized void pingOneGroup() {
        pingGroup = (pingGroup + 1) % PING_GROUPS;
        for (ExecChannels exec : open) {
            if (Math.floorMod(System.identityHashCode(exec), PING_GROUPS) == pingGroup) {
                exec.socket().ping();
            }
        }
    }

    void close() {
        closed = true;
        open.forEach(ExecChannels::close);
        deadlines.close();
        dialer.close();
    }
}
