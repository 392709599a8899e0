package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

    List<Fact> of(List<Event> events) {
        List<Fact> facts = new ArrayList<>();
        EndsByName.of(events).forEach((name, ends) -> facts.add(new Fact(finding(name, ends), ends.events())));
        return facts;
    }

    private Finding finding(String name, Ends ends) {
        Allowance allowance = policy.allowance(ends.target(), METRIC);
        boolean ruled = !Double.isNaN(allowance.ceiling());
        boolean broken = ends.most() > allowance.ceiling();
        boolean often = ruled ? broken : ends.kills() > 0 || ends.mostCrashes() >= AGAIN;
        boolean leak = often || ends.anyCrashForGood();
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
