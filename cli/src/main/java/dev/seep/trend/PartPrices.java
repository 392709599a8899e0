package dev.seep.trend;

/**
 * The prices of the parts of a fit, as factors on its sum of squares: exp(cost / blocks).
 *
 * @param factor of each part
 * @param rebate one of the parts of a set may take its rebate: a slow warm-up is common, two at once are not
 * @param besideGrowth which parts may stand beside a growing trend: those that are over while it goes on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record PartPrices(double[] factor, double[] rebate, boolean[] besideGrowth) {}
