package dev.seep.source.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Answer to a request of HTTP/1.1 (RFC 9112): its head has been read, its body has not.
 *
 * @param headers by name in lower case
 */
record HttpAnswer(int status, Map<String, String> headers, InputStream body) {
    private static final int LONGEST_LINE = 64 << 10;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_BODY = 32 << 20;

    /** @throws IOException also if that is no HTTP */
    static HttpAnswer read(InputStream from) throws IOException {
        String[] first = line(from).split(" ", 3);
        if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("\\d{3}")) {
            throw new IOException("what answers there does not speak HTTP");
        }
        int status = Integer.parseInt(first[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(from); !line.isEmpty(); line = line(from)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new IOException("the answer's head is not HTTP");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new HttpAnswer(status, headers, body(headers, from));
    }

    private static InputStream body(Map<String, String> headers, InputStream from) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return new ChunkedBody(from);
        }
        String length = headers.getOrDefault("content-length", "");
        if (length.isEmpty()) {
            return from;
        } else if (!length.matches("\\d{1,18}")) {
            throw new IOException("the answer's length is '" + length + "'");
        }
        return new SizedBody(from, Long.parseLong(length));
    }

    /** The whole body. */
    String text() throws IOException {
        byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new IOException("the answer is longer than " + LONGEST_BODY + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Up to a line feed, without it and a carriage return before it. */
    static String line(InputStream from) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = from.read(); b != '\n'; b = from.read()) {
            if (b < 0) {
                throw new IOException("the connection was closed in the middle of an answer");
            } else if (line.size() == LONGEST_LINE) {
                throw new IOException("a line of the answer is longer than " + LONGEST_LINE + " bytes");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
