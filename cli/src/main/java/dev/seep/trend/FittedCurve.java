package dev.seep.trend;

/**
 * The best fit of one hypothesis to the blocks.
 *
 * @param values fitted value of each block, in the metric's unit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record FittedCurve(Hypothesis hypothesis, double[] values) {}
