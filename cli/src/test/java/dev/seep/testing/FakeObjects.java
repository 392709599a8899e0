package dev.seep.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.seep.source.kubernetes.api.GsonFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Objects of a {@link FakeCluster} that are not pods: one resource of a group, with discovery, pages with
 * {@code remainingItemCount}, metadata-only answers, watches, and compression as the API server does it. To be given to
 * {@link FakeCluster#intercept}.
 */
public final class FakeObjects implements Function<RecordedRequest, @Nullable MockResponse> {
    private static final int COMPRESSED_FROM = 128 << 10;
    /** What a real object carries around: labels, owners, managed fields. */
    private static final String BALLAST = "kubectl-create manages f:spec f:template f:metadata ".repeat(12);

    private final String group;
    private final String resource;
    private final Map<String, JsonObject> objects = new TreeMap<>();
    private final List<Open> watches = new CopyOnWriteArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private boolean closed;
    private long version = 5000;
    private long bytes;
    private int answers;

    private record Event(long version, JsonObject object, String line) {}

    /** A watch, and what was asked for. */
    private record Open(FakeWatch watch, HttpUrl asked) {}

    public FakeObjects(String group, String resource) {
        this.group = group;
        this.resource = resource;
    }

    /** @param changes a JSON object: keys of it are laid over the object, those of its metadata over the metadata */
    public synchronized void put(String namespace, String name, String changes) {
        JsonObject object = object(namespace, name);
        JsonObject over = com.google.gson.JsonParser.parseString(changes).getAsJsonObject();
        over.entrySet().forEach(entry -> {
            if (entry.getKey().equals("metadata")) {
                entry.getValue().getAsJsonObject().entrySet().forEach(one -> object.getAsJsonObject("metadata")
                        .add(one.getKey(), one.getValue()));
            } else {
                object.add(entry.getKey(), entry.getValue());
            }
        });
        boolean known = objects.put(namespace + "/" + name, object) != null;
        tell(known ? "MODIFIED" : "ADDED", object);
    }

    public synchronized void delete(String namespace, String name) {
        JsonObject gone = objects.remove(namespace + "/" + name);
        if (gone != null) {
            tell("DELETED", gone);
        }
    }

    /** Whether a watch is open. */
    public boolean isWatched() {
        return !watches.isEmpty();
    }

    /** The watches end with an error, as when they start from a version that is too old. */
    public synchronized void expire() {
        JsonObject status = new JsonObject();
        status.addProperty("code", 410);
        status.addProperty("message", "too old resource version");
        JsonObject event = new JsonObject();
        event.addProperty("type", "ERROR");
        event.add("object", status);
        watches.forEach(watch -> {
            watch.watch().line(event.toString());
            watch.watch().end();
        });
        watches.clear();
    }

    /** What was sent so far, as it went over the wire, lists and watches together. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Requests that were answered so far, discovery left out. */
    public synchronized int answers() {
        return answers;
    }

    /** Ends all watches. */
    public synchronized void close() {
        closed = true;
        watches.forEach(open -> open.watch().end());
    }

    private JsonObject object(String namespace, String name) {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("name", name);
        metadata.addProperty("namespace", namespace);
        metadata.addProperty("uid", "uid-of-" + name);
        metadata.addProperty("creationTimestamp", "2026-11-22T20:00:00Z");
        metadata.addProperty("managedFields", BALLAST);
        JsonObject object = new JsonObject();
        object.add("metadata", metadata);
        object.addProperty("spec", BALLAST + BALLAST);
        return object;
    }

    private void tell(String type, JsonObject object) {
        version++;
        object.getAsJsonObject("metadata").addProperty("resourceVersion", String.valueOf(version));
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("object", object);
        Event told = new Event(version, object.deepCopy(), event.toString());
        events.add(told);
        watches.forEach(watch -> send(watch, told));
    }

    private void send(Open open, Event event) {
        if (isAskedFor(event.object(), open.asked())) {
            open.watch().line(event.line());
            bytes += event.line().length();
        }
    }

    /** Whether it is in the namespace of the path and has the values of the field selector. */
    private static boolean isAskedFor(JsonObject object, HttpUrl asked) {
        List<String> path = asked.pathSegments();
        int namespaces = path.indexOf("namespaces");
        String namespace = GsonFields.text(object, "metadata", "namespace");
        if (namespaces >= 0 && !path.get(namespaces + 1).equals(namespace)) {
            return false;
        }
        String fields = asked.queryParameter("fieldSelector");
        return fields == null
                || List.of(fields.split(",")).stream()
                        .map(field -> field.split("="))
                        .allMatch(field ->
                                GsonFields.text(object, field[0].split("\\.")).equals(field[1]));
    }

    @Override
    public @Nullable MockResponse apply(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        String path = url.encodedPath();
        if (path.equals("/apis")) {
            return json("{'groups':[{'name':'other.example.com','versions':[{'version':'v1'}]}," + "{'name':'" + group
                    + "','versions':[{'version':'v1'},{'version':'v1beta1'}]}]}");
        } else if (path.equals("/apis/" + group + "/v1beta1")) {
            return json("{'resources':[{'name':'" + resource + "/status','kind':'Thing'},{'name':'" + resource
                    + "','singularName':'thing','kind':'Thing','shortNames':['th'],'namespaced':true,"
                    + "'verbs':['list','watch']}]}");
        } else if (path.equals("/api/v1") || path.matches("/apis/[^/]+/v1")) {
            return json("{'resources':[{'name':'tokenreviews','kind':'TokenReview','verbs':['create']}]}");
        } else if (!path.endsWith("/" + resource)) {
            return null;
        }
        return FakeCluster.isWatch(request)
                ? watch(url)
                : list(url, String.valueOf(request.getHeaders().get("Accept")));
    }

    private static MockResponse json(String text) {
        return new MockResponse.Builder().body(text.replace('\'', '"')).build();
    }

    private synchronized MockResponse watch(HttpUrl url) {
        answers++;
        Open open = new Open(new FakeWatch(""), url);
        long from = Long.parseLong(String.valueOf(url.queryParameter("resourceVersion")));
        events.stream().filter(event -> event.version() > from).forEach(event -> send(open, event));
        watches.add(open);
        if (closed) {
            open.watch().end();
        }
        return open.watch().response();
    }

    private synchronized MockResponse list(HttpUrl url, String accept) {
        answers++;
        List<JsonObject> all = objects.values().stream()
                .filter(object -> isAskedFor(object, url))
                .toList();
        String token = url.queryParameter("continue");
        int from = token == null ? 0 : Integer.parseInt(token);
        int to = Math.min(all.size(), from + Integer.parseInt(String.valueOf(url.queryParameter("limit"))));
        JsonArray items = new JsonArray();
        all.subList(from, to).forEach(object -> items.add(accept.contains("PartialObject") ? bare(object) : object));
        JsonObject metadata = new JsonObject();
        metadata.addProperty("resourceVersion", String.valueOf(version));
        if (to < all.size()) {
            metadata.addProperty("continue", String.valueOf(to));
            metadata.addProperty("remainingItemCount", all.size() - to);
        }
        JsonObject list = new JsonObject();
        list.add("metadata", metadata);
        list.add("items", items.isEmpty() ? com.google.gson.JsonNull.INSTANCE : items);
        return compressed(list.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject bare(JsonObject object) {
        JsonObject bare = new JsonObject();
        bare.add("metadata", object.get("metadata"));
        return bare;
    }

    private MockResponse compressed(byte[] text) {
        boolean whole = text.length < COMPRESSED_FROM;
        byte[] sent = whole ? text : gzip(text);
        bytes += sent.length;
        MockResponse.Builder response = new MockResponse.Builder().body(new Buffer().write(sent));
        return (whole ? response : response.addHeader("Content-Encoding", "gzip")).build();
    }

    private static byte[] gzip(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
