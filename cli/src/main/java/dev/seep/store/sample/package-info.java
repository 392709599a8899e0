/**
 * Samples in files. There is one reader and one writer for each format: {@link dev.seep.store.sample.JsonSamples} is the
 * class to start with, and tells the format. What is read is a {@link dev.seep.store.sample.SampleLine}, of which {@link
 * dev.seep.store.sample.RunBuilder} makes a run.
 */
@NullMarked
package dev.seep.store.sample;

import org.jspecify.annotations.NullMarked;
