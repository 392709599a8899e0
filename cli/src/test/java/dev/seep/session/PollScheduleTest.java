package dev.seep.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PollScheduleTest {
    private static final long EVERY = Duration.ofSeconds(30).toNanos();
    private static final long ORIGIN = -7_000_000_000L;

    @Test
    void anyNumberOfTargetsIsSpreadEvenly() {
        for (int targets : new int[] {2, 10, 100, 1000}) {
            long[] due = IntStream.range(0, targets)
                    .mapToLong(index -> PollSchedule.of(ORIGIN, EVERY, index).due(0) - ORIGIN)
                    .sorted()
                    .toArray();

            assertThat(due[0]).isZero();
            assertThat(due[targets - 1]).isLessThan(EVERY);
            for (int i = 0; i < targets; i++) {
                long next = i + 1 < targets ? due[i + 1] : EVERY;
                assertThat(next - due[i]).as("of %d, after %d", targets, i).isLessThan(2 * EVERY / targets);
            }
        }
    }

    @Test
    void theFirstBeatFromAMomentIsTheSoonestThatIsNotBeforeIt() {
        PollSchedule schedule = PollSchedule.of(ORIGIN, EVERY, 3);
        LongStream.of(schedule.due(5), schedule.due(5) - 1, schedule.due(4) + 1)
                .forEach(now -> assertThat(schedule.firstFrom(now)).isEqualTo(5));
        assertThat(schedule.firstFrom(schedule.due(5) + 1)).isEqualTo(6);
        assertThat(schedule.firstFrom(ORIGIN - 10 * EVERY))
                .as("before there is any")
                .isZero();
    }

    @Test
    void aLongerRhythmBesideStaysAtItsShareOfTheInterval() {
        PollSchedule polls = PollSchedule.of(ORIGIN, EVERY, 1);
        long now = polls.due(7) + EVERY / 2;

        PollSchedule beside = polls.between(0.25, 5 * EVERY + EVERY / 3, now);

        assertThat(beside.every()).isEqualTo(5 * EVERY);
        assertThat(beside.due(0)).isEqualTo(polls.due(8) + EVERY / 4);
        assertThat(beside.due(3)).isEqualTo(polls.due(8 + 15) + EVERY / 4);
    }

    @Test
    void aShorterRhythmBesideKeepsItsOwnInterval() {
        PollSchedule polls = PollSchedule.of(ORIGIN, EVERY, 1);

        PollSchedule beside = polls.between(0.5, EVERY / 6, polls.due(2));

        assertThat(beside.every()).isEqualTo(EVERY / 6);
        assertThat(beside.due(0)).isEqualTo(polls.due(2) + EVERY / 2);
    }
}
