package dev.seep.source.kubernetes.objects;

import dev.seep.source.kubernetes.api.ObjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tally of the objects of one kind in one namespace: those that are known one by one, and how many there are beyond.
 * NOT thread safe.
 */
final class ObjectCounter {
    /** Nothing is stuck that is deleted in due course: graceful ends of pods take up to half a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, CountedObject> known = new HashMap<>();
    private long beyond;
    private long created;
    private long removed;

    /** Begins with these; none of them counts as created or removed. */
    void begin(Map<String, CountedObject> listed, long more) {
        known.putAll(listed);
        beyond = more;
    }

    /** Goes on with these, after a time in which nothing was seen. */
    void resume(Map<String, CountedObject> listed, long more) {
        if (beyond == 0 && more == 0) {
            created += missing(listed.keySet(), known.keySet());
            removed += missing(known.keySet(), listed.keySet());
        } else {
            long change = listed.size() + more - count();
            created += Math.max(0, change);
            removed += Math.max(0, -change);
        }
        known.clear();
        begin(listed, more);
    }

    private static long missing(Set<String> of, Set<String> in) {
        return of.stream().filter(uid -> !in.contains(uid)).count();
    }

    void added(CountedObject object) {
        if (known.put(object.uid(), object) == null) {
            created++;
        }
    }

    void changed(CountedObject object) {
        known.computeIfPresent(object.uid(), (uid, before) -> object);
    }

    void deleted(CountedObject object) {
        if (known.remove(object.uid()) != null) {
            removed++;
        } else if (beyond > 0) {
            beyond--;
            removed++;
        }
    }

    boolean isEmpty() {
        return count() == 0;
    }

    private long count() {
        return known.size() + beyond;
    }

    /** By name: how many, how many came and went, and where all are known their details. */
    Map<String, Long> figures(ObjectKind kind, Instant now) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("", count());
        figures.put(".created", created);
        figures.put(".removed", removed);
        if (beyond == 0) {
            addDetails(kind, now.getEpochSecond(), figures);
        }
        return figures;
    }

    private void addDetails(ObjectKind kind, long now, Map<String, Long> figures) {
        long oldest = now;
        long stuck = 0;
        Map<String, Long> states = new TreeMap<>();
        if (kind.hasState()) {
            states(kind).forEach(state -> states.put("." + state, 0L));
        }
        for (CountedObject object : known.values()) {
            oldest = Math.min(oldest, object.created());
            stuck += object.deleting() <= now - PATIENCE.toSeconds() ? 1 : 0;
            if (!object.state().isEmpty()) {
                states.merge("." + object.state(), 1L, Long::sum);
            }
        }
        figures.put(".deleting", stuck);
        if (!known.isEmpty()) {
            figures.put(".oldest", now - oldest);
        }
        figures.putAll(states);
        if (kind.isPods()) {
            figures.put(
                    ".without_jobs",
                    known.values().stream().filter(object -> !object.ofJob()).count());
        }
    }

    private static Set<String> states(ObjectKind kind) {
        return kind.resource().equals("jobs")
                ? Set.of("active", "finished")
                : Set.of("pending", "running", "succeeded", "failed", "unknown");
    }
}
