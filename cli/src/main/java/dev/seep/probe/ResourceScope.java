package dev.seep.probe;

/** Scope that shares the resources of a probe. */
public enum ResourceScope {
    /** Every container has its own. */
    CONTAINER,
    /** The containers of a pod share it, so that one of them is asked. */
    POD
}
