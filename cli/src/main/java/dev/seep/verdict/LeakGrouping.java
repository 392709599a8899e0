package dev.seep.verdict;

import dev.seep.verdict.policy.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts findings of one cause together as one leak: of the same workload and container, or of the objects of one
 * namespace, that {@linkplain LeakCourse#brings grow in step} and of which the one is a {@linkplain MetricRelations
 * known cause} of the other, that measure the same thing, or whose evidence names the same thing. A kill for memory
 * belongs to the leak of memory of its container. What the policy treats differently stays apart.
 */
final class LeakGrouping {
    private final Map<String, LeakDetail> details;
    private final List<Finding> leaking;
    private final List<Leak> leaks = new ArrayList<>();

    private LeakGrouping(List<Finding> findings, Map<String, LeakDetail> details) {
        this.details = details;
        this.leaking = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.LEAK && finding.severity() != Severity.IGNORE)
                .sorted(Comparator.comparingInt((Finding finding) ->
                                MetricRelations.rank(finding.metric().name()))
                        .thenComparing(Finding::series))
                .toList();
    }

    /**
     * The leaks of a run, the most urgent first.
     *
     * @param details by the series of the finding; one without has no course
     */
    static List<Leak> of(List<Finding> findings, Map<String, LeakDetail> details) {
        return new LeakGrouping(findings, details).leaks();
    }

    private List<Leak> leaks() {
        leaking.stream().filter(finding -> !finding.isFact()).forEach(this::add);
        leaking.stream().filter(Finding::isFact).forEach(this::addFact);
        return uniquelyNamed().stream().sorted(Leak.URGENT_FIRST).toList();
    }

    private void add(Finding finding) {
        Optional<Leak> cause = leaks.stream()
                .filter(leak ->
                        leak.severity() == finding.severity() && isSamePlace(leak, finding) && isNearest(leak, finding))
                .filter(leak -> closeness(leak, finding) >= 0)
                .max(Comparator.comparingInt((Leak leak) -> closeness(leak, finding))
                        .thenComparing(leak -> leak.main().series(), Comparator.reverseOrder()));
        if (cause.isPresent()) {
            leaks.replaceAll(leak -> leak.equals(cause.get()) ? leak.with(finding, detail(finding)) : leak);
        } else {
            leaks.add(Leak.of(finding, detail(finding)));
        }
    }

    private void addFact(Finding fact) {
        Optional<Leak> led = detail(fact).kill()
                ? leaks.stream().filter(leak -> isOfMemory(leak, fact)).findFirst()
                : Optional.empty();
        if (led.isPresent()) {
            leaks.replaceAll(leak -> leak.equals(led.get()) ? leak.endingIn(fact) : leak);
        } else {
            leaks.add(Leak.of(fact, LeakDetail.NONE));
        }
    }

    /** Rank of the closest cause that a leak has for this finding, negative if it has none. */
    private int closeness(Leak leak, Finding finding) {
        return leak.findings().stream()
                .filter(cause -> isCause(cause, finding))
                .mapToInt(cause -> MetricRelations.rank(cause.metric().name()))
                .max()
                .orElse(-1);
    }

    private boolean isCause(Finding cause, Finding effect) {
        LeakDetail of = detail(cause);
        LeakDetail other = detail(effect);
        return MetricRelations.areSame(cause, effect)
                || of.isSeenIn(other)
                || (MetricRelations.explains(cause, effect) && of.course().brings(other.course()));
    }

    private static boolean isSamePlace(Leak leak, Finding finding) {
        Finding.Subject one = leak.main().target();
        Finding.Subject other = finding.target();
        if (one.workload() == null || other.workload() == null || !Objects.equals(one.namespace(), other.namespace())) {
            return false;
        }
        if (one.isScope() || other.isScope()) {
            return one.isScope() && other.isScope();
        }
        // Sockets are of the pod; once a container is found that holds them, the leak is in that one.
        String container = leak.container();
        return one.workload().equals(other.workload())
                && (container == null || other.container() == null || container.equals(other.container()));
    }

    private LeakDetail detail(Finding finding) {
        return details.getOrDefault(finding.series(), LeakDetail.NONE);
    }

    /**
     * Whether a leak of a pod's sockets is in the container of this finding: of several it is the one whose descriptors
     * are most nearly as many, and of other metrics nobody can say.
     */
    private boolean isNearest(Leak leak, Finding finding) {
        boolean counts = leak.main().metric().unit() == finding.metric().unit();
        return leak.container() != null
                || leaking.stream()
                        .filter(other -> !other.equals(finding)
                                && other.metric().equals(finding.metric())
                                && isSamePlace(leak, other))
                        .allMatch(other -> counts && apart(leak, other) >= apart(leak, finding));
    }

    private static double apart(Leak leak, Finding finding) {
        return Math.abs(leak.main().slope().perHour() - finding.slope().perHour());
    }

    private static boolean isOfMemory(Leak leak, Finding kill) {
        Predicate<Finding> memory = finding -> finding.metric().name().startsWith("memory.")
                || finding.metric().name().startsWith("jvm.heap.");
        return leak.severity() == kill.severity()
                && isSamePlace(leak, kill)
                && leak.findings().stream().anyMatch(memory);
    }

    private List<Leak> uniquelyNamed() {
        Map<String, Long> times =
                leaks.stream().collect(Collectors.groupingBy(Leak::id, HashMap::new, Collectors.counting()));
        return leaks.stream()
                .map(leak -> times.getOrDefault(leak.id(), 1L) > 1 ? leak.named(LeakId.inFull(leak.main())) : leak)
                .toList();
    }
}
