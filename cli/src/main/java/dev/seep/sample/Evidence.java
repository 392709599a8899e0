package dev.seep.sample;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evidence captured in a target.
 *
 * @param target its path
 * @param life the captured {@linkplain Incarnation#id() incarnation}
 * @param from time of the first capture, null if there was only one
 * @param to time of the last capture
 * @param growths the greatest of each kind, greatest first
 * @param notes on unread parts, each one line
 */
public record Evidence(
        String target, String life, @Nullable Instant from, Instant to, List<Growth> growths, List<String> notes) {
    public Evidence {
        growths = List.copyOf(growths);
        notes = List.copyOf(notes);
    }
}
