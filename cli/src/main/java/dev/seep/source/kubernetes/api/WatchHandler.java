package dev.seep.source.kubernetes.api;

import java.io.IOException;

/** Handler of a {@link ListWatch}'s objects. Told by one thread at a time. */
public interface WatchHandler<T> {
    /**
     * Reads the list of now, which replaces all that was told before. May be called again when it has failed.
     *
     * @return the version of the list, from which the watch goes on
     */
    String list(PagedList<T> list) throws IOException, RefusedException;

    /** A new object, or one that was listed already. */
    void added(T object);

    /** As {@link #added}, for whom both are the same. */
    default void changed(T object) {
        added(object);
    }

    void deleted(T object);

    /**
     * Listing or watching failed, and will be tried again.
     *
     * @param times in a row; watches are cut all the time, so that once is not worth a word
     */
    void failed(Exception failure, int times);

    /** The watch goes on after it failed. */
    void recovered();
}
