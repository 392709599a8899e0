package dev.seep.source.kubernetes;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads all objects of a path, page by page and object by object, so that never more than one of them is in memory. */
final class PagedList<T> {
    private static final String PAGE = "500";
    private static final int ATTEMPTS = 3;
    private static final int EXPIRED = 410;
    private static final Gson GSON = new Gson();

    private final Cluster cluster;
    private final Class<T> type;
    private final String noun;

    private record Page(
            @Nullable String resourceVersion,
            @SerializedName("continue") @Nullable String next) {}

    /** @param noun what is listed, for messages: {@code pods} */
    PagedList(Cluster cluster, Class<T> type, String noun) {
        this.cluster = cluster;
        this.type = type;
        this.noun = noun;
    }

    /**
     * Tells each object, some of them possibly more than once.
     *
     * @return the version of the list, from which a watch can go on
     * @throws IllegalArgumentException if the answer is no such list
     */
    String read(String path, List<Pair> selectors, Consumer<T> objects) throws IOException, RefusedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return allPages(path, selectors, objects);
            } catch (RefusedException e) {
                // A large list read slowly: its later pages are no longer kept by the server.
                if (e.refusal().code() != EXPIRED || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private String allPages(String path, List<Pair> selectors, Consumer<T> objects)
            throws IOException, RefusedException {
        Page page = page(path, selectors, "", objects);
        while (page.next() != null && !page.next().isEmpty()) {
            page = page(path, selectors, page.next(), objects);
        }
        return page.resourceVersion() == null ? "" : page.resourceVersion();
    }

    private Page page(String path, List<Pair> selectors, String token, Consumer<T> objects)
            throws IOException, RefusedException {
        List<Pair> query = new ArrayList<>(List.of(new Pair("limit", PAGE)));
        if (!token.isEmpty()) {
            query.add(new Pair("continue", token));
        }
        query.addAll(selectors);
        try (Response response = cluster.get(path, query);
                JsonReader json = new JsonReader(response.body().charStream())) {
            return read(json, objects);
        } catch (JsonParseException | MalformedJsonException | IllegalStateException e) {
            throw new IllegalArgumentException("what " + cluster.server() + " sent is no list of " + noun, e);
        }
    }

    private Page read(JsonReader json, Consumer<T> objects) throws IOException {
        Page page = null;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "metadata" -> page = GSON.fromJson(json, Page.class);
                case "items" -> readItems(json, objects);
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (page == null) {
            throw new IllegalStateException("it has no metadata");
        }
        return page;
    }

    private void readItems(JsonReader json, Consumer<T> objects) throws IOException {
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return;
        }
        json.beginArray();
        while (json.hasNext()) {
            T object = GSON.fromJson(json, type);
            if (object != null) {
                objects.accept(object);
            }
        }
        json.endArray();
    }
}
