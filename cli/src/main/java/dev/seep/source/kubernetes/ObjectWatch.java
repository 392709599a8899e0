package dev.seep.source.kubernetes;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.seep.source.exec.Words;
import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Waits for objects of one kind to come and go, and counts them. As {@link PodWatch}, but for any kind. */
final class ObjectWatch {
    private static final int SHORTEST = 120;
    private static final int LONGEST = 240;
    private static final Duration MARGIN = Duration.ofSeconds(15);
    private static final long LONGEST_LINE = 8 << 20;
    private static final String METADATA =
            "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1, application/json";
    private static final String EVERYTHING = "application/json";
    private static final Gson GSON = new Gson();

    private final Cluster cluster;
    private final ObjectCounts counts;
    private volatile @Nullable Call current;
    private volatile boolean stopped;

    private record Line(@Nullable String type, @Nullable JsonObject object) {}

    ObjectWatch(Cluster cluster, ObjectCounts counts) {
        this.cluster = cluster;
        this.counts = counts;
    }

    /**
     * Counts until the server ends the watch.
     *
     * @param opened told when the server has agreed to the watch
     * @return the version up to which everything is counted
     * @throws IllegalArgumentException if it sends what is no event
     */
    String follow(String version, Runnable opened) throws IOException, RefusedException {
        int seconds = ThreadLocalRandom.current().nextInt(SHORTEST, LONGEST);
        List<Pair> query = List.of(
                new Pair("watch", "true"),
                new Pair("allowWatchBookmarks", "true"),
                new Pair("resourceVersion", version),
                new Pair("timeoutSeconds", String.valueOf(seconds)));
        ObjectKind kind = counts.kind();
        Call call = cluster.call(
                kind.path(counts.namespace()),
                query,
                Duration.ofSeconds(seconds).plus(MARGIN),
                kind.hasState() ? EVERYTHING : METADATA);
        current = call;
        if (stopped) {
            call.cancel();
        }
        try (Response response = Cluster.answer(call)) {
            opened.run();
            return read(response.body().source(), version);
        } finally {
            current = null;
        }
    }

    private String read(BufferedSource lines, String from) throws IOException, RefusedException {
        String version = from;
        while (!lines.exhausted()) {
            version = apply(lines.readUtf8LineStrict(LONGEST_LINE), version);
        }
        return version;
    }

    private String apply(String text, String before) throws RefusedException {
        try {
            Line line = GSON.fromJson(text, Line.class);
            JsonObject object = Objects.requireNonNull(line.object());
            if ("ERROR".equals(line.type())) {
                throw new RefusedException(refusal(object));
            }
            ObjectJson json = GSON.fromJson(object, ObjectJson.class);
            count(String.valueOf(line.type()), json);
            String version = json.metadata() == null ? null : json.metadata().resourceVersion();
            return version == null ? before : version;
        } catch (JsonParseException | NullPointerException e) {
            throw new IllegalArgumentException("no event of a watch: " + Words.line(text), e);
        }
    }

    private static Refusal refusal(JsonObject status) {
        JsonElement code = status.get("code");
        return Refusal.of(code == null ? 0 : code.getAsInt(), status.toString(), null);
    }

    private void count(String type, ObjectJson json) {
        switch (type) {
            case "ADDED" -> counts.added(json.counted(counts.kind()));
            case "MODIFIED" -> counts.changed(json.counted(counts.kind()));
            case "DELETED" -> counts.deleted(json.counted(counts.kind()));
            default -> {}
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
