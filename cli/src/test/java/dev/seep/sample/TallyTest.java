package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final PollCounts pollCounts = new PollCounts();

    @Test
    void countsPollsAndGapsByReason() {
        add(1, Map.of("fds", GapReason.TIMEOUT, "disk", GapReason.DENIED));
        add(1, Map.of("*", GapReason.TIMEOUT));

        assertThat(pollCounts.counts().polls()).isEqualTo(2);
        assertThat(pollCounts.counts().gaps()).isEqualTo(Map.of(GapReason.TIMEOUT, 2L, GapReason.DENIED, 1L));
    }

    @Test
    void putsDurationsInTheFirstClassThatHoldsThem() {
        for (double millis : new double[] {0, 1, 1.04, 1.06, 30_000, 30_001, Double.NaN, -5}) {
            add(millis, Map.of());
        }
        List<Long> classes = pollCounts.counts().durations();

        assertThat(classes).hasSize(PollCounts.DURATIONS.size() + 1);
        assertThat(classes.get(0)).as("0, 1, 1.04, none and less than none").isEqualTo(5);
        assertThat(classes.get(1)).as("1.06").isEqualTo(1);
        assertThat(classes.get(classes.size() - 2)).as("30 s").isEqualTo(1);
        assertThat(classes.get(classes.size() - 1)).as("more").isEqualTo(1);
    }

    @Test
    void goesOnFromWhatWasCountedBefore() {
        add(2.84, Map.of("fds", GapReason.UNKNOWN));
        PollCounts.Counts before = pollCounts.counts();
        PollCounts later = new PollCounts();
        later.add(before);
        later.add(before);

        assertThat(later.counts().polls()).isEqualTo(2);
        assertThat(later.counts().tenths()).isEqualTo(56);
        assertThat(later.counts().gaps()).isEqualTo(Map.of(GapReason.UNKNOWN, 2L));
        assertThat(pollCounts.counts()).isEqualTo(before);
    }

    @Test
    void refusesCountsOfOtherClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PollCounts.Counts(1, Map.of(), List.of(1L), 1))
                .withMessage("not 15 classes: [1]");
    }

    private void add(double millis, Map<String, GapReason> gaps) {
        pollCounts.add(new Observation(Instant.EPOCH, Target.process("x"), "1", Map.of(), gaps, millis));
    }
}
