package dev.seep.source.kubernetes;

import dev.seep.sample.Abnormality;
import dev.seep.sample.GapReason;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import dev.seep.source.TargetListener;
import java.util.Map;

/** Listener that passes on one call after the other, whatever thread it comes from. */
record SynchronizedListener(TargetListener listener) implements TargetListener {
    @Override
    public synchronized void appeared(LiveTarget target) {
        listener.appeared(target);
    }

    @Override
    public synchronized void ended(Target target, Map<String, String> detail) {
        listener.ended(target, detail);
    }

    @Override
    public synchronized void vanished(Target target, Map<String, String> detail) {
        listener.vanished(target, detail);
    }

    @Override
    public synchronized void troubled(String message) {
        listener.troubled(message);
    }

    @Override
    public synchronized void abnormal(Abnormality what) {
        listener.abnormal(what);
    }

    @Override
    public synchronized void blind(String about, GapReason reason, String message) {
        listener.blind(about, reason, message);
    }
}
