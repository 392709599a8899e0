package dev.seep.verdict;

import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the lives of a run's containers ended, by the name of their restarts. Takes the events in order. */
final class TerminationsByName {
    private final Map<String, Terminations> all = new LinkedHashMap<>();
    /** Ends that nothing has followed yet. */
    private final Map<Target, Event> waiting = new LinkedHashMap<>();
    /** The life of each container that is there. */
    private final Map<Target, String> lives = new HashMap<>();

    private TerminationsByName() {}

    static Map<String, Terminations> of(List<Event> events) {
        TerminationsByName ends = new TerminationsByName();
        for (Event event : events) {
            Target target = event.target();
            if (target != null && target.kind() == Target.Kind.CONTAINER) {
                ends.happened(target, event);
            }
        }
        ends.waiting.forEach((target, ended) -> {
            // A container that ends well may be done, and is told so in a moment.
            if (Terminations.isCrash(Terminations.reason(ended))) {
                ends.addLast(target, ended);
            }
        });
        return ends.all;
    }

    private void happened(Target target, Event event) {
        switch (event.type()) {
            case APPEARED -> appeared(target, event);
            case ENDED -> waiting.put(target, event);
            case RESTARTED -> {
                lives.put(target, String.valueOf(event.life()));
                waiting.remove(target);
                add(target, event);
            }
            case VANISHED -> vanished(target, event);
            default -> {}
        }
    }

    /** One that is known appears again where a run goes on; if it is another life, it restarted meanwhile. */
    private void appeared(Target target, Event event) {
        String life = String.valueOf(event.life());
        String before = lives.put(target, life);
        if (before == null || before.equals(life)) {
            return;
        }
        Event ended = waiting.remove(target);
        if (!Terminations.reason(event).isEmpty()) {
            add(target, event);
        } else if (ended != null) {
            add(target, ended);
        }
    }

    /**
     * A container that ended could have been started again, and is gone now: with its pod, in a rollout or a
     * scale-down, or so. Of those that end for good at once only a kill for memory counts: a Job that fails tells of it
     * by itself.
     */
    private void vanished(Target target, Event event) {
        lives.remove(target);
        Event ended = waiting.remove(target);
        if (Terminations.reason(event).equals(Incarnation.OUT_OF_MEMORY)) {
            addLast(target, event);
        } else if (ended != null && Terminations.reason(ended).equals(Incarnation.OUT_OF_MEMORY)) {
            addLast(target, ended);
        } else if (ended != null && Terminations.isToldForGood(Terminations.reason(event))) {
            of(target).addForGood(target, event);
        }
    }

    private void add(Target target, Event event) {
        of(target).add(target, event);
    }

    private void addLast(Target target, Event event) {
        of(target).addLast(target, event);
    }

    private Terminations of(Target target) {
        return all.computeIfAbsent(Group.nameOf(target, Restarts.METRIC.name()), name -> new Terminations(target));
    }
}
