package dev.seep.source.kubernetes.exec;

import dev.seep.sample.Threads;
import dev.seep.source.ExecResult;
import dev.seep.source.Shell.Opening;
import dev.seep.source.exec.Bootstrap;
import dev.seep.source.exec.Deadlines;
import dev.seep.source.exec.ExecChannels;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.exec.KeptSession;
import dev.seep.source.exec.OneShot;
import dev.seep.source.kubernetes.api.Cluster;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Engine of all execs of a source, on a fixed number of threads; keeps their connections alive. */
public final class ExecEngine {
    private static final int WORKERS = 4;
    private static final int FETCHERS = 4;
    /** Connections are pinged in as many groups, one after the other, and not all at once. */
    private static final int PING_GROUPS = 16;

    private final Executor workers = Threads.pool(WORKERS, "seep-kube-exec");
    private final Deadlines deadlines = new Deadlines(workers);
    private final Map<ExecChannels, ExecSocket> open = new ConcurrentHashMap<>();
    private final ExecDialer dialer;
    private final PodProxy proxy;
    private volatile boolean closed;
    private int pingGroup;

    public ExecEngine(Cluster cluster, Duration keepAlive) {
        dialer = new ExecDialer(cluster, workers);
        proxy = new PodProxy(cluster, FETCHERS);
        deadlines.every(keepAlive.dividedBy(PING_GROUPS), this::pingOneGroup);
    }

    /** As {@link dev.seep.source.Shell#run}. */
    public CompletionStage<ExecResult> run(ExecTarget target, String script, Duration deadline) {
        ExecSocket socket = new ExecSocket(deadlines);
        OneShot exec = new OneShot(target, socket, deadline, deadlines, workers, open::remove);
        start(exec, socket, target, script, false, deadline, () -> {});
        return exec.result();
    }

    CompletionStage<ExecResult> fetch(ExecTarget target, String address, Duration deadline) {
        return proxy.fetch(target, address, deadline);
    }

    /** As {@link dev.seep.source.Shell#open}. */
    public CompletionStage<Opening> open(ExecTarget target, String script, Duration deadline) {
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

    /** Ends all execs and sessions. */
    public void close() {
        closed = true;
        open.keySet().forEach(ExecChannels::close);
        deadlines.close();
        dialer.close();
    }
}
