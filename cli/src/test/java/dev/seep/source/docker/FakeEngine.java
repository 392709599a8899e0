package dev.seep.source.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An engine on a Unix socket that answers what a test tells it to, byte for byte. */
final class FakeEngine implements AutoCloseable {
    /** Answers a request, or keeps its connection waiting. */
    interface Reply {
        void to(SocketChannel client) throws IOException;
    }

    static final Reply SILENCE = client -> {};
    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

    private final UnixDomainSocketAddress address;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<SocketChannel> clients = new CopyOnWriteArrayList<>();
    private final List<SocketChannel> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger inspections = new AtomicInteger();
    private ServerSocketChannel server;

    FakeEngine(Path folder) throws IOException {
        address = UnixDomainSocketAddress.of(folder.resolve("engine.sock"));
        on("GET /containers/json", json("[]"));
        on("GET /events", client -> {
            write(client, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            listeners.add(client);
        });
        server = listen();
    }

    private ServerSocketChannel listen() throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(address);
        Thread thread = new Thread(() -> accept(channel), "fake-engine");
        thread.setDaemon(true);
        thread.start();
        return channel;
    }

    EngineAddress address() {
        return new EngineAddress(address, "fake engine");
    }

    /** @param request how it begins: {@code GET /containers/json} */
    FakeEngine on(String request, Reply reply) {
        replies.put(request, reply);
        return this;
    }

    /** Runs one container, with the ID of its name, that has run since a time of the year 2026. */
    FakeEngine runs(String name, String since, String labels) {
        return on(
                        "GET /containers/json",
                        json("[{\"Id\":\"%1$s\",\"Names\":[\"/%1$s\"],\"Labels\":%2$s}]".formatted(name, labels)))
                .on("GET /containers/" + name + "/json", json("""
                        {"Id":"%1$s","Name":"/%1$s","Config":{"Labels":%3$s},
                         "State":{"Running":true,"StartedAt":"2026-%2$s:00.5Z","ExitCode":0}}
                        """.formatted(name, since, labels)));
    }

    /** Removes a container, and runs another of the same name. */
    FakeEngine replaces(String name, String id, String since, String labels) {
        replies.remove("GET /containers/" + name + "/json");
        return on(
                        "GET /containers/json",
                        json("[{\"Id\":\"%2$s\",\"Names\":[\"/%1$s\"],\"Labels\":%3$s}]".formatted(name, id, labels)))
                .on("GET /containers/" + id + "/json", json("""
                        {"Id":"%2$s","Name":"/%1$s","Config":{"Labels":%4$s},
                         "State":{"Running":true,"StartedAt":"2026-%3$s:00.5Z","ExitCode":0}}
                        """.formatted(name, id, since, labels)));
    }

    /** The answer to each exec in a container: these bytes after the upgrade, then the end with a status. */
    FakeEngine execs(String container, int status, byte[]... output) {
        return on("POST /containers/" + container + "/exec", json("{\"Id\":\"e1\"}"))
                .on("POST /exec/e1/start", client -> {
                    write(client, "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
                    for (byte[] piece : output) {
                        client.write(ByteBuffer.wrap(piece));
                    }
                    if (status >= 0) {
                        client.close();
                    }
                })
                .on("GET /exec/e1/json", json("{\"Running\":false,\"ExitCode\":" + status + "}"));
    }

    static byte[] frame(int stream, String data) {
        byte[] bytes = data.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(8 + bytes.length)
                .put((byte) stream)
                .put(new byte[3])
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    static Reply json(String body) {
        return answer("200 OK", body);
    }

    static Reply answer(String status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return raw("HTTP/1.1 " + status + "\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body);
    }

    static Reply raw(String text) {
        return client -> {
            write(client, text);
            client.close();
        };
    }

    /** Keeps a container that does not run any more, or not yet again. */
    FakeEngine ended(String name, int exitCode, boolean restarting) {
        return on("GET /containers/json", json("[]"))
                .on("GET /containers/" + name + "/json", json("""
                {"Id":"%1$s","Name":"/%1$s","State":{"Running":%2$s,"Restarting":%2$s,"ExitCode":%3$d,
                 "StartedAt":"2026-11-23T07:00:00.5Z"}}
                """.formatted(name, restarting, exitCode)));
    }

    /** Tells those who listen for events. */
    void happens(String action, String container, String exitCode) throws IOException {
        happens(action, container, "exitCode", exitCode);
    }

    void happens(String action, String container, String attribute, String value) throws IOException {
        String line = """
                {"Type":"container","Action":"%s","Actor":{"ID":"%s","Attributes":{"%s":"%s"}}}
                """.formatted(action, container, attribute, value);
        for (SocketChannel listener : listeners) {
            write(listener, line);
        }
    }

    /** Whether somebody listens, and has seen since what runs: the same as when it began. */
    boolean isFollowed() {
        return !listeners.isEmpty() && inspections.get() > 1;
    }

    /** Goes away, with all its connections. */
    void stop() throws IOException {
        server.close();
        for (SocketChannel client : clients) {
            client.close();
        }
        clients.clear();
        listeners.clear();
        Files.deleteIfExists(address.getPath());
    }

    void startAgain() throws IOException {
        server = listen();
    }

    private void accept(ServerSocketChannel from) {
        try {
            while (from.isOpen()) {
                SocketChannel client = from.accept();
                clients.add(client);
                serve(client);
            }
        } catch (IOException e) {
            // That is how it is stopped.
        }
    }

    private void serve(SocketChannel client) throws IOException {
        String request = read(client);
        String line = request.lines().findFirst().orElse("");
        replies.entrySet().stream()
                .filter(reply -> line.matches(Pattern.quote(reply.getKey()) + "[ ?].*"))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(answer("404 Not Found", "{\"message\":\"no such thing: " + line + "\"}"))
                .to(client);
        if (line.matches("GET /containers/.+/json .*")) {
            inspections.incrementAndGet();
        }
    }

    private static String read(SocketChannel client) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        while (!isWhole(request.toString(StandardCharsets.UTF_8)) && client.read(buffer.clear()) >= 0) {
            request.write(buffer.array(), 0, buffer.position());
        }
        return request.toString(StandardCharsets.UTF_8);
    }

    private static boolean isWhole(String request) {
        int head = request.indexOf("\r\n\r\n");
        Matcher length = LENGTH.matcher(request);
        return head >= 0 && (!length.find() || request.length() >= head + 4 + Integer.parseInt(length.group(1)));
    }

    static void write(SocketChannel client, String text) throws IOException {
        client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
