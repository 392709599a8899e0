package dev.seep.source.kubernetes.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Request that opens a web socket.
 *
 * @param address host and port as in a URL
 * @param target path and query, encoded
 * @param protocols to choose from, the best one first
 */
public record UpgradeRequest(
        String address, String target, List<String> protocols, Map<String, String> headers, String key) {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;

    public UpgradeRequest {
        protocols = List.copyOf(protocols);
        headers = Map.copyOf(headers);
    }

    public UpgradeRequest(String address, String target, List<String> protocols, Map<String, String> headers) {
        this(address, target, protocols, headers, newKey());
    }

    private static String newKey() {
        // Only to tell answers to this request from those of a cache: nobody has to be unable to guess it.
        byte[] key = new byte[KEY_BYTES];
        ThreadLocalRandom.current().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    ByteBuffer bytes() {
        StringBuilder text = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: " + address
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + key + "\r\nSec-WebSocket-Protocol: " + String.join(", ", protocols) + "\r\n");
        headers.forEach((name, value) -> text.append(name)
                .append(": ")
                .append(value.replaceAll("[\r\n]", ""))
                .append("\r\n"));
        return ByteBuffer.wrap(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The protocol that was chosen. */
    String accepted(UpgradeAnswer answer) throws IOException {
        if (!answer.header("Sec-WebSocket-Accept").orElse("").equals(proof())) {
            throw new IOException("the answer does not belong to the request: is there a broken proxy on the way?");
        }
        String protocol = answer.header("Sec-WebSocket-Protocol").orElse("");
        if (!protocols.contains(protocol)) {
            throw new IOException("the server chose the protocol '" + protocol + "', offered were " + protocols);
        }
        return protocol;
    }

    private String proof() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
