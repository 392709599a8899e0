/**
 * The policy of a run: allowed growth and values, known leaks, ceilings of events, and the file they are read from.
 *
 * <p>Read by the commands and applied by {@code verdict}. Start with {@link Policy}; the format of the file is
 * specified in {@link PolicyReader}.
 */
@NullMarked
package dev.seep.verdict.policy;

import org.jspecify.annotations.NullMarked;
