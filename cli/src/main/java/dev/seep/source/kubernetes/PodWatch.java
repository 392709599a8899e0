package dev.seep.source.kubernetes;

import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Waits for changes of the pods of a scope. The server is asked to end each watch after a few minutes; one that says
 * nothing for longer than that is dead.
 */
final class PodWatch {
    private static final int SHORTEST = 120;
    private static final int LONGEST = 240;
    private static final Duration MARGIN = Duration.ofSeconds(15);
    /** Objects of Kubernetes end at about 2 MiB. */
    private static final long LONGEST_LINE = 8 << 20;

    private final Cluster cluster;
    private final PodMapper mapper;
    private volatile @Nullable Call current;

    PodWatch(Cluster cluster, PodMapper mapper) {
        this.cluster = cluster;
        this.mapper = mapper;
    }

    /**
     * Tells each event until the server ends the watch.
     *
     * @throws IllegalArgumentException if it sends what is no event
     */
    void follow(PodScope scope, String version, Consumer<PodEvent> events) throws IOException, RefusedException {
        int seconds = ThreadLocalRandom.current().nextInt(SHORTEST, LONGEST);
        var query = scope.query(
                new Pair("watch", "true"),
                new Pair("allowWatchBookmarks", "true"),
                new Pair("resourceVersion", version),
                new Pair("timeoutSeconds", String.valueOf(seconds)));
        Call call =
                cluster.call(scope.path(), query, Duration.ofSeconds(seconds).plus(MARGIN));
        current = call;
        try (Response response = Cluster.answer(call)) {

            read(response.body().source(), events);
        } finally {
            current = null;
        }
    }

    private void read(BufferedSource lines, Consumer<PodEvent> events) throws IOException, RefusedException {
        while (!lines.exhausted()) {
            PodEvent event = PodEvent.parse(lines.readUtf8LineStrict(LONGEST_LINE), mapper);
            if (event instanceof PodEvent.Failure failure) {
                throw new RefusedException(failure.refusal());
            }
            events.accept(event);
        }
    }

    /** Ends the wait; {@link #follow} throws. */
    void cut() {
        Call open = current;
        if (open != null) {
            open.cancel();
        }
    }
}
