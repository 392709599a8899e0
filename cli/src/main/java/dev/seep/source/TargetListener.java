package dev.seep.source;

import dev.seep.sample.Abnormality;
import dev.seep.sample.GapReason;
import dev.seep.sample.Target;
import java.util.Map;

/** Listener that hears which targets come and go. */
public interface TargetListener {
    /** A target that can be polled from now on; also each new incarnation of a known one. */
    void appeared(LiveTarget target);

    /**
     * The incarnation of now does not run any more, and another one may follow: a container that waits to be started
     * again. Not every source sees that before the next one runs.
     *
     * @param detail the cause, where known: {@code reason}
     */
    default void ended(Target target, Map<String, String> detail) {}

    /**
     * A target that is no more. Not called for an incarnation that is followed by another one.
     *
     * @param detail the cause, where known: {@code reason}, {@code message}
     */
    void vanished(Target target, Map<String, String> detail);

    /** The source lost or regained its view of the targets; polling of the known ones goes on. */
    void troubled(String message);

    /** An abnormal event beside the polls. Never called by a source that does not watch for such things. */
    default void abnormal(Abnormality what) {}

    /**
     * Whether the source can watch for some of the {@link #abnormal} events.
     *
     * @param about name of the watch: {@code events in namespace shop}
     * @param message why it does not see it, with the way out; empty once it does again
     */
    default void blind(String about, GapReason reason, String message) {}
}
