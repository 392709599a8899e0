package dev.seep.probe;

import dev.seep.sample.BadDirection;
import dev.seep.sample.GapReason;
import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects of a cluster, by namespace and kind. The source counts them; this gives the counts their names:
 *
 * <ul>
 *   <li>{@code objects.jobs}: how many there are
 *   <li>{@code objects.jobs.created}, {@code .removed}: since counting began, never judged by themselves
 *   <li>{@code objects.jobs.deleting}: marked for deletion for more than a minute and still there
 *   <li>{@code objects.jobs.oldest}: age in seconds, never judged by itself
 *   <li>{@code objects.jobs.finished}, {@code .active}; {@code objects.pods.running} and the other phases: never judged
 *       by themselves, as objects that pile up in one do so in all
 *   <li>{@code objects.pods.without_jobs}: those that no Job owns. Where Jobs are counted these are judged and not all
 *       pods, so that one loop that leaves Jobs behind is one finding
 * </ul>
 *
 * <p>Events are never judged by themselves: each comes of an occurrence, and the API server ends it after an hour.
 *
 * @param kinds as the user calls them: {@code jobs}, {@code widgets.example.com}
 */
public record ObjectsMeasurement(List<String> kinds, MeasurementSchedule schedule) implements Measurement {
    public static final String NAME = "objects";

    private static final String WITHOUT_JOBS = "without_jobs";
    private static final Map<String, List<String>> STATES = Map.of(
            "jobs", List.of("active", "finished"),
            "pods", List.of("pending", "running", "succeeded", "failed", "unknown", WITHOUT_JOBS));

    public ObjectsMeasurement {
        kinds = List.copyOf(kinds);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        for (String kind : kinds) {
            String name = NAME + "." + kind;
            BadDirection piles = kind.equals("events") ? BadDirection.NEITHER : BadDirection.UP;
            BadDirection all = kind.equals("pods") && kinds.contains("jobs") ? BadDirection.NEITHER : piles;
            metrics.add(Metric.unlimited(name, Unit.COUNT, all));
            metrics.add(Metric.unlimited(name + ".created", Unit.COUNT, BadDirection.NEITHER));
            metrics.add(Metric.unlimited(name + ".removed", Unit.COUNT, BadDirection.NEITHER));
            metrics.add(Metric.unlimited(name + ".deleting", Unit.COUNT, piles));
            metrics.add(Metric.unlimited(name + ".oldest", Unit.SECONDS, BadDirection.NEITHER));
            STATES.getOrDefault(kind, List.of())
                    .forEach(state -> metrics.add(Metric.unlimited(
                            name + "." + state,
                            Unit.COUNT,
                            state.equals(WITHOUT_JOBS) && all != piles ? BadDirection.UP : BadDirection.NEITHER)));
        }
        return metrics;
    }

    /** Metrics not known of more objects than a page of a list has. */
    private static List<String> details(String kind) {
        List<String> details = new ArrayList<>(List.of(NAME + "." + kind + ".deleting"));
        STATES.getOrDefault(kind, List.of()).forEach(state -> details.add(NAME + "." + kind + "." + state));
        return details;
    }

    @Override
    public Transport transport() {
        return new Transport.Fetch(NAME);
    }

    @Override
    public boolean isFor(Target target) {
        return target.kind() == Target.Kind.SCOPE;
    }

    @Override
    public Result read(Output output) {
        ReadingBuilder readingBuilder = new ReadingBuilder();
        for (String kind : kinds) {
            if (output.out().startsWith(kind + " ")) {
                details(kind).forEach(metric -> readingBuilder.gap(metric, GapReason.ABSENT));
            }
        }
        MetricTextParser.parse(output.out(), Set.of())
                .ifPresentOrElse(
                        numbers -> numbers.forEach((word, value) -> readingBuilder.value(NAME + "." + word, value)),
                        () -> readingBuilder.gap(NAME, GapReason.MALFORMED));
        return new Result(readingBuilder);
    }
}
