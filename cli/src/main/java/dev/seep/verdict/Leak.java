package dev.seep.verdict;

import dev.seep.verdict.policy.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One cause in one workload and container, with all that was found of it: what people count, read and mend.
 *
 * @param id the same in the next build, see {@link LeakId}
 * @param main finding of its cause, or the {@linkplain Finding#isFact() fact} that it is
 * @param also findings of what grows with it, causes first
 * @param ends facts that it led to: kills for memory
 * @param course of the main finding
 * @param fact what happened of itself, such as a limit that was reached; empty for growth that nothing but its trend
 *     tells
 * @param seen growth that the evidence shows of it, null without
 */
public record Leak(
        String id,
        Finding main,
        List<Finding> also,
        List<Finding> ends,
        LeakCourse course,
        String fact,
        @Nullable SeenGrowth seen) {
    /** Worst first: what fails before what warns, what happened, what reaches its limit soonest, what grew most. */
    static final Comparator<Leak> URGENT_FIRST = Comparator.comparing((Leak leak) -> leak.severity())
            .thenComparing(leak -> !leak.hasHappened())
            .thenComparingDouble(Leak::hoursToLimit)
            .thenComparingDouble(leak -> -leak.timesGrown())
            .thenComparing(leak -> leak.main().series());

    public Leak {
        also = List.copyOf(also);
        ends = List.copyOf(ends);
    }

    /** One finding that is a leak by itself. */
    static Leak of(Finding main, LeakDetail detail) {
        return new Leak(LeakId.of(main), main, List.of(), List.of(), detail.course(), detail.fact(), detail.seen());
    }

    /** All of its findings. */
    public List<Finding> findings() {
        return Stream.of(List.of(main), also, ends).flatMap(List::stream).toList();
    }

    public Severity severity() {
        return main.severity();
    }

    /** Whether it is no growth, but something that happened. */
    public boolean isFact() {
        return main.isFact();
    }

    /** Container that it is in: sockets are of a pod, and the container that holds their descriptors is known by those. */
    public @Nullable String container() {
        return findings().stream()
                .map(finding -> finding.target().container())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** {@code shop/deployment/web/app}; a counted scope of the cluster by its namespace, other series by their name. */
    public String where() {
        Finding.Subject subject = main.target();
        if (subject.workload() == null || subject.isScope()) {
            return main.place();
        }
        return Stream.of(subject.namespace(), subject.workload(), container())
                .filter(Objects::nonNull)
                .reduce((a, b) -> a + "/" + b)
                .orElseThrow();
    }

    /** Where it is and its metric, which is the name itself of a series that nothing owns. */
    public String title() {
        String metric = main.metric().name();
        return where().equals(metric) ? metric : where() + " " + metric;
    }

    /** Whether this is its id, with or without the namespace in it: which one it has depends on the other leaks. */
    public boolean isCalled(String name) {
        return name.equals(LeakId.of(main)) || name.equals(LeakId.inFull(main)) || name.equals(id);
    }

    /** Its finding that reaches a limit soonest. */
    public Optional<Finding> soonest() {
        return findings().stream()
                .filter(finding -> Double.isFinite(finding.forecast().hours()))
                .min(Comparator.comparingDouble(finding -> finding.forecast().hours()));
    }

    /** Hours to the limit that is reached soonest, infinite where there is none. */
    public double hoursToLimit() {
        return soonest().map(finding -> finding.forecast().hours()).orElse(Double.POSITIVE_INFINITY);
    }

    /** Share of the growth that evidence explains, of the finding that it is about; NaN if nobody can say. */
    public double explained() {
        if (seen == null) {
            return Double.NaN;
        }
        return findings().stream()
                .filter(finding -> finding.cause().equals(seen.words()))
                .findFirst()
                .map(seen::share)
                .orElseGet(() -> seen.share(main));
    }

    /** How often it ended its container. */
    public int restarts() {
        return ends.stream().mapToInt(end -> end.counts().samples()).sum();
    }

    private boolean hasHappened() {
        return isFact() || !fact.isEmpty() || !ends.isEmpty();
    }

    private double timesGrown() {
        double grown = Math.abs(course.last() - course.first()) / Math.max(1, Math.abs(course.first()));
        return Double.isNaN(grown) ? 0 : grown;
    }

    /** The same with more that grows with it. */
    Leak with(Finding more, LeakDetail detail) {
        String happened = detail.fact().isEmpty() ? "" : more.metric().name() + " " + detail.fact();
        return new Leak(
                id,
                main,
                added(also, more),
                ends,
                course,
                fact.isEmpty() ? happened : fact,
                seen == null ? detail.seen() : seen);
    }

    /** The same with what it led to. */
    Leak endingIn(Finding end) {
        return new Leak(id, main, also, added(ends, end), course, fact, seen);
    }

    /** The same by another name. */
    Leak named(String other) {
        return new Leak(other, main, also, ends, course, fact, seen);
    }

    /** The same with each of its findings changed. */
    Leak changed(UnaryOperator<Finding> change) {
        return new Leak(
                id,
                change.apply(main),
                also.stream().map(change).toList(),
                ends.stream().map(change).toList(),
                course,
                fact,
                seen);
    }

    private static List<Finding> added(List<Finding> findings, Finding one) {
        return Stream.concat(findings.stream(), Stream.of(one)).toList();
    }
}
