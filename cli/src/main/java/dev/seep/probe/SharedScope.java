package dev.seep.probe;

/** What shares the thing that a probe reads. */
public enum SharedScope {
    /** Every container has its own. */
    CONTAINER,
    /** The containers of a pod share it, so that one of them is asked. */
    POD
}
