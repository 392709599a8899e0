package dev.seep.source.kubernetes;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.seep.source.exec.Messages;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Waits for objects of one kind to come and go, and counts them. As {@link PodWatch}, but for any kind. */
final class ObjectWatch {
    private static final String METADATA =
            "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1, application/json";
    private static final String EVERYTHING = "application/json";
    private static final Gson GSON = new Gson();

    private final WatchStream stream;
    private final ObjectCounts counts;
    private String reached = "";

    private record Line(@Nullable String type, @Nullable JsonObject object) {}

    ObjectWatch(Cluster cluster, ObjectCounts counts) {
        this.stream = new WatchStream(cluster);
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
        ObjectKind kind = counts.kind();
        String accept = kind.hasState() ? EVERYTHING : METADATA;
        reached = version;
        stream.follow(
                kind.path(counts.namespace()),
                List.of(),
                version,
                accept,
                opened,
                line -> reached = apply(line, reached));
        return reached;
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
            throw new IllegalArgumentException("no event of a watch: " + Messages.line(text), e);
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
        stream.cut();
    }
}
