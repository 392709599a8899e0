package dev.seep.source.kubernetes.api;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** List of a resource's objects, read page by page and object by object, so that never more than one is in memory. */
public final class PagedList<T> {
    private static final int PAGE = 500;
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Gson GSON = new Gson();

    private final Cluster cluster;
    private final WatchedResource<T> resource;
    private final CancellableCall call;

    /** @param version empty if the server does not say */
    public record Head(String version, long more) {}

    private record Page(
            @Nullable String resourceVersion,
            @SerializedName("continue") @Nullable String next,
            @Nullable Long remainingItemCount) {
        String version() {
            return resourceVersion == null ? "" : resourceVersion;
        }

        boolean isLast() {
            return next == null || next.isEmpty();
        }
    }

    public PagedList(Cluster cluster, WatchedResource<T> resource) {
        this(cluster, resource, new CancellableCall());
    }

    PagedList(Cluster cluster, WatchedResource<T> resource, CancellableCall call) {
        this.cluster = cluster;
        this.resource = resource;
        this.call = call;
    }

    /**
     * Tells each object.
     *
     * @return the version of the list, from which a watch can go on
     * @throws IllegalArgumentException if the answer is no such list
     */
    public String read(Consumer<T> objects) throws IOException, RefusedException {
        Page page = page(PAGE, "", objects);
        while (!page.isLast()) {
            page = page(PAGE, String.valueOf(page.next()), objects);
        }
        return page.version();
    }

    /** Tells one object, if there is any, and says how many there are beside it as far as the server knows. */
    public Head readOne(Consumer<T> objects) throws IOException, RefusedException {
        Page page = page(1, "", objects);
        return new Head(page.version(), page.remainingItemCount() == null ? 0 : page.remainingItemCount());
    }

    private Page page(int limit, String token, Consumer<T> objects) throws IOException, RefusedException {
        List<Parameter> query = new ArrayList<>(List.of(new Parameter("limit", String.valueOf(limit))));
        if (!token.isEmpty()) {
            query.add(new Parameter("continue", token));
        }
        query.addAll(resource.selectors());
        try (Response response = call.answer(cluster.call(resource.path(), query, ANSWER, resource.acceptList()));
                JsonReader json = new JsonReader(response.body().charStream())) {
            return read(json, objects);
        } catch (JsonParseException | MalformedJsonException | IllegalStateException e) {
            throw new IllegalArgumentException(
                    "what " + cluster.server() + " sent is no list of " + resource.noun(), e);
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
            T object = GSON.fromJson(json, resource.type());
            if (object != null) {
                objects.accept(object);
            }
        }
        json.endArray();
    }
}
