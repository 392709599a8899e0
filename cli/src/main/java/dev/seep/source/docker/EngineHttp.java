package dev.seep.source.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seep.source.exec.Deadlines;
import dev.seep.source.exec.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 client of an engine, one connection for each request. Paths carry no version of the API: the requests are in
 * all of them, and each engine refuses some.
 */
final class EngineHttp {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int SWITCHING = 101;
    private static final int FIRST_ERROR = 300;

    private final EngineAddress engine;
    private final Deadlines deadlines;

    EngineHttp(EngineAddress engine, Deadlines deadlines) {
        this.engine = engine;
        this.deadlines = deadlines;
    }

    /** @throws JsonProcessingException if that is no JSON */
    static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    JsonNode get(String path, Duration deadline) throws IOException, EngineRefusedException {
        return json("GET", path, null, deadline);
    }

    JsonNode post(String path, ObjectNode body, Duration deadline) throws IOException, EngineRefusedException {
        return json("POST", path, body, deadline);
    }

    private JsonNode json(String method, String path, @Nullable ObjectNode body, Duration deadline)
            throws IOException, EngineRefusedException {
        try (EngineConnection connection = new EngineConnection(engine.address())) {
            Future<?> late = deadlines.after(deadline, connection::close);
            try {
                String text =
                        ask(connection, method, path, body, "Connection: close").text();
                return parse(text);
            } catch (JsonProcessingException e) {
                throw new IOException("the engine answered what is no JSON to " + path, e);
            } catch (IOException e) {
                throw late.isDone() ? new IOException("no answer within " + deadline.toSeconds() + " s", e) : e;
            } finally {
                late.cancel(false);
            }
        }
    }

    /** An endless answer, which is read line by line; who reads closes the connection. */
    Lines lines(String path, Duration deadline) throws IOException, EngineRefusedException {
        EngineConnection connection = new EngineConnection(engine.address());
        return new Lines(connection, opened(connection, "GET", path, null, "Accept: */*", deadline));
    }

    /** Lines of an answer that has no end. */
    record Lines(EngineConnection connection, HttpAnswer answer) implements AutoCloseable {
        String next() throws IOException {
            return HttpAnswer.line(answer.body());
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    /** Turns the connection into one of raw bytes, which the caller closes. */
    EngineConnection upgrade(String path, ObjectNode body, Duration deadline)
            throws IOException, EngineRefusedException {
        EngineConnection connection = new EngineConnection(engine.address());
        HttpAnswer answer = opened(connection, "POST", path, body, "Connection: Upgrade\r\nUpgrade: tcp", deadline);
        if (answer.status() != SWITCHING) {
            connection.close();
            throw new IOException("the engine does not open a connection to the command");
        }
        return connection;
    }

    private HttpAnswer opened(
            EngineConnection connection,
            String method,
            String path,
            @Nullable ObjectNode body,
            String headers,
            Duration deadline)
            throws IOException, EngineRefusedException {
        Future<?> late = deadlines.after(deadline, connection::close);
        boolean opened = false;
        try {
            HttpAnswer answer = ask(connection, method, path, body, headers);
            opened = true;
            return answer;
        } finally {
            late.cancel(false);
            if (!opened) {
                connection.close();
            }
        }
    }

    private static HttpAnswer ask(
            EngineConnection connection, String method, String path, @Nullable ObjectNode body, String headers)
            throws IOException, EngineRefusedException {
        byte[] content = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: engine\r\nUser-Agent: seep\r\n" + headers
                + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[start.length + content.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        connection.write(request);
        HttpAnswer answer = HttpAnswer.read(connection);
        if (answer.status() >= FIRST_ERROR) {
            throw new EngineRefusedException(answer.status(), message(answer));
        }
        return answer;
    }

    /** The engine's own words; Podman and Docker both say {@code {"message": "..."}}. */
    private static String message(HttpAnswer answer) throws IOException {
        String text = answer.text();
        String told = "";
        try {
            told = parse(text).path("message").asText("");
        } catch (JsonProcessingException e) {
            // Then all of it is the message.
        }
        String words = told.isBlank() ? text : told;
        return Messages.line(words.isBlank() ? "status " + answer.status() : words);
    }
}
