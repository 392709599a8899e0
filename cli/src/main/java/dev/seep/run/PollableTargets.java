package dev.seep.run;

import dev.seep.sample.Abnormality;
import dev.seep.sample.GapReason;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.TargetSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Source of targets that remembers which of them can be asked now. Safe for use by several threads. */
public final class PollableTargets implements TargetSource {
    private final TargetSource source;
    private final Map<Target, LiveTarget> live = new ConcurrentHashMap<>();

    public PollableTargets(TargetSource source) {
        this.source = source;
    }

    /** The target with its processes; of a pod, all its containers. */
    List<LiveTarget> withProcesses(Target target) {
        if (target.kind() == Target.Kind.POD) {
            return live.values().stream()
                    .filter(one -> one.target().kind() == Target.Kind.CONTAINER)
                    .filter(one -> one.target().pod().equals(target))
                    .toList();
        }
        LiveTarget one = live.get(target);
        return one == null || target.kind() == Target.Kind.SCOPE ? List.of() : List.of(one);
    }

    @Override
    public void start(TargetListener listener) throws SourceException {
        source.start(new TargetListener() {
            @Override
            public void appeared(LiveTarget target) {
                live.put(target.target(), target);
                listener.appeared(target);
            }

            @Override
            public void ended(Target target, Map<String, String> detail) {
                listener.ended(target, detail);
            }

            @Override
            public void vanished(Target target, Map<String, String> detail) {
                live.remove(target);
                listener.vanished(target, detail);
            }

            @Override
            public void troubled(String message) {
                listener.troubled(message);
            }

            @Override
            public void abnormal(Abnormality what) {
                listener.abnormal(what);
            }

            @Override
            public void blind(String about, GapReason reason, String message) {
                listener.blind(about, reason, message);
            }
        });
    }

    @Override
    public List<String> leftOut() {
        return source.leftOut();
    }

    @Override
    public void close() {
        source.close();
    }
}
