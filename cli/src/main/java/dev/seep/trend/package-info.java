/**
 * Statistics of one series: whether it keeps growing, how fast, and how much growth its noise could hide. Pure
 * mathematics, without I/O and without knowledge of a policy.
 *
 * <p>Called by {@code verdict} for the verdict and by {@code live} for the trends on the screen. Start with
 * {@link TrendFitter}; why each step is there is told in {@code docs/statistics.md}.
 */
@NullMarked
package dev.seep.trend;

import org.jspecify.annotations.NullMarked;
