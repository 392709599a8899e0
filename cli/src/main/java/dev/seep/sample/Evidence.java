package dev.seep.sample;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in a target while it was still there.
 *
 * @param target its path
 * @param life the {@linkplain Incarnation#id() incarnation} that was looked into
 * @param from time of the first look, null if there was only one
 * @param to time of the last look
 * @param growths of each kind what rose most, most first
 * @param notes what could not be seen, each one line
 */
public record Evidence(
        String target, String life, @Nullable Instant from, Instant to, List<Growth> growths, List<String> notes) {
    public Evidence {
        growths = List.copyOf(growths);
        notes = List.copyOf(notes);
    }
}
