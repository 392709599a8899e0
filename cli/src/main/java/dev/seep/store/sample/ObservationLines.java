package dev.seep.store.sample;

import dev.seep.sample.Observation;

/** Writer of observations as lines of a samples file. */
public interface ObservationLines {
    /** First bytes of an empty file. */
    byte[] header();

    /** One line with its end. */
    byte[] line(Observation observation);
}
