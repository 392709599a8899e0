package dev.seep.trend;

import java.util.Arrays;

/**
 * The prices of the parts of a fit, as factors on its sum of squares: exp(cost / free), free being the blocks less what every
 * hypothesis takes.
 *
 * @param factor of each part
 * @param rebate one of the parts of a set may take its rebate: a slow warm-up is common, two at once are not
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record PartPrices(double[] factor, double[] rebate) {
    /** Those of some parts. */
    PartPrices of(int[] chosen) {
        return new PartPrices(
                Arrays.stream(chosen).mapToDouble(i -> factor[i]).toArray(),
                Arrays.stream(chosen).mapToDouble(i -> rebate[i]).toArray());
    }
}
