package dev.seep.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One life of a target, from a start to its end. A restart starts a new incarnation and never is a drop in a series.
 *
 * @param id short and unique among the lives of its target
 * @param start of this life, as far as known
 * @param previousEnd why the life before this one ended ({@code OOMKilled}, {@code exit 137}), null if there was none
 *     or nobody knows
 */
public record Incarnation(
        String id, Instant start, @Nullable String previousEnd) {
    /** Word of every source for the end of a life that the kernel killed for want of memory. */
    public static final String OUT_OF_MEMORY = "OOMKilled";
}
