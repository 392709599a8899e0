package dev.seep.source.kubernetes.objects;

/** Sees the objects of one kind as they come, change and go. Told by one thread at a time. */
interface ObjectObserver<T> {
    /** An object that is there: listed, new, or changed. */
    void seen(T object);

    void gone(T object);

    /** What was there at first has been seen; what comes from now on is new. May be told again after a later list. */
    void begun();
}
