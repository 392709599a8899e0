package dev.seep.source.kubernetes.objects;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import dev.seep.source.TargetListener;
import dev.seep.source.kubernetes.api.ObjectKind;
import dev.seep.source.kubernetes.objects.ObjectLister.Listed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts of the objects of one kind, by namespace, or the reason why there are none. */
final class ObjectCounts {
    private static final String NODE = "cluster";
    /** Key of objects that are in no namespace; no namespace has that name. */
    private static final String NOWHERE = "(cluster)";
    /** Clusters of pipelines have a thousand new namespaces a day: one without objects for so long is over. */
    private static final Duration OVER = Duration.ofHours(1);

    private final ObjectKind kind;
    private final @Nullable String namespace;
    private final TargetListener listener;
    private final Clock clock;
    private final Map<String, ObjectCounter> tallies = new TreeMap<>();
    private final Map<String, Instant> emptySince = new HashMap<>();
    private ExecResult.@Nullable Failed failure;
    private boolean begun;

    /** @param namespace null for all of them */
    ObjectCounts(ObjectKind kind, @Nullable String namespace, TargetListener listener, Clock clock) {
        this.kind = kind;
        this.namespace = namespace;
        this.listener = listener;
        this.clock = clock;
        if (namespace != null) {
            tally(namespace);
        }
    }

    ObjectKind kind() {
        return kind;
    }

    @Nullable
    String namespace() {
        return namespace;
    }

    synchronized void listed(Listed all) {
        Map<String, Map<String, CountedObject>> byNamespace = new HashMap<>();
        tallies.keySet().forEach(name -> byNamespace.put(name, new HashMap<>()));
        all.objects().values().forEach(object -> byNamespace
                .computeIfAbsent(name(object), unseen -> new HashMap<>())
                .put(object.uid(), object));
        byNamespace.forEach((name, objects) -> {
            boolean first = !begun;
            ObjectCounter tally = tally(name);
            if (first) {
                tally.begin(objects, all.more());
            } else {
                tally.resume(objects, all.more());
            }
        });
        begun = true;
        failure = null;
    }

    synchronized void added(CountedObject object) {
        tally(name(object)).added(object);
    }

    synchronized void changed(CountedObject object) {
        tally(name(object)).changed(object);
    }

    synchronized void deleted(CountedObject object) {
        tally(name(object)).deleted(object);
    }

    /** From now on, until the next list or {@link #recovered}, there are no counts but this. */
    synchronized void failed(ExecResult.Failed why) {
        failure = why;
        if (tallies.isEmpty()) {
            tally(NOWHERE);
        }
    }

    /** The counts that there were go on. */
    synchronized void recovered() {
        failure = null;
    }

    private String name(CountedObject object) {
        return object.namespace().isEmpty() ? NOWHERE : object.namespace();
    }

    private ObjectCounter tally(String name) {
        ObjectCounter known = tallies.get(name);
        if (known != null) {
            return known;
        }
        ObjectCounter tally = new ObjectCounter();
        tallies.put(name, tally);
        Instant now = clock.instant();
        String id = begun ? "objects-" + now.getEpochSecond() : "objects";
        Incarnation life = new Incarnation(id, now, null);
        Target target = Target.scope(name, kind.word());
        listener.appeared(new LiveTarget(target, life, NODE, new ObjectCountsShell(this, name)));
        return tally;
    }

    /** Lines {@code jobs.created 12}, or why there are none. */
    synchronized ExecResult figures(String name) {
        ObjectCounter tally = tallies.get(name);
        if (failure != null) {
            return failure;
        } else if (!begun || tally == null) {
            return new ExecResult.Exited(0, "", "");
        }
        StringBuilder lines = new StringBuilder();
        tally.figures(kind, clock.instant()).forEach((word, number) -> lines.append(kind.word())
                .append(word)
                .append(' ')
                .append(number)
                .append('\n'));
        if (isOver(name, tally)) {
            tallies.remove(name);
            emptySince.remove(name);
            listener.vanished(Target.scope(name, kind.word()), Map.of("reason", "no objects for an hour"));
        }
        return new ExecResult.Exited(0, lines.toString(), "");
    }

    private boolean isOver(String name, ObjectCounter tally) {
        if (namespace != null || !tally.isEmpty()) {
            emptySince.remove(name);
            return false;
        }
        Instant now = clock.instant();
        return emptySince.computeIfAbsent(name, unseen -> now).plus(OVER).isBefore(now);
    }
}
