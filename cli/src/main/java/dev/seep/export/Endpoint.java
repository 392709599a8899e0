package dev.seep.export;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.seep.sample.Threads;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * HTTP server for readers, on a few threads of its own. A reader that is slow is cut off after half a minute, one that
 * is too many is turned away: nobody else ever waits for them.
 */
final class Endpoint implements AutoCloseable {
    private static final int READERS = 4;
    private static final int WAITING = 16;
    private static final int BUFFER = 1 << 16;

    /** Writes the page of metrics. */
    interface Metrics {
        void write(ExpositionWriter.Format format, Writer out) throws IOException;
    }

    static {
        // seconds in which a request must have come and be answered; read once, when the server's classes are loaded
        for (String limit : new String[] {"maxReqTime", "maxRspTime"}) {
            String name = "sun.net.httpserver." + limit;
            System.setProperty(name, System.getProperty(name, "30"));
        }
    }

    private final HttpServer server;
    private final Metrics metrics;
    private final Supplier<String> health;
    private final String paths;
    private final ThreadPoolExecutor readers = new ThreadPoolExecutor(
            READERS,
            READERS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Threads.named("reader"),
            new ThreadPoolExecutor.AbortPolicy());

    /**
     * @param health the fault, empty for none
     * @param more resources, by path
     */
    Endpoint(InetSocketAddress address, Metrics metrics, Supplier<String> health, Map<String, HttpResource> more)
            throws IOException {
        this.metrics = metrics;
        this.health = health;
        this.paths = String.join(", ", new TreeSet<>(more.keySet()));
        this.server = HttpServer.create(address, WAITING);
        server.createContext("/", exchange -> answer(exchange, this::other));
        more.forEach((path, httpResource) ->
                server.createContext(path, exchange -> answer(exchange, same -> resource(same, path, httpResource))));
        server.createContext("/metrics", exchange -> answer(exchange, this::metrics));
        server.createContext("/healthz", exchange -> answer(exchange, this::healthz));
        server.setExecutor(readers);
        server.start();
    }

    String url() {
        InetSocketAddress bound = server.getAddress();
        String host = bound.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort();
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (method.equals("GET") || method.equals("HEAD")) {
                answer.to(exchange);
            } else {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                text(exchange, 405, "only GET and HEAD\n");
            }
        }
    }

    private void metrics(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/metrics")) {
            other(exchange);
            return;
        }
        ExpositionWriter.Format format = AcceptHeader.format(header(exchange, "Accept"));
        boolean packed = AcceptHeader.gzip(header(exchange, "Accept-Encoding"));
        exchange.getResponseHeaders().set("Content-Type", format.contentType());
        exchange.getResponseHeaders().set("Vary", "Accept, Accept-Encoding");
        if (packed) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody();
                OutputStream bytes = packed ? new GZIPOutputStream(body, BUFFER) : body;
                Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER)) {
            metrics.write(format, out);
        }
    }

    private void healthz(HttpExchange exchange) throws IOException {
        String wrong = health.get();
        text(exchange, wrong.isEmpty() ? 200 : 503, (wrong.isEmpty() ? "ok" : wrong) + "\n");
    }

    private void resource(HttpExchange exchange, String path, HttpResource httpResource) throws IOException {
        if (exchange.getRequestURI().getPath().equals(path)) {
            HttpResource.Reply reply = httpResource.get(exchange.getRequestURI().getRawQuery());
            send(exchange, reply.status(), reply.type(), reply.body());
        } else {
            other(exchange);
        }
    }

    private void other(HttpExchange exchange) throws IOException {
        boolean root = exchange.getRequestURI().getPath().equals("/");
        String all = paths.isEmpty() ? "" : ", " + paths;
        text(exchange, root ? 200 : 404, "seep: /metrics for Prometheus, /healthz" + all + "\n");
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", text);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    @Override
    public void close() {
        server.stop(0);
        readers.shutdownNow();
    }
}
