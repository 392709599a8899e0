package dev.seep.source.kubernetes.objects;

/**
 * State kept of an object that is counted.
 *
 * @param namespace empty for none
 * @param created in seconds since the epoch, or {@link #NEVER}
 * @param deleting time of the mark for deletion, or {@link #NEVER}
 * @param state lower-case, empty for kinds of which no state is counted
 * @param ofJob whether a Job owns it
 */
record CountedObject(String uid, String namespace, long created, long deleting, String state, boolean ofJob) {
    static final long NEVER = Long.MAX_VALUE;
}
