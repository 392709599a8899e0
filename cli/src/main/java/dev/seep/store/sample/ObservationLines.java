package dev.seep.store.sample;

import dev.seep.sample.Observation;

/** How observations become lines of a samples file. */
public interface ObservationLines {
    /** What stands at the beginning of an empty file. */
    byte[] header();

    /** One line with its end. */
    byte[] line(Observation observation);
}
