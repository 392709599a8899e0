package dev.seep.store.sample;

import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import dev.seep.store.line.JsonLines;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Targets of a run and their lives, by its events. */
public final class LifeHistory {
    /** The start of a life that no event tells of. */
    static final Instant UNKNOWN = Instant.MIN;

    private final Map<String, Target> targets = new HashMap<>();
    private final Map<String, String> workloads = new HashMap<>();
    private final Map<String, Incarnation> incarnations = new HashMap<>();

    public LifeHistory(List<Event> events) {
        events.forEach(this::add);
    }

    /** The target with this path; a known container tells the workload of its pod. */
    Target target(String path) {
        Target known = targets.get(path);
        if (known != null) {
            return known;
        }
        Target plain = Target.ofPath(path);
        String workload = workloads.getOrDefault(plain.pod().path(), plain.workload());
        return new Target(plain.kind(), plain.namespace(), plain.name(), plain.container(), workload);
    }

    Incarnation incarnation(String path, String life) {
        return incarnations.getOrDefault(key(path, life), new Incarnation(life, UNKNOWN, null));
    }

    public void add(Event event) {
        Target target = event.target();
        if (target == null) {
            return;
        }
        targets.put(target.path(), target);
        workloads.put(target.pod().path(), target.workload());
        boolean begins = event.type() == Event.Type.APPEARED || event.type() == Event.Type.RESTARTED;
        if (begins && event.life() != null) {
            String end = event.type() == Event.Type.RESTARTED ? event.detail().get("reason") : null;
            // a run without end tells again who is there, and no longer how it came
            incarnations.putIfAbsent(
                    key(target.path(), event.life()), new Incarnation(event.life(), start(event), end));
        }
    }

    private static Instant start(Event event) {
        String started = event.detail().get("started");
        return started == null ? UNKNOWN : JsonLines.time(started);
    }

    private static String key(String path, String life) {
        return path + "\n" + life;
    }
}
