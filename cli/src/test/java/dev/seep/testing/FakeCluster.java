package dev.seep.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * An API server in this process: LIST and WATCH of the pods that a test puts into it, and exec that runs the command on
 * this machine. Faults come on cue, see {@link #intercept}.
 */
public final class FakeCluster implements AutoCloseable {
    private final String scheme;
    private final MockWebServer server = new MockWebServer();
    private final Map<String, FakePod> pods = new TreeMap<>();
    private final List<FakeWatch> watches = new CopyOnWriteArrayList<>();
    private final List<LocalExec> execs = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Function<RecordedRequest, @Nullable MockResponse>> interceptors = new CopyOnWriteArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private long version = 1000;
    private boolean closed;

    private record Event(long version, String namespace, String line) {}

    private FakeCluster(String scheme) {
        this.scheme = scheme;
    }

    public static FakeCluster start() {
        return new FakeCluster("http").started();
    }

    /** One that speaks TLS with the keys of this context. */
    public static FakeCluster start(SSLContext tls) {
        FakeCluster cluster = new FakeCluster("https");
        cluster.server.useHttps(tls.getSocketFactory());
        return cluster.started();
    }

    private FakeCluster started() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return FakeCluster.this.answer(request);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Where it listens, without a slash at the end. */
    public String url() {
        return scheme + "://127.0.0.1:" + server.getPort();
    }

    /** Writes a kubeconfig with the context {@code fake} and the namespace {@code shop}. */
    public Path kubeconfig(Path folder) {
        String text = """
                apiVersion: v1
                kind: Config
                current-context: fake
                contexts:
                - {name: fake, context: {cluster: fake, user: tester, namespace: shop}}
                clusters:
                - {name: fake, cluster: {server: "%s"}}
                users:
                - {name: tester, user: {token: secret}}
                """.formatted(url());
        try {
            return Files.writeString(folder.resolve("kubeconfig"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a pod, or changes the one of that name. */
    public synchronized void put(FakePod pod) {
        boolean known = pods.put(pod.namespace() + "/" + pod.name(), pod) != null;
        tell(known ? "MODIFIED" : "ADDED", pod);
    }

    public synchronized void delete(String namespace, String name) {
        tell("DELETED", Objects.requireNonNull(pods.remove(namespace + "/" + name)));
    }

    /** Changes what is there without any watch hearing of it. */
    public synchronized void forgetSilently(String namespace, String name) {
        pods.remove(namespace + "/" + name);
    }

    /** Asked before anything else; the first answer that is not null is given. */
    public void intercept(Function<RecordedRequest, @Nullable MockResponse> interceptor) {
        interceptors.add(0, interceptor);
    }

    /** Ends all faults. */
    public void behave() {
        interceptors.clear();
    }

    /** Sends a line to all watches as it is. */
    public void tellWatches(String line) {
        watches.forEach(watch -> watch.line(line));
    }

    /** Whether a watch of pods is open: what is told now reaches it. */
    public boolean hasWatch() {
        return !watches.isEmpty();
    }

    /** Ends all watches, as the server does after a while. */
    public synchronized void endWatches() {
        watches.forEach(FakeWatch::end);
        watches.clear();
    }

    /** Everything that was asked so far. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** How many commands run on behalf of execs. */
    public long runningExecs() {
        return execs.stream().filter(LocalExec::isRunning).count();
    }

    /** Whether a request is an exec. */
    public static boolean isExec(RecordedRequest request) {
        return request.getUrl().encodedPath().endsWith("/exec");
    }

    /** Whether a request lists pods. */
    public static boolean isList(RecordedRequest request) {
        return request.getUrl().encodedPath().endsWith("/pods") && !isWatch(request);
    }

    /** Whether a request starts a watch. */
    public static boolean isWatch(RecordedRequest request) {
        return "true".equals(request.getUrl().queryParameter("watch"));
    }

    /** An error as the API server sends it. */
    public static MockResponse status(int code, String message) {
        JsonObject status = new JsonObject();
        status.addProperty("kind", "Status");
        status.addProperty("status", "Failure");
        status.addProperty("message", message);
        status.addProperty("code", code);
        return new MockResponse.Builder().code(code).body(status.toString()).build();
    }

    private MockResponse answer(RecordedRequest request) {
        requests.add(request);
        for (Function<RecordedRequest, @Nullable MockResponse> interceptor : interceptors) {
            MockResponse response = interceptor.apply(request);
            if (response != null) {
                return response;
            }
        }
        if (isExec(request)) {
            return exec(request);
        }
        if (isWatchedForTrouble(request)) {
            return isWatch(request) ? quiet() : page(List.of(), "");
        }
        if (!request.getUrl().encodedPath().endsWith("/pods")) {
            return get(request);
        }
        return isWatch(request) ? watch(request) : list(request);
    }

    /** Whether a request lists or watches events or nodes. */
    public static boolean isWatchedForTrouble(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        return path.endsWith("/events") || path.equals("/api/v1/nodes");
    }

    private static String namespace(RecordedRequest request) {
        List<String> path = request.getUrl().pathSegments();
        int namespaces = path.indexOf("namespaces");
        return namespaces < 0 ? "" : path.get(namespaces + 1);
    }

    private MockResponse exec(RecordedRequest request) {
        if (request.getHeaders().get("Upgrade") == null) {
            return status(400, "Upgrade request required");
        }
        LocalExec exec = new LocalExec(request.getUrl());
        execs.removeIf(LocalExec::isOver);
        execs.add(exec);
        return exec.response();
    }

    private synchronized MockResponse get(RecordedRequest request) {
        List<String> path = request.getUrl().pathSegments();
        FakePod pod = path.size() > 1 && path.get(path.size() - 2).equals("pods")
                ? pods.get(namespace(request) + "/" + path.get(path.size() - 1))
                : null;
        return pod == null
                ? status(404, "the server could not find the requested resource")
                : new MockResponse.Builder().body(pod.json(version).toString()).build();
    }

    private synchronized MockResponse watch(RecordedRequest request) {
        FakeWatch watch = new FakeWatch(namespace(request));
        long from = Long.parseLong(String.valueOf(request.getUrl().queryParameter("resourceVersion")));
        events.stream()
                .filter(event -> event.version() > from && watch.covers(event.namespace()))
                .forEach(event -> watch.line(event.line()));
        watches.add(watch);
        if (closed) {
            watch.end();
        }
        return watch.response();
    }

    /** A watch of what never changes. */
    private synchronized MockResponse quiet() {
        FakeWatch watch = new FakeWatch("(none)");
        watches.add(watch);
        if (closed) {
            watch.end();
        }
        return watch.response();
    }

    private synchronized MockResponse list(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        String namespace = namespace(request);
        List<FakePod> chosen = pods.values().stream()
                .filter(pod -> namespace.isEmpty() || namespace.equals(pod.namespace()))
                .toList();
        String token = url.queryParameter("continue");
        int from = token == null ? 0 : Integer.parseInt(token);
        String limit = url.queryParameter("limit");
        int to = limit == null ? chosen.size() : Math.min(chosen.size(), from + Integer.parseInt(limit));
        return page(chosen.subList(from, to), to < chosen.size() ? String.valueOf(to) : "");
    }

    private MockResponse page(List<FakePod> page, String token) {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("resourceVersion", String.valueOf(version));
        metadata.addProperty("continue", token);
        JsonArray items = new JsonArray();
        page.forEach(pod -> items.add(pod.json(version)));
        JsonObject list = new JsonObject();
        list.addProperty("kind", "PodList");
        list.add("metadata", metadata);
        list.add("items", items);
        return new MockResponse.Builder().body(list.toString()).build();
    }

    private void tell(String type, FakePod pod) {
        version++;
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("object", pod.json(version));
        events.add(new Event(version, pod.namespace(), event.toString()));
        watches.stream().filter(watch -> watch.covers(pod.namespace())).forEach(watch -> watch.line(event.toString()));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            endWatches();
        }
        execs.forEach(LocalExec::kill);
        server.close();
    }
}
