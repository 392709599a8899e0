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
 * otherwise. One that could be started again, crashes and is not fails it too. A container that comes and goes with its
 * pod, in a rollout or as a Job that is done, is no restart.
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
        TerminationsByName.of(events)
                .forEach((name, terminations) ->
                        facts.add(new Fact(finding(name, terminations), terminations.events())));
        return facts;
    }

    private Finding finding(String name, Terminations terminations) {
        Allowance allowance = policy.allowance(terminations.target(), METRIC);
        boolean ruled = !Double.isNaN(allowance.ceiling());
        boolean broken = terminations.most() > allowance.ceiling();
        boolean often = ruled ? broken : terminations.kills() > 0 || terminations.mostCrashes() >= AGAIN;
        boolean leak = often || terminations.anyCrashForGood();
        String reason = terminations.told() + (broken ? ", the policy allows " + (long) allowance.ceiling() : "");
        return Finding.fact(
                name,
                Group.subjectOf(terminations.target(), terminations.pods() == 1),
                METRIC,
                leak ? Outcome.LEAK : Outcome.PASS,
                leak ? KnownLeakWaiver.severity(allowance, today) : KnownLeakWaiver.ofNote(allowance),
                terminations.kills() >= AGAIN ? Pattern.RESTARTING_GROWTH : Pattern.STEP,
                terminations.count(),
                leak ? KnownLeakWaiver.told(allowance, today, reason) : reason,
                leak ? allowance.known() : null);
    }
}
