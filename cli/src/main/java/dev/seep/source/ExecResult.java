package dev.seep.source;

import dev.seep.sample.GapReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Result of a command in a target. Output is decoded as ISO 8859-1, one character for each byte, so that lengths are
 * byte counts; it is bounded, see {@link #MAX_OUTPUT}.
 */
public sealed interface ExecResult {
    /** More output than this, in bytes, is cut off, and the result is {@link Failed} with {@code TRUNCATED}. */
    int MAX_OUTPUT = 16 << 20;

    /** The value of the case that this is. */
    <T> T fold(Cases<T> cases);

    /** Whether it is {@link Failed} for this reason. */
    default boolean failedFor(GapReason reason) {
        return this instanceof Failed failed && failed.reason() == reason;
    }

    /** Function for each kind of result. A kind that is new does not compile until every reader has a case for it. */
    record Cases<T>(
            Function<Exited, T> exited,
            Function<Answered, T> answered,
            Function<Seen, T> seen,
            Function<TimedOut, T> timedOut,
            Function<Failed, T> failed) {}

    /** It ended by itself, and its status is known. */
    record Exited(int status, String out, String err) implements ExecResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.exited().apply(this);
        }
    }

    /** A kept session answered up to its end mark. */
    record Answered(String out) implements ExecResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.answered().apply(this);
        }
    }

    /**
     * Nothing ran: the source itself has seen this.
     *
     * @param time of the reading, null for now
     * @param through observer, in a word for people: {@code kubelet}
     * @param values by metric name, each finite and not negative
     * @param gaps by metric or probe name
     * @param bytes that were sent for it, 0 if it cost nothing of its own
     */
    record Seen(
            @Nullable Instant time, String through, Map<String, Double> values, Map<String, GapReason> gaps, int bytes)
            implements ExecResult {
        public Seen(@Nullable Instant time, String through, Map<String, Double> values, Map<String, GapReason> gaps) {
            this(time, through, values, gaps, 0);
        }

        public Seen {
            values = Map.copyOf(values);
            gaps = Map.copyOf(gaps);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.seen().apply(this);
        }
    }

    /** The deadline passed; with the output until then. */
    record TimedOut(String out, String err) implements ExecResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.timedOut().apply(this);
        }
    }

    /**
     * It did not run, or its end is unknown.
     *
     * @param message one line for people: the request, whom it went to, the answer, and the way out
     * @param retryAfter pause that the other side asks for, zero if it does not say
     */
    record Failed(GapReason reason, String message, Duration retryAfter) implements ExecResult {
        public Failed(GapReason reason, String message) {
            this(reason, message, Duration.ZERO);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.failed().apply(this);
        }
    }
}
