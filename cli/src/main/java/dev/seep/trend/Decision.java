package dev.seep.trend;

/** What the course of one series says. */
public enum Decision {
    /** It keeps growing. */
    GROWS,
    /** It settles, and any growth that hides in its noise is smaller than what was asked for. */
    SETTLES,
    /** It has risen, and whether the rise goes on or ends is open. */
    OPEN,
    /** A growth that was asked for could hide in its noise. */
    NOISY,
    /** Too few samples. */
    SHORT
}
