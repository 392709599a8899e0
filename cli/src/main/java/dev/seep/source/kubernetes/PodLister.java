package dev.seep.source.kubernetes;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.util.function.Consumer;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads all pods of a scope, page by page and pod by pod, so that never more than one pod's JSON is in memory. */
final class PodLister {
    private static final String PAGE = "500";
    private static final int ATTEMPTS = 3;
    private static final int EXPIRED = 410;
    private static final Gson GSON = new Gson();

    private final Cluster cluster;
    private final PodMapper mapper;

    private record Page(
            @Nullable String resourceVersion,
            @SerializedName("continue") @Nullable String next) {}

    PodLister(Cluster cluster, PodMapper mapper) {
        this.cluster = cluster;
        this.mapper = mapper;
    }

    /**
     * Tells each pod, some of them possibly more than once.
     *
     * @return the version of the list, from which a watch can go on
     * @throws IllegalArgumentException if the answer is no list of pods
     */
    String list(PodScope scope, Consumer<PodRecord> pods) throws IOException, RefusedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return allPages(scope, pods);
            } catch (RefusedException e) {
                // A large list read slowly: its later pages are no longer kept by the server.
                if (e.refusal().code() != EXPIRED || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private String allPages(PodScope scope, Consumer<PodRecord> pods) throws IOException, RefusedException {
        Page page = page(scope, "", pods);
        while (page.next() != null && !page.next().isEmpty()) {
            page = page(scope, page.next(), pods);
        }
        return page.resourceVersion() == null ? "" : page.resourceVersion();
    }

    private Page page(PodScope scope, String token, Consumer<PodRecord> pods) throws IOException, RefusedException {
        Pair limit = new Pair("limit", PAGE);
        var query = token.isEmpty() ? scope.query(limit) : scope.query(limit, new Pair("continue", token));
        try (Response response = cluster.get(scope.path(), query);
                JsonReader json = new JsonReader(response.body().charStream())) {
            return read(json, pods);
        } catch (JsonParseException | MalformedJsonException | IllegalStateException e) {
            throw new IllegalArgumentException("what " + cluster.server() + " sent is no list of pods", e);
        }
    }

    private Page read(JsonReader json, Consumer<PodRecord> pods) throws IOException {
        Page page = null;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "metadata" -> page = GSON.fromJson(json, Page.class);
                case "items" -> readItems(json, pods);
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (page == null) {
            throw new IllegalStateException("it has no metadata");
        }
        return page;
    }

    private void readItems(JsonReader json, Consumer<PodRecord> pods) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            PodJson pod = GSON.fromJson(json, PodJson.class);
            if (pod != null) {
                pods.accept(mapper.map(pod));
            }
        }
        json.endArray();
    }
}
