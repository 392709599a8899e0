package dev.seep.source.kubernetes.websocket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Server's answer in HTTP to the request for a web socket, while it comes in. NOT thread safe. */
final class UpgradeAnswer {
    private static final int LONGEST = 64 << 10;
    private static final int SWITCHING = 101;
    private static final String END = "\r\n\r\n";
    private static final String LAST_CHUNK = "0\r\n\r\n";

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, String> headers = new HashMap<>();
    /** Bytes of its end mark that came last. */
    private int ended;

    private int code;

    /** Takes the answer's bytes; whether it is complete then. */
    boolean take(ByteBuffer data) throws IOException {
        while (code == 0 && data.hasRemaining()) {
            byte next = data.get();
            head.write(next);
            ended = next == END.charAt(ended) ? ended + 1 : next == '\r' ? 1 : 0;
            if (ended == END.length()) {
                parse();
            }
            if (head.size() > LONGEST) {
                throw new IOException("the answer is no HTTP");
            }
        }
        return code == SWITCHING || (code != 0 && takeBody(data));
    }

    private void parse() throws IOException {
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        String[] status = lines[0].split(" ", 3);
        if (!status[0].startsWith("HTTP/1.") || status.length < 2 || !status[1].matches("[1-9]\\d\\d")) {
            throw new IOException("the answer is no HTTP");
        }
        code = Integer.parseInt(status[1]);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
    }

    private boolean takeBody(ByteBuffer data) {
        while (data.hasRemaining() && body.size() < LONGEST) {
            body.write(data.get());
        }
        if (body.size() >= LONGEST) {
            return true;
        }
        String length = headers.get("content-length");
        if (length != null && length.matches("\\d{1,9}")) {
            return body.size() >= Integer.parseInt(length);
        }
        return isChunked() && text().endsWith(LAST_CHUNK);
    }

    /** Whether nothing but the end of the connection can be missing. */
    boolean hasHead() {
        return code != 0;
    }

    int code() {
        return code;
    }

    boolean isUpgrade() {
        return code == SWITCHING;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    String body() {
        return isChunked() ? text().replaceAll("(?m)^[0-9a-fA-F]{1,8}\r\n|\r\n", "") : text();
    }

    private boolean isChunked() {
        return "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
    }

    private String text() {
        return body.toString(StandardCharsets.UTF_8);
    }
}
