package dev.seep.verdict;

import dev.seep.sample.Abnormality;
import java.time.Instant;

/**
 * Abnormal events of a run, such as evictions or failed mounts, that share the object and the reason, as one.
 *
 * @param namespace of the object, empty if it is in none
 * @param object {@code kind/name}; {@code others} for many that were reported together
 * @param count how often, at least 1
 * @param message of the last time, empty if there is none
 */
public record AbnormalEvent(
        String reason, String namespace, String object, long count, Instant first, Instant last, String message) {
    /** {@code shop/pod/web-7d9f}. */
    public String where() {
        return Abnormality.where(namespace, object);
    }
}
