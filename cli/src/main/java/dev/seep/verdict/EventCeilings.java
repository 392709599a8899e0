package dev.seep.verdict;

import dev.seep.sample.Abnormality;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Abnormal events that were more than the policy allows, as findings: one for each reason. */
public final class EventCeilings {
    private static final int NAMED = 3;

    private EventCeilings() {}

    /** The metric that counts the events of this reason. */
    public static String metric(String reason) {
        return "events." + reason;
    }

    static List<Fact> of(Policy policy, Run run) {
        Map<String, List<AbnormalEvent>> byReason = new LinkedHashMap<>();
        AbnormalEvents.of(run).all().forEach(event -> byReason.computeIfAbsent(
                        event.reason(), reason -> new ArrayList<>())
                .add(event));
        List<Fact> facts = new ArrayList<>();
        byReason.forEach((reason, of) -> {
            OptionalLong most = policy.most(reason);
            long count = of.stream().mapToLong(AbnormalEvent::count).sum();
            if (most.isPresent() && count > most.getAsLong()) {
                facts.add(new Fact(finding(reason, of, count, most.getAsLong()), events(reason, run)));
            }
        });
        return facts;
    }

    private static List<Event> events(String reason, Run run) {
        return run.events().stream()
                .filter(event -> Abnormality.of(event)
                        .filter(what -> what.reason().equals(reason))
                        .isPresent())
                .toList();
    }

    private static Finding finding(String reason, List<AbnormalEvent> of, long count, long most) {
        List<String> namespaces =
                of.stream().map(AbnormalEvent::namespace).distinct().toList();
        boolean inOne = namespaces.size() == 1 && !namespaces.get(0).isEmpty();
        String metric = metric(reason);
        String told = "happened " + Abnormality.times(count) + ", the policy allows "
                + (most == 0 ? "none" : Quantity.count(most)) + ": " + who(of, inOne)
                + (of.get(0).message().isEmpty() ? "" : "; " + of.get(0).message());
        return Finding.fact(
                inOne ? namespaces.get(0) + " " + metric : metric,
                new Finding.Subject(inOne ? namespaces.get(0) : null, null, null, null),
                Metric.unlimited(metric, Unit.COUNT, BadDirection.UP),
                Outcome.LEAK,
                Severity.FAIL,
                Pattern.STEP,
                (int) Math.min(Integer.MAX_VALUE, count),
                told,
                null);
    }

    /** {@code pod/web-1 (3 times), pod/web-2 (once) and 2 more}. */
    private static String who(List<AbnormalEvent> of, boolean inOne) {
        String named = of.stream()
                .limit(NAMED)
                .map(event -> (inOne ? event.object() : event.where()) + " (" + Abnormality.times(event.count()) + ")")
                .collect(Collectors.joining(", "));
        return named + (of.size() > NAMED ? " and " + Quantity.count(of.size() - NAMED) + " more" : "");
    }
}
