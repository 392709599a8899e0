/**
 * Series of any origin, in CSV files that seep did not write.
 *
 * <p>Called by {@code store} and the commands that judge such files. Start with {@link ForeignCsv}.
 */
@NullMarked
package dev.seep.store.csv;

import org.jspecify.annotations.NullMarked;
