package dev.seep.sample;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Event during a run that is not a sample.
 *
 * @param target null if it happened to the run as a whole
 * @param life the incarnation it happened to, null if none
 * @param detail words for people and tools: {@code workload}, {@code node}, {@code reason}, {@code message} ...
 */
public record Event(
        Instant time,
        Type type,
        @Nullable Target target,
        @Nullable String life,
        Map<String, String> detail) {
    public enum Type implements Worded {
        APPEARED,
        VANISHED,
        /** An incarnation is over, and another one may come; {@code reason} says how it ended. */
        ENDED,
        /** A new incarnation; {@code reason} says how the last one ended. */
        RESTARTED,
        POLL_FAILED,
        POLL_RECOVERED,
        /** Nothing can be run in the target: its values come {@code through} something else. */
        FALLEN_BACK,
        /** The run stopped polling: it ended, was cut, or its machine slept. */
        PAUSED,
        RESUMED,
        /** Polling was slowed down, or went back to its pace. */
        PACED,
        /** Occurrence outside the targets; its detail is an {@link Abnormality}. */
        ABNORMAL;

        /** @throws IllegalArgumentException if no type has this word */
        public static Type ofWord(String word) {
            return Worded.find(Type.class, word)
                    .orElseThrow(() -> new IllegalArgumentException("unknown event type '" + word + "'"));
        }
    }

    public Event {
        detail = Map.copyOf(detail);
    }
}
