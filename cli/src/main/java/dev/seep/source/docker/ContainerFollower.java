package dev.seep.source.docker;

import dev.seep.sample.Incarnation;
import dev.seep.source.exec.Deadlines;
import dev.seep.source.exec.Messages;
import dev.seep.source.exec.StopFlag;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follower of the containers until it is stopped: events, and a list whenever some may have been missed. */
final class ContainerFollower {
    private final Engine engine;
    private final DockerSelection selection;
    private final ContainerTracker tracker;
    private final EngineTimeouts timeouts;
    private final Deadlines deadlines;
    private final Set<String> outOfMemory = new HashSet<>();
    private final StopFlag stop = new StopFlag();
    private volatile EngineHttp.@Nullable Lines current;
    private int failures;
    private boolean troubled;

    ContainerFollower(
            Engine engine,
            DockerSelection selection,
            ContainerTracker tracker,
            EngineTimeouts timeouts,
            Deadlines deadlines) {
        this.engine = engine;
        this.selection = selection;
        this.tracker = tracker;
        this.timeouts = timeouts;
        this.deadlines = deadlines;
    }

    /** Lists the containers of now, and inspects those that are gone. */
    void list() throws IOException, EngineRefusedException {
        Set<String> running = new HashSet<>();
        for (Container container : engine.running()) {
            running.add(container.id());
            if (selection.covers(container)) {
                inspect(container.id());
            }
        }
        for (String id : tracker.known()) {
            if (!running.contains(id)) {
                inspect(id);
            }
        }
    }

    private void inspect(String id) throws IOException, EngineRefusedException {
        Optional<ContainerState> now = engine.inspect(id);
        if (now.isEmpty()) {
            tracker.gone(id, null);
        } else if (now.get().running()) {
            tracker.runs(now.get());
        } else if (tracker.knows(id)) {
            tracker.foundDown(id, now.get());
            lookAgain(id);
        }
    }

    /** It is not said whether a container will be started again, so it is given some time. */
    private void lookAgain(String id) {
        var unused = deadlines.after(timeouts.restart(), () -> {
            try {
                Optional<ContainerState> now = engine.inspect(id);
                if (now.isPresent() && now.get().restarting()) {
                    lookAgain(id);
                } else if (now.isPresent() && now.get().running()) {
                    tracker.runs(now.get());
                } else {
                    tracker.gone(id, now.map(ContainerState::end).orElse(null));
                }
            } catch (IOException | EngineRefusedException e) {
                // The list after the trouble finds it.
            }
        });
    }

    /** Follows until stopped. */
    void run() {
        do {
            try (EngineHttp.Lines events = engine.events()) {
                current = events;
                list();
                calm();
                while (!stop.isUp()) {
                    Optional<EngineEvent> event = EngineEvent.parse(events.next());
                    if (event.isPresent()) {
                        apply(event.get());
                    }
                }
            } catch (IOException | EngineRefusedException | RuntimeException e) {
                failed(e);
            }
        } while (!stop.isUpWithin(timeouts.lost().pause(failures)));
    }

    private void apply(EngineEvent event) throws IOException, EngineRefusedException {
        String id = event.id();
        switch (event.action()) {
            case "start" -> started(id);
            case "kill", "stop" -> {
                if (event.isStop()) {
                    tracker.stopped(id);
                }
            }
            case "oom" -> outOfMemory.add(id);
            case "die" -> died(event);
            case "destroy", "remove" -> tracker.gone(id, null);
            default -> {}
        }
    }

    private void started(String id) throws IOException, EngineRefusedException {
        Optional<ContainerState> now = engine.inspect(id);
        if (now.isPresent() && now.get().running() && selection.covers(now.get().container())) {
            tracker.runs(now.get());
        }
    }

    private void died(EngineEvent event) throws IOException, EngineRefusedException {
        boolean killed = outOfMemory.remove(event.id());
        if (!tracker.knows(event.id())) {
            return;
        }
        Optional<ContainerState> now = engine.inspect(event.id());
        Optional<ContainerState> down = now.filter(state -> !state.running());
        killed |= down.filter(state -> state.end().equals(Incarnation.OUT_OF_MEMORY))
                .isPresent();
        String end = killed ? Incarnation.OUT_OF_MEMORY : "exit " + event.exitCode();
        tracker.ended(event.id(), end, down.orElse(null));
        lookAgain(event.id());
    }

    private void calm() {
        failures = 0;
        if (troubled) {
            troubled = false;
            tracker.troubled("");
        }
    }

    /** The first failure is not worth a word: engines are restarted. */
    private void failed(Exception failure) {
        failures++;
        if (failures > 1 && !troubled && !stop.isUp()) {
            troubled = true;
            tracker.troubled("lost sight of the containers, trying again: " + Messages.line(failure));
        }
    }

    void stop() {
        stop.raise();
        EngineHttp.Lines open = current;
        if (open != null) {
            open.close();
        }
    }
}
