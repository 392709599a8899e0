package dev.seep.source.kubernetes.api;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Stream of changes of a resource. The server is asked to end each watch after a few minutes; one that says nothing for
 * longer than that is dead.
 */
final class WatchStream {
    private static final int SHORTEST = 120;
    private static final int LONGEST = 240;
    private static final Duration MARGIN = Duration.ofSeconds(15);
    /** Objects of Kubernetes end at about 2 MiB. */
    private static final long LONGEST_LINE = 8 << 20;

    private final Cluster cluster;
    private final CancellableCall call;

    /** Takes one line, a JSON object. */
    interface Lines {
        /**
         * @throws RefusedException if the line says that the watch is over
         * @throws IllegalArgumentException if it is no event
         */
        void line(String text) throws RefusedException;
    }

    WatchStream(Cluster cluster, CancellableCall call) {
        this.cluster = cluster;
        this.call = call;
    }

    /**
     * Hands over each line until the server ends the watch.
     *
     * @param version from which on
     * @param opened told when the server has agreed to the watch
     */
    void follow(WatchedResource<?> resource, String version, Runnable opened, Lines lines)
            throws IOException, RefusedException {
        int seconds = ThreadLocalRandom.current().nextInt(SHORTEST, LONGEST);
        List<Parameter> query = new ArrayList<>(List.of(
                new Parameter("watch", "true"),
                new Parameter("allowWatchBookmarks", "true"),
                new Parameter("resourceVersion", version),
                new Parameter("timeoutSeconds", String.valueOf(seconds))));
        query.addAll(resource.selectors());
        Duration silence = Duration.ofSeconds(seconds).plus(MARGIN);
        try (Response response = call.answer(cluster.call(resource.path(), query, silence, resource.acceptWatch()))) {
            opened.run();
            BufferedSource source = response.body().source();
            while (!source.exhausted()) {
                lines.line(source.readUtf8LineStrict(LONGEST_LINE));
            }
        }
    }
}
