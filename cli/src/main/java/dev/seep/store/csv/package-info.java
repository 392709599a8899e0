/**
 * Series of any origin, in CSV files that seep did not write. {@link dev.seep.store.csv.ForeignCsv} is the class to start
 * with.
 */
@NullMarked
package dev.seep.store.csv;

import org.jspecify.annotations.NullMarked;
