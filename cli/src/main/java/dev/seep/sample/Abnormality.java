package dev.seep.sample;

import java.util.Map;
import java.util.Optional;

/**
 * Abnormal occurrence on an object beside the polled ones; in a run it is an {@link Event.Type#ABNORMAL} event. The
 * words are those of whoever saw it, each on one line and of a length that people read.
 *
 * @param namespace of the object, empty if it is in none
 * @param object {@code kind/name}, such as {@code pod/web-7d9f}
 * @param reason one word: {@code BackOff}, {@code Evicted} ...
 * @param message more about it, empty if there is nothing to say
 * @param count of occurrences since it was told before, at least 1
 */
public record Abnormality(String namespace, String object, String reason, String message, long count) {
    /** No object fails more often in a run, and sums stay numbers. */
    private static final long MOST = 1_000_000_000_000L;

    /** @throws IllegalArgumentException if it never happened */
    public Abnormality {
        if (count < 1) {
            throw new IllegalArgumentException(reason + " of " + object + " happened " + count + " times");
        }
    }

    /** Content of such an event; empty for one of another type. */
    public static Optional<Abnormality> of(Event event) {
        if (event.type() != Event.Type.ABNORMAL) {
            return Optional.empty();
        }
        Map<String, String> detail = event.detail();
        return Optional.of(new Abnormality(
                detail.getOrDefault("namespace", ""),
                detail.getOrDefault("object", ""),
                detail.getOrDefault("reason", ""),
                detail.getOrDefault("message", ""),
                count(detail.getOrDefault("count", ""))));
    }

    /** Count of an event, 1 at least. */
    private static long count(String text) {
        try {
            return Math.max(1, Math.min(MOST, Long.parseLong(text)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** As the detail of an event. */
    public Map<String, String> detail() {
        return Map.of(
                "namespace",
                namespace,
                "object",
                object,
                "reason",
                reason,
                "message",
                message,
                "count",
                String.valueOf(count));
    }

    /** {@code shop/pod/web-7d9f}. */
    public String where() {
        return where(namespace, object);
    }

    /** {@code shop/pod/web-7d9f}; {@code node/worker-1} without a namespace. */
    public static String where(String namespace, String object) {
        return namespace.isEmpty() ? object : namespace + "/" + object;
    }

    /** {@code shop/pod/web-7d9f BackOff 3 times: back-off restarting failed container}. */
    public String words() {
        return where() + " " + reason + " " + times(count) + (message.isEmpty() ? "" : ": " + message);
    }

    /** {@code once}, {@code 1,234 times}. */
    public static String times(long count) {
        return count == 1 ? "once" : Quantity.count(count) + " times";
    }
}
