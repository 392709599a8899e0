package dev.seep.report;

import dev.seep.verdict.Finding;
import dev.seep.verdict.Leak;
import dev.seep.verdict.LeakCourse;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.SeenGrowth;
import dev.seep.verdict.policy.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A leak in the making: of its main finding alone and without a course, but for what is said of it. */
final class LeakFixture {
    private static final LeakCourse NO_COURSE =
            new LeakCourse(Instant.EPOCH, false, Double.NaN, Double.NaN, 0, 0, "", List.of(), List.of());

    private final Finding main;
    private String id;
    private List<Finding> also = List.of();
    private List<Finding> ends = List.of();
    private LeakCourse course = NO_COURSE;
    private String fact = "";
    private @Nullable SeenGrowth seen;

    private LeakFixture(Finding main) {
        this.main = main;
        this.id = String.format(Locale.ROOT, "%08x", main.series().hashCode());
    }

    static LeakFixture of(Finding main) {
        return new LeakFixture(main);
    }

    /** Each finding that is a leak by itself. */
    static List<Leak> each(Finding... findings) {
        return Arrays.stream(findings)
                .filter(finding -> finding.outcome() == Outcome.LEAK && finding.severity() != Severity.IGNORE)
                .map(finding -> of(finding).build())
                .toList();
    }

    LeakFixture id(String name) {
        id = name;
        return this;
    }

    LeakFixture also(Finding... findings) {
        also = List.of(findings);
        return this;
    }

    LeakFixture ends(Finding... findings) {
        ends = List.of(findings);
        return this;
    }

    /** It grew from the start, in each of so many replicas. */
    LeakFixture course(double first, double last, int replicas) {
        course = new LeakCourse(
                Instant.parse("2026-11-22T21:00:00Z"), true, first, last, replicas, replicas, "", List.of(), List.of());
        return this;
    }

    /** It grew from a time on, in one of so many replicas. */
    LeakFixture courseOfOne(double first, double last, String since, String pod, int replicas) {
        course = new LeakCourse(Instant.parse(since), false, first, last, replicas, 1, pod, List.of(), List.of());
        return this;
    }

    /** What happened of it. */
    LeakFixture fact(String words) {
        fact = words;
        return this;
    }

    LeakFixture seen(String words, String what, double rise, double hours) {
        seen = new SeenGrowth(words, what, main.metric().unit(), rise, hours);
        return this;
    }

    Leak build() {
        return new Leak(id, main, also, ends, course, fact, seen);
    }
}
