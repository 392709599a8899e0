package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Restarts as findings, one for each workload and container that had any. A container that is killed for memory again
 * and again leaks, whatever its slope looks like between the kills.
 */
final class Restarts {
    private static final Metric METRIC = Metric.unlimited("restarts", Unit.COUNT, BadDirection.UP);
    private static final String OUT_OF_MEMORY = "OOMKilled";
    private static final int AGAIN_AND_AGAIN = 2;

    private final Policy policy;
    private final LocalDate today;

    Restarts(Policy policy, LocalDate today) {
        this.policy = policy;
        this.today = today;
    }

    List<Finding> findings(Run run) {
        Map<String, Ends> byName = new LinkedHashMap<>();
        for (Series series : run.series()) {
            Target target = series.target();
            for (int i = 1; target != null && i < series.lives().size(); i++) {
                Incarnation life = series.lives().get(i);
                ends(byName, target).add(target, life.id(), life.previousEnd());
            }
        }
        for (Event event : run.events()) {
            Target target = event.target();
            if (event.type() == Event.Type.RESTARTED && target != null) {
                String life = event.life() == null ? event.time().toString() : event.life();
                ends(byName, target).add(target, life, event.detail().get("reason"));
            }
        }
        List<Finding> findings = new ArrayList<>();
        byName.forEach((name, ends) -> findings.add(finding(name, ends)));
        return findings;
    }

    private static Ends ends(Map<String, Ends> byName, Target target) {
        return byName.computeIfAbsent(Group.nameOf(target, METRIC.name()), name -> new Ends(target));
    }

    private Finding finding(String name, Ends ends) {
        Allowance allowance = policy.allowance(ends.target, METRIC);
        long kills = ends.reasons().stream().filter(OUT_OF_MEMORY::equals).count();
        int count = ends.reasons().size();
        boolean broken = count > allowance.ceiling();
        boolean leak = kills >= AGAIN_AND_AGAIN || broken;
        Severity severity = leak ? Excuse.severity(allowance, today) : Severity.WARN;
        String reason = kills >= AGAIN_AND_AGAIN
                ? "was killed for memory " + kills + " times"
                : "restarted " + times(count) + " (" + ends.words() + ")"
                        + (broken ? ", the policy allows " + (long) allowance.ceiling() : "");
        return new Finding(
                name,
                Group.subjectOf(ends.target, ends.pods() == 1),
                METRIC,
                leak ? Outcome.LEAK : Outcome.PASS,
                null,
                allowance.severity() == Severity.IGNORE ? Severity.IGNORE : severity,
                kills >= AGAIN_AND_AGAIN ? Pattern.RESTARTING_GROWTH : Pattern.STEP,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                count,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                count,
                0,
                count + ends.pods(),
                leak ? Excuse.told(allowance, today, reason) : reason,
                "",
                List.of());
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    /** How the lives of one workload's container ended, each life once. */
    private static final class Ends {
        private final Target target;
        private final Map<String, String> reasonByLife = new LinkedHashMap<>();
        private final Set<String> pods = new HashSet<>();

        Ends(Target target) {
            this.target = target;
        }

        void add(Target who, String life, @Nullable String reason) {
            pods.add(who.name());
            reasonByLife.merge(
                    who.path() + " " + life,
                    reason == null ? "" : reason,
                    (known, told) -> known.isEmpty() ? told : known);
        }

        int pods() {
            return pods.size();
        }

        java.util.Collection<String> reasons() {
            return reasonByLife.values();
        }

        String words() {
            return reasons().stream()
                    .map(reason -> reason.isEmpty() ? "no reason known" : reason)
                    .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(entry -> entry.getValue() > 1 ? entry.getKey() + " x" + entry.getValue() : entry.getKey())
                    .collect(Collectors.joining(", "));
        }
    }
}
