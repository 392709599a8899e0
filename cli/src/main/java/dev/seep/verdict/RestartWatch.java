package dev.seep.verdict;

import dev.seep.sample.Event;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Watches the events of a run for restarts that fail it, as its verdict would if the run ended now. Safe for use by
 * several threads.
 */
public final class RestartWatch {
    /** Name of the metric that counts them. */
    public static final String METRIC = Restarts.METRIC.name();

    private static final Set<Event.Type> ENDS = EnumSet.of(Event.Type.ENDED, Event.Type.RESTARTED, Event.Type.VANISHED);

    private final Policy policy;
    /** Events of the containers of a workload, by the name of their restarts. */
    private final Map<String, List<Event>> happened = new HashMap<>();

    public RestartWatch(Policy policy) {
        this.policy = policy;
    }

    /** Why they fail it, empty if they do not. */
    public synchronized Optional<String> happened(Event event) {
        Target target = event.target();
        if (target == null || target.kind() != Target.Kind.CONTAINER) {
            return Optional.empty();
        }
        List<Event> known =
                happened.computeIfAbsent(Group.nameOf(target, Restarts.METRIC.name()), name -> new ArrayList<>());
        known.add(event);
        if (!ENDS.contains(event.type())) {
            return Optional.empty();
        }
        Restarts restarts =
                new Restarts(policy, event.time().atOffset(ZoneOffset.UTC).toLocalDate());
        return restarts.of(known).stream()
                .map(Fact::finding)
                .filter(finding -> finding.outcome() == Outcome.LEAK && finding.severity() == Severity.FAIL)
                .map(Finding::reason)
                .findFirst();
    }
}
