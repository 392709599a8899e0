/**
 * Samples in files, with one reader and one writer for each format. A reader hands on each {@link SampleLine}, of which
 * {@link RunBuilder} makes a run.
 *
 * <p>Called by {@code store}. Start with {@link JsonSamples}, which tells the format.
 */
@NullMarked
package dev.seep.store.sample;

import org.jspecify.annotations.NullMarked;
