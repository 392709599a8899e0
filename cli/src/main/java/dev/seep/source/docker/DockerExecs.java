package dev.seep.source.docker;

import dev.seep.sample.GapReason;
import dev.seep.sample.Threads;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.Shell.Opening;
import dev.seep.source.exec.Bootstrap;
import dev.seep.source.exec.Deadlines;
import dev.seep.source.exec.ExecChannels;
import dev.seep.source.exec.ExecEnd;
import dev.seep.source.exec.ExecFailures;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.exec.KeptSession;
import dev.seep.source.exec.Messages;
import dev.seep.source.exec.OneShot;
import dev.seep.source.exec.RuntimeErrors;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runner of all execs of a source, each with a connection and a thread of its own while it is open. */
final class DockerExecs {
    private static final long STATUS_MILLIS = 10;
    private static final int STATUS_TRIES = 100;

    private final Engine engine;
    private final Executor workers;
    private final Deadlines deadlines;
    private final Executor readers = Executors.newCachedThreadPool(Threads.named("seep-docker-exec"));
    private final Set<ExecChannels> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    DockerExecs(Engine engine, Executor workers, Deadlines deadlines) {
        this.engine = engine;
        this.workers = workers;
        this.deadlines = deadlines;
    }

    CompletionStage<ExecResult> run(Command command) {
        DockerExecConnection execConnection = new DockerExecConnection();
        OneShot exec =
                new OneShot(command.target(), execConnection, command.deadline(), deadlines, workers, open::remove);
        start(exec, execConnection, command, () -> {});
        return exec.result();
    }

    CompletionStage<Opening> open(Command program) {
        DockerExecConnection execConnection = new DockerExecConnection();
        KeptSession session = new KeptSession(program.target(), execConnection, deadlines, workers, open::remove);
        CompletionStage<Opening> opening = session.opening(program.deadline());
        Command shell = program.running(new Bootstrap(program.target()).script(), true);
        start(session, execConnection, shell, () -> session.begin(program.script()));
        return opening;
    }

    private void start(ExecChannels exec, DockerExecConnection execConnection, Command command, Runnable opened) {
        open.add(exec);
        if (closed) {
            exec.close();
            return;
        }
        readers.execute(() -> follow(exec, execConnection, command, opened));
    }

    private void follow(ExecChannels exec, DockerExecConnection execConnection, Command command, Runnable opened) {
        try {
            String id = engine.prepare(command.container(), command.script(), command.stdin(), command.deadline());
            if (execConnection.isClosed()) {
                return;
            }
            try (EngineConnection connection = engine.start(id, command.deadline())) {
                execConnection.opened(connection);
                opened.run();
                new ExecFrames(connection).readInto(exec);
            }
            if (!execConnection.isClosed()) {
                exec.ended(end(id, command.deadline()));
            }
        } catch (EngineRefusedException e) {
            exec.failed(refused(command.target(), e));
        } catch (IOException e) {
            if (!execConnection.isClosed()) {
                exec.failed(broken(command.target(), e));
            }
        }
    }

    /** The output may end a moment before the engine knows of the end. */
    private ExecEnd end(String exec, Duration deadline) throws IOException, EngineRefusedException {
        Optional<Integer> status = engine.status(exec, deadline);
        try {
            for (int tries = 0; status.isEmpty() && tries < STATUS_TRIES; tries++) {
                TimeUnit.MILLISECONDS.sleep(STATUS_MILLIS);
                status = engine.status(exec, deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return status.<ExecEnd>map(ExecEnd.Exit::new)
                .orElseGet(() -> new ExecEnd.Broken(
                        GapReason.UNREACHABLE, "the connection was closed while the command still runs"));
    }

    private static Failed refused(ExecTarget target, EngineRefusedException refusal) {
        String words = String.valueOf(refusal.getMessage());
        GapReason reason = refusal.status() == EngineRefusedException.NOT_FOUND
                ? GapReason.TARGET_GONE
                : RuntimeErrors.reason(words, GapReason.FAILED);
        return new Failed(reason, target + " was refused: " + words);
    }

    private static Failed broken(ExecTarget target, IOException failure) {
        return failure instanceof EOFException
                ? new Failed(GapReason.TRUNCATED, target + ": " + Messages.line(failure))
                : ExecFailures.unreachable(target, failure);
    }

    void close() {
        closed = true;
        open.forEach(ExecChannels::close);
    }

    /**
     * A script to run.
     *
     * @param container ID of the container
     * @param stdin whether it gets something to read
     */
    record Command(ExecTarget target, String container, String script, boolean stdin, Duration deadline) {
        Command running(String other, boolean withStdin) {
            return new Command(target, container, other, withStdin, deadline);
        }
    }
}
