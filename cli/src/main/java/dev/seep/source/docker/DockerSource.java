package dev.seep.source.docker;

import dev.seep.sample.Threads;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.TargetSource;
import dev.seep.source.exec.Deadlines;
import dev.seep.source.exec.Messages;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Source of the running containers of Docker or Podman. Each is a target {@code PROJECT/NAME/SERVICE}, where project
 * and service are those of Compose; without them the project is {@code docker}, and the container's name stands for the
 * service.
 */
public final class DockerSource implements TargetSource {
    private static final int WORKERS = 4;

    private final EngineAddress address;
    private final DockerSelection selection;
    private final EngineTimeouts timeouts;
    private final Executor workers = Threads.pool(WORKERS, "seep-docker");
    private final Deadlines deadlines = new Deadlines(workers);
    private final Engine engine;
    private final DockerExecs execs;
    private volatile @Nullable ContainerFollower follower;
    private volatile @Nullable ContainerTracker tracker;

    DockerSource(EngineAddress address, DockerSelection selection, EngineTimeouts timeouts) {
        this.address = address;
        this.selection = selection;
        this.timeouts = timeouts;
        this.engine = new Engine(new EngineHttp(address, deadlines), timeouts.answer());
        this.execs = new DockerExecs(engine, workers, deadlines);
    }

    /**
     * Prepares to follow the selected containers. The engine itself is first asked by {@link #start}.
     *
     * @param environment with {@code DOCKER_HOST} and {@code XDG_RUNTIME_DIR}
     * @throws SourceException if there is no engine
     */
    public static DockerSource connect(Map<String, String> environment, DockerSelection selection)
            throws SourceException {
        return new DockerSource(EngineAddress.find(environment), selection, EngineTimeouts.USUAL);
    }

    /** Things to find, for the message that there are none. */
    public String lookedFor() {
        return selection.describe() + " at " + address.name();
    }

    /**
     * Engine that answers: {@code Podman Engine 4.3.1 at /run/podman/podman.sock}.
     *
     * @throws SourceException if none does
     */
    public String version() throws SourceException {
        try {
            return engine.version() + " at " + address.name();
        } catch (EngineRefusedException | IOException e) {
            throw unable(e);
        }
    }

    @Override
    public void start(TargetListener listener) throws SourceException {
        ContainerTracker tracking = new ContainerTracker(execs, listener, timeouts.stop());
        tracker = tracking;
        ContainerFollower following = new ContainerFollower(engine, selection, tracking, timeouts, deadlines);
        try {
            following.list();
        } catch (EngineRefusedException | IOException | IllegalArgumentException e) {
            throw unable(e);
        }
        follower = following;
        Threads.start("seep-docker-events", following::run);
    }

    /** Names of the containers that have no network of their own: their sockets are those of the machine. */
    public List<String> onHostNetwork() {
        ContainerTracker tracking = tracker;
        return tracking == null ? List.of() : tracking.onHostNetwork();
    }

    private SourceException unable(Exception failure) {
        String words = Messages.line(failure);
        String wayOut = words.contains("ermission denied")
                ? "; become a member of the socket's group (docker), or run as its owner"
                : "; start the engine (podman system service --time=0), or set DOCKER_HOST=unix:///PATH";
        if (failure instanceof EngineRefusedException) {
            return new SourceException("the engine at " + address.name() + " does not tell (" + words + ")", failure);
        }
        return new SourceException("no engine answers at " + address.name() + " (" + words + ")" + wayOut, failure);
    }

    @Override
    public void close() {
        ContainerFollower following = follower;
        if (following != null) {
            following.stop();
        }
        execs.close();
        deadlines.close();
    }
}
