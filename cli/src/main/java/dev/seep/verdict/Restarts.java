package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Restarts as findings, one for each workload and container that had any. By default a kill for memory fails a run, and
 * so does a container that crashes or fails its probes {@value #AGAIN} times; a ceiling on {@code restarts} says
 * otherwise. One that could be started again, crashes and is not fails it too. What comes and goes with its pod, in a
 * rollout or as a Job that is done, is no restart.
 */
final class Restarts {
    static final Metric METRIC = Metric.unlimited("restarts", Unit.COUNT, BadDirection.UP);
    private static final int AGAIN = 2;

    private final Policy policy;
    private final LocalDate today;

    Restarts(Policy policy, LocalDate today) {
        this.policy = policy;
        this.today = today;
    }

    List<Finding> findings(Run run) {
        Map<String, Ends> byName = new LinkedHashMap<>();
        Map<Target, Event> waiting = new LinkedHashMap<>();
        for (Event event : run.events()) {
            Target target = event.target();
            if (target == null || target.kind() != Target.Kind.CONTAINER) {
                continue;
            }
            if (event.type() == Event.Type.ENDED) {
                waiting.put(target, event);
            } else if (isEnd(event)) {
                waiting.remove(target);
                add(byName, target, event);
            } else if (event.type() == Event.Type.VANISHED) {
                Event before = waiting.remove(target);
                if (before != null) {
                    addLast(byName, target, before, event);
                }
            }
        }
        waiting.forEach((target, event) -> add(byName, target, event));
        List<Finding> findings = new ArrayList<>();
        byName.forEach((name, ends) -> findings.add(finding(name, ends)));
        return findings;
    }

    private static void add(Map<String, Ends> byName, Target target, Event event) {
        ends(byName, target).add(target, reason(event));
    }

    /** What ended could have been started again, and is gone now: with its pod, in a rollout or a scale-down, or so. */
    private static void addLast(Map<String, Ends> byName, Target target, Event ended, Event vanished) {
        if (reason(ended).equals(Ends.OUT_OF_MEMORY)) {
            add(byName, target, ended);
        } else if (Ends.isCrashForGood(reason(vanished))) {
            ends(byName, target).addForGood(target, reason(vanished));
        }
    }

    private static Ends ends(Map<String, Ends> byName, Target target) {
        return byName.computeIfAbsent(Group.nameOf(target, METRIC.name()), name -> new Ends(target));
    }

    private static String reason(Event event) {
        return event.detail().getOrDefault("reason", "");
    }

    /** Of what ends for good only a kill for memory counts: a Job that fails tells of it by itself. */
    private static boolean isEnd(Event event) {
        return event.type() == Event.Type.RESTARTED
                || (event.type() == Event.Type.VANISHED && reason(event).equals(Ends.OUT_OF_MEMORY));
    }

    private Finding finding(String name, Ends ends) {
        Allowance allowance = policy.allowance(ends.target(), METRIC);
        boolean ruled = !Double.isNaN(allowance.ceiling());
        boolean broken = ends.most() > allowance.ceiling();
        boolean often = ruled ? broken : ends.kills() > 0 || ends.mostCrashes() >= AGAIN;
        boolean leak = often || ends.anyForGood();
        String reason = ends.told() + (broken ? ", the policy allows " + (long) allowance.ceiling() : "");
        return Finding.fact(
                name,
                Group.subjectOf(ends.target(), ends.pods() == 1),
                METRIC,
                leak ? Outcome.LEAK : Outcome.PASS,
                leak ? Excuse.severity(allowance, today) : Excuse.ofNote(allowance),
                ends.kills() >= AGAIN ? Pattern.RESTARTING_GROWTH : Pattern.STEP,
                ends.count(),
                leak ? Excuse.told(allowance, today, reason) : reason);
    }
}
