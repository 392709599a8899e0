package dev.seep.source.kubernetes.api;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.seep.source.SourceException;
import dev.seep.source.exec.Messages;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Requests that read, make and delete single objects. */
public final class ObjectRequests {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType STRATEGIC_MERGE = MediaType.get("application/strategic-merge-patch+json");
    private static final int NOT_FOUND = 404;
    private static final Gson GSON = new Gson();

    private final Cluster cluster;

    public ObjectRequests(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The same as JSON, for a body. */
    public static JsonObject json(Map<String, ?> object) {
        return GSON.toJsonTree(object).getAsJsonObject();
    }

    /** @throws RefusedException with code 404 if there is no such object */
    public JsonObject get(String path) throws IOException, RefusedException {
        return send(request(path));
    }

    /** Makes an object and returns it. */
    public JsonObject post(String path, JsonObject body) throws IOException, RefusedException {
        return send(request(path).post(RequestBody.create(body.toString(), JSON)));
    }

    public JsonObject put(String path, JsonObject body) throws IOException, RefusedException {
        return send(request(path).put(RequestBody.create(body.toString(), JSON)));
    }

    /** Changes the fields named here, and of lists the items named alike. */
    public JsonObject patch(String path, JsonObject body) throws IOException, RefusedException {
        return send(request(path).patch(RequestBody.create(body.toString(), STRATEGIC_MERGE)));
    }

    /** Deletes at once; an absent object counts as deleted. */
    public void delete(String path) throws IOException, RefusedException {
        String options = "{\"apiVersion\":\"v1\",\"kind\":\"DeleteOptions\",\"gracePeriodSeconds\":0}";
        try {
            send(request(path).delete(RequestBody.create(options, JSON)));
        } catch (RefusedException e) {
            if (e.refusal().code() != NOT_FOUND) {
                throw e;
            }
        }
    }

    /** As {@link #get}, with failures in the words of seep. */
    public JsonObject find(String path, String what) throws SourceException {
        try {
            return get(path);
        } catch (RefusedException e) {
            throw new SourceException(cluster.server() + " does not show " + what + " (" + e.refusal() + ")", e);
        } catch (IOException e) {
            throw noAnswer(e);
        }
    }

    /** The failure in the words of seep. */
    public SourceException noAnswer(IOException failure) {
        return new SourceException(
                "no cluster answers at " + cluster.server() + " (" + Messages.line(failure)
                        + "); check the network, --context and the server in the kubeconfig",
                failure);
    }

    private Request.Builder request(String path) throws IOException {
        return cluster.request(path, List.of()).newBuilder();
    }

    private JsonObject send(Request.Builder request) throws IOException, RefusedException {
        try (Response response = Cluster.answer(cluster.http().newCall(request.build()))) {
            JsonElement json = JsonParser.parseReader(response.body().charStream());
            if (json.isJsonObject()) {
                return json.getAsJsonObject();
            }
            throw new IOException("what " + cluster.server() + " sent is no object");
        } catch (JsonParseException e) {
            throw new IOException("what " + cluster.server() + " sent is no JSON", e);
        }
    }
}
