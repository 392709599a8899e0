package dev.seep.source.kubernetes;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads what there is of a kind: metadata only where that is all that is needed. Of a great many objects in one
 * namespace a single one is read, and the server says how many more there are. Pods are all read, however many: those
 * of Jobs are judged with their Jobs, and only each pod itself says whether it is one.
 */
final class ObjectLister {
    private static final String PAGE = "500";
    /** Of more objects in one namespace each one is not read. */
    private static final long MOST_READ = 500;

    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String METADATA =
            "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1, application/json";
    private static final String EVERYTHING = "application/json";
    private static final Gson GSON = new Gson();

    private final Cluster cluster;

    /** @param more objects beyond those that were read */
    record Listed(Map<String, CountedObject> objects, long more, String version) {}

    private record Page(
            @Nullable String resourceVersion,

            @com.google.gson.annotations.SerializedName("continue") @Nullable
            String next,

            @Nullable Long remainingItemCount) {
        boolean isLast() {
            return next == null || next.isEmpty();
        }
    }

    ObjectLister(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Lists a namespace, or all of them, of which each one is read.
     *
     * @throws IllegalArgumentException if the server sends what is no list
     */
    Listed list(ObjectKind kind, @Nullable String namespace) throws IOException, RefusedException {
        Map<String, CountedObject> objects = new HashMap<>();
        if (namespace != null && !kind.isPods()) {
            Page look = page(kind, namespace, "1", "", objects);
            Long more = look.remainingItemCount();
            if (more != null && more >= MOST_READ) {
                return new Listed(objects, more, String.valueOf(look.resourceVersion()));
            }
            objects.clear();
        }
        Page page = page(kind, namespace, PAGE, "", objects);
        while (!page.isLast()) {
            page = page(kind, namespace, PAGE, String.valueOf(page.next()), objects);
        }
        return new Listed(objects, 0, String.valueOf(page.resourceVersion()));
    }

    /** How many there are in all namespaces, as far as the server says. */
    long count(ObjectKind kind) throws IOException, RefusedException {
        Map<String, CountedObject> objects = new HashMap<>();
        Long more = page(kind, null, "1", "", objects).remainingItemCount();
        return objects.size() + (more == null ? 0 : more);
    }

    private Page page(
            ObjectKind kind, @Nullable String namespace, String limit, String token, Map<String, CountedObject> objects)
            throws IOException, RefusedException {
        List<Pair> query = new ArrayList<>(List.of(new Pair("limit", limit)));
        if (!token.isEmpty()) {
            query.add(new Pair("continue", token));
        }
        String accept = kind.hasState() ? EVERYTHING : METADATA;
        try (Response response = Cluster.answer(cluster.call(kind.path(namespace), query, ANSWER, accept));
                JsonReader json = new JsonReader(response.body().charStream())) {
            return read(json, kind, objects);
        } catch (JsonParseException | MalformedJsonException | IllegalStateException e) {
            throw new IllegalArgumentException("what " + cluster.server() + " sent is no list of " + kind, e);
        }
    }

    private static Page read(JsonReader json, ObjectKind kind, Map<String, CountedObject> objects) throws IOException {
        Page page = null;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "metadata" -> page = GSON.fromJson(json, Page.class);
                case "items" -> readItems(json, kind, objects);
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (page == null) {
            throw new IllegalStateException("it has no metadata");
        }
        return page;
    }

    private static void readItems(JsonReader json, ObjectKind kind, Map<String, CountedObject> objects)
            throws IOException {
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return;
        }
        json.beginArray();
        while (json.hasNext()) {
            ObjectJson object = GSON.fromJson(json, ObjectJson.class);
            if (object != null) {
                CountedObject counted = object.counted(kind);
                objects.put(counted.uid(), counted);
            }
        }
        json.endArray();
    }
}
