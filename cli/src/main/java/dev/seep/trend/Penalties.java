package dev.seep.trend;

import java.util.Arrays;

/**
 * The penalties of the parts of a fit, as factors on its sum of squares: exp(cost / free), free being the number of
 * blocks less that of the base columns.
 *
 * @param factor of each part, at least 1
 * @param discount of each part, at most 1; one part of a set may take it: a slow warm-up is common, two at once are not
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Penalties(double[] factor, double[] discount) {
    /** Those of some parts. */
    Penalties of(int[] chosen) {
        return new Penalties(
                Arrays.stream(chosen).mapToDouble(i -> factor[i]).toArray(),
                Arrays.stream(chosen).mapToDouble(i -> discount[i]).toArray());
    }
}
