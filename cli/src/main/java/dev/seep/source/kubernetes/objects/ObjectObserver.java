package dev.seep.source.kubernetes.objects;

/** Observer of the objects of one kind as they come, change and go. Told by one thread at a time. */
interface ObjectObserver<T> {
    /** An object that is there: listed, new, or changed. */
    void seen(T object);

    void gone(T object);

    /** All objects of the first list have been seen; others are new. May be told again after a later list. */
    void begun();
}
