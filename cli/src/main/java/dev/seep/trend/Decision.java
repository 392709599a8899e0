package dev.seep.trend;

/** Answer to whether one series keeps growing. */
public enum Decision {
    /** It keeps growing. */
    GROWS,
    /** It settles, and any growth that hides in its noise is within the tolerance. */
    SETTLES,
    /** It has risen, and whether the rise goes on or ends is open. */
    OPEN,
    /** Growth beyond the tolerance could hide in its noise. */
    NOISY,
    /** Too few samples. */
    SHORT
}
