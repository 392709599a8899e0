package dev.seep.source.kubernetes.objects;

import dev.seep.sample.Abnormality;
import dev.seep.source.TargetListener;
import dev.seep.source.kubernetes.pods.PodTracker;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Observer that tells Warning events as they happen. One that happens again is the same object with a higher count, so
 * the count before is remembered.
 */
final class WarningEvents implements ObjectObserver<EventJson> {
    /** Of more events, those that have not happened for longest are forgotten; each takes some 200 bytes. */
    private static final int REMEMBERED = 20_000;

    private final TargetListener listener;
    private final PodTracker pods;
    private final Map<String, Long> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private boolean begun;

    /** @param pods of whose nodes events are told, and which learn their own faults */
    WarningEvents(TargetListener listener, PodTracker pods) {
        this.listener = listener;
        this.pods = pods;
    }

    @Override
    public void seen(EventJson event) {
        if (!event.isWarning() || event.uid().isEmpty()) {
            return;
        }
        Long before = counts.put(event.uid(), event.times());
        long more = event.times() - (before == null ? 0 : before);
        if (!begun || more <= 0) {
            return;
        }
        Instant time = event.last();
        if (time != null && !event.failedProbe().isEmpty()) {
            pods.probeFailed(event.namespace(), event.name(), event.failedProbe(), time);
        }
        if (!event.isOfNode() || pods.uses(event.name())) {
            listener.abnormal(new Abnormality(event.namespace(), event.object(), event.why(), event.what(), more));
        }
    }

    @Override
    public void gone(EventJson event) {
        counts.remove(event.uid());
    }

    @Override
    public void begun() {
        begun = true;
    }
}
