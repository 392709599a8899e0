package dev.seep.source.kubernetes;

import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Waits for changes of what is under a path. The server is asked to end each watch after a few minutes; one that says
 * nothing for longer than that is dead.
 */
final class WatchStream {
    private static final int SHORTEST = 120;
    private static final int LONGEST = 240;
    private static final Duration MARGIN = Duration.ofSeconds(15);
    /** Objects of Kubernetes end at about 2 MiB. */
    private static final long LONGEST_LINE = 8 << 20;

    private final Cluster cluster;
    private volatile @Nullable Call current;
    private volatile boolean stopped;

    /** Takes one line, a JSON object. */
    interface Lines {
        /**
         * @throws RefusedException if the line says that the watch is over
         * @throws IllegalArgumentException if it is no event
         */
        void line(String text) throws RefusedException;
    }

    WatchStream(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Hands over each line until the server ends the watch.
     *
     * @param selectors what of it is watched
     * @param version from which on
     * @param accept the form of the answer
     * @param opened told when the server has agreed to the watch
     */
    void follow(String path, List<Pair> selectors, String version, String accept, Runnable opened, Lines lines)
            throws IOException, RefusedException {
        int seconds = ThreadLocalRandom.current().nextInt(SHORTEST, LONGEST);
        List<Pair> query = new ArrayList<>(List.of(
                new Pair("watch", "true"),
                new Pair("allowWatchBookmarks", "true"),
                new Pair("resourceVersion", version),
                new Pair("timeoutSeconds", String.valueOf(seconds))));
        query.addAll(selectors);
        Call call = cluster.call(path, query, Duration.ofSeconds(seconds).plus(MARGIN), accept);
        current = call;
        if (stopped) {
            call.cancel();
        }
        try (Response response = Cluster.answer(call)) {
            opened.run();
            BufferedSource source = response.body().source();
            while (!source.exhausted()) {
                lines.line(source.readUtf8LineStrict(LONGEST_LINE));
            }
        } finally {
            current = null;
        }
    }

    /** Ends the wait, and every later one; {@link #follow} throws. */
    void cut() {
        stopped = true;
        Call open = current;
        if (open != null) {
            open.cancel();
        }
    }
}
