package dev.seep.run;

import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import dev.seep.source.TargetListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Listener that keeps the targets found at the start of a source. */
final class InitialTargets implements TargetListener {
    private final List<LiveTarget> containers = new ArrayList<>();

    @Override
    public synchronized void appeared(LiveTarget target) {
        if (target.target().kind() != Target.Kind.POD) {
            containers.add(target);
        }
    }

    @Override
    public void vanished(Target target, Map<String, String> detail) {
        // Only targets of the beginning count.
    }

    @Override
    public void troubled(String message) {
        // The first list has worked by the time that a source can get into trouble.
    }

    synchronized List<LiveTarget> containers() {
        return List.copyOf(containers);
    }

    /** One for each container of each workload: replicas have the same image. */
    synchronized Collection<LiveTarget> oneOfEach() {
        Map<String, LiveTarget> chosen = new LinkedHashMap<>();
        for (LiveTarget live : containers) {
            Target target = live.target();
            chosen.putIfAbsent(target.namespace() + "/" + target.workload() + "/" + target.container(), live);
        }
        return chosen.values();
    }
}
