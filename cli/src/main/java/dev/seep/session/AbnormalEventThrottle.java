package dev.seep.session;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Throttle of abnormal events, so that no storm floods the record: the first at once, then once a minute the number
 * since. Of very many objects with one reason, those beyond the first are told together. Lives on the timeline.
 */
final class AbnormalEventThrottle {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();
    /** Objects with the same reason in a namespace that are told apart within a minute. */
    private static final int MOST_OBJECTS = 20;
    /** Limit of all that are told apart within a minute. */
    private static final int MOST = 200;

    private static final String OTHERS = "others";

    private record Subject(String namespace, String reason, String object) {}

    private static final class Since {
        private final long due;
        private long count;
        private String message = "";

        Since(long due) {
            this.due = due;
        }
    }

    private final Recorder recorder;
    private final Map<Subject, Since> told = new LinkedHashMap<>();
    /** Number of objects told apart, by the subject of the others. */
    private final Map<Subject, Integer> objects = new HashMap<>();

    AbnormalEventThrottle(Recorder recorder) {
        this.recorder = recorder;
    }

    void happened(Abnormality what, long now) {
        Subject subject = subject(what);
        Since since = told.get(subject);
        if (since == null) {
            record(subject, what.count(), what.message());
            told.put(subject, new Since(now + PAUSE));
            objects.merge(others(subject), 1, Integer::sum);
        } else {
            since.count += what.count();
            since.message = what.message();
        }
    }

    private Subject subject(Abnormality what) {
        Subject subject = new Subject(what.namespace(), what.reason(), what.object());
        if (told.containsKey(subject)) {
            return subject;
        }
        Subject others = others(subject);
        boolean full = told.size() >= MOST;
        if (!full && objects.getOrDefault(others, 0) < MOST_OBJECTS) {
            return subject;
        } else if (!full || told.containsKey(others)) {
            return others;
        }
        // No reason of a real cluster is lost here: so many at once are made up.
        boolean flooded = told.size() >= 2 * MOST;
        return new Subject("", flooded ? OTHERS : what.reason(), OTHERS);
    }

    private static Subject others(Subject subject) {
        return new Subject(subject.namespace(), subject.reason(), OTHERS);
    }

    /** Records those due; to be called now and then. */
    void flush(long now) {
        Map<Subject, Since> again = new LinkedHashMap<>();
        for (Iterator<Map.Entry<Subject, Since>> all = told.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Subject, Since> one = all.next();
            Since since = one.getValue();
            if (since.due > now) {
                continue;
            }
            all.remove();
            if (since.count > 0) {
                record(one.getKey(), since.count, since.message);
                again.put(one.getKey(), new Since(now + PAUSE));
            } else {
                objects.computeIfPresent(others(one.getKey()), (others, n) -> n > 1 ? n - 1 : null);
            }
        }
        told.putAll(again);
    }

    /** Records the pending rest. */
    void end() {
        told.forEach((subject, since) -> {
            if (since.count > 0) {
                record(subject, since.count, since.message);
            }
        });
        told.clear();
        objects.clear();
    }

    private void record(Subject subject, long count, String message) {
        Abnormality again = new Abnormality(subject.namespace(), subject.object(), subject.reason(), message, count);
        recorder.happened(Event.Type.ABNORMAL, null, null, again.detail());
    }
}
