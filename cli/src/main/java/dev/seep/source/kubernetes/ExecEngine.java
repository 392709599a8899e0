package dev.seep.source.kubernetes;

import dev.seep.sample.Threads;
import dev.seep.source.ExecResult;
import dev.seep.source.Shell.Opening;
import dev.seep.source.exec.Bootstrap;
import dev.seep.source.exec.Deadlines;
import dev.seep.source.exec.ExecChannels;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.exec.KeptSession;
import dev.seep.source.exec.OneShot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private final Map<ExecChannels, ExecSocket> open = new ConcurrentHashMap<>();
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
        ExecSocket socket = new ExecSocket(deadlines);
        OneShot exec = new OneShot(target, socket, deadline, deadlines, workers, open::remove);
        start(exec, socket, target, script, false, deadline, () -> {});
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
        ExecSocket socket = new ExecSocket(deadlines);
        KeptSession session = new KeptSession(target, socket, deadlines, workers, open::remove);
        CompletionStage<Opening> opening = session.opening(deadline);
        start(session, socket, target, new Bootstrap(target).script(), true, deadline, () -> session.begin(script));
        return opening;
    }

    private void start(
            ExecChannels exec,
            ExecSocket socket,
            ExecTarget target,
            String script,
            boolean stdin,
            Duration deadline,
            Runnable opened) {
        socket.tell(exec);
        open.put(exec, socket);
        if (closed) {
            exec.close();
            return;
        }
        dialer.dial(target, script, stdin, socket, deadline)
                .thenAccept(failed -> failed.ifPresentOrElse(exec::failed, opened));
    }

    private synchronized void pingOneGroup() {
        pingGroup = (pingGroup + 1) % PING_GROUPS;
        open.forEach((exec, socket) -> {
            if (Math.floorMod(System.identityHashCode(exec), PING_GROUPS) == pingGroup) {
                socket.ping();
            }
        });
    }

    void close() {
        closed = true;
        open.keySet().forEach(ExecChannels::close);
        deadlines.close();
        dialer.close();
    }
}
