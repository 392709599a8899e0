package dev.seep.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Incarnation of a target, from start to end. A restart starts a new incarnation and never is a drop in a series.
 *
 * @param id short and unique among the lives of its target
 * @param start when this life began, as far as known
 * @param previousEnd why the life before this one ended ({@code OOMKilled}, {@code exit 137}), null if there was none
 *     or nobody knows
 */
public record Incarnation(
        String id, Instant start, @Nullable String previousEnd) {
    /** How a life ended that the kernel ended because it had no memory left, in the words of every source. */
    public static final String OUT_OF_MEMORY = "OOMKilled";
}
