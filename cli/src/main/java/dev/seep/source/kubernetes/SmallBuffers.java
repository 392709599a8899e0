package dev.seep.source.kubernetes;

import java.util.Map;

/**
 * Makes the JDK's web sockets small: by default each holds some 50 KiB of buffers that are sized for large transfers,
 * and seep holds thousands of idle ones. Larger messages just arrive in more pieces.
 */
final class SmallBuffers {
    private static final Map<String, String> SIZES = Map.of(
            "jdk.httpclient.websocket.writeBufferSize", "1024",
            "jdk.httpclient.websocket.intermediateBufferSize", "1024",
            "jdk.httpclient.bufsize", "2048");

    private SmallBuffers() {}

    /** Has an effect only before the first use of {@code java.net.http}; what the user chose is left alone. */
    static void prefer() {
        SIZES.forEach((name, size) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, size);
            }
        });
    }
}
