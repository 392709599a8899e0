package dev.seep.verdict;

import dev.seep.sample.Incarnation;
import org.jspecify.annotations.Nullable;

/**
 * What a leak tells of a finding, beside the finding.
 *
 * @param fact what happened, in words: a limit that was reached, a ceiling that was broken; empty for none
 * @param seen growth that the evidence shows, null without
 * @param kill whether it is a fact of nothing but kills for memory
 */
record LeakDetail(LeakCourse course, String fact, @Nullable SeenGrowth seen, boolean kill) {
    static final LeakDetail NONE = new LeakDetail(LeakCourse.NONE, "", null, false);

    /** That of a fact. */
    static LeakDetail of(Fact fact) {
        boolean kill = fact.finding().metric().equals(Restarts.METRIC)
                && fact.events().stream().map(Terminations::reason).allMatch(Incarnation.OUT_OF_MEMORY::equals);
        return new LeakDetail(LeakCourse.NONE, "", null, kill);
    }

    /** Whether evidence has seen the same thing grow, such as files that are on the disk and open. */
    boolean isSeenIn(LeakDetail other) {
        return seen != null
                && other.seen != null
                && !seen.what().isEmpty()
                && seen.what().equals(other.seen.what());
    }

    /** The same with what happened, empty for nothing. */
    LeakDetail happened(String failure) {
        return failure.isEmpty() ? this : new LeakDetail(course, failure, seen, kill);
    }

    /** The same with what evidence shows. */
    LeakDetail seeing(SeenGrowth growth) {
        return new LeakDetail(course, fact, growth, kill);
    }
}
