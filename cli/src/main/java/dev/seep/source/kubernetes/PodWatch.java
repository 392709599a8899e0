package dev.seep.source.kubernetes;

import java.io.IOException;
import java.util.function.Consumer;

/** Waits for changes of the pods of a scope. */
final class PodWatch {
    private final WatchStream stream;
    private final PodMapper mapper;

    PodWatch(Cluster cluster, PodMapper mapper) {
        this.stream = new WatchStream(cluster);
        this.mapper = mapper;
    }

    /**
     * Tells each event until the server ends the watch.
     *
     * @throws IllegalArgumentException if it sends what is no event
     */
    void follow(PodScope scope, String version, Consumer<PodEvent> events) throws IOException, RefusedException {
        stream.follow(scope.path(), scope.query(), version, "application/json", () -> {}, line -> {
            PodEvent event = PodEvent.parse(line, mapper);
            if (event instanceof PodEvent.Failure failure) {
                throw new RefusedException(failure.refusal());
            }
            events.accept(event);
        });
    }

    /** Ends the wait; {@link #follow} throws. */
    void cut() {
        stream.cut();
    }
}
