package dev.seep.trend;

import dev.seep.sample.Worded;

/** Name that a person would give the course of a series. */
public enum Pattern implements Worded {
    GROWTH,
    WARM_UP,
    STEP,
    SAWTOOTH,
    STEADY,
    SHRINKING,
    /** It grows in every life and is cut by restarts. */
    RESTARTING_GROWTH,
    TOO_SHORT,
    ERRATIC;
}
