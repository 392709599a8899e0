package dev.seep.verdict;

import static dev.seep.verdict.Examining.COUNT;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.Trends.grows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a leak began, how far it went, and what grows like it. */
class LeakCourseTest {
    private static final int MINUTES = 120;
    private static final List<Double> TIMES =
            IntStream.range(0, MINUTES).mapToObj(i -> 60.0 * i).toList();

    @Test
    void whatGrowsFromTheFirstSampleOnGrowsSinceThen() {
        LeakCourse course = of(i -> 100 + i);

        assertThat(course.fromStart()).isTrue();
        assertThat(course.since()).isEqualTo(RunOf.START);
        assertThat(course.first()).isCloseTo(100, within(1.0));
        assertThat(course.last()).isCloseTo(219, within(1.0));
        assertThat(course.isKnown()).isTrue();
    }

    @Test
    void whatBeginsLateGrowsSinceThen() {
        LeakCourse course = of(i -> 100 + Math.max(0, i - 60));

        assertThat(course.fromStart()).isFalse();
        assertThat(course.since())
                .isBetween(RunOf.START.plus(Duration.ofMinutes(54)), RunOf.START.plus(Duration.ofMinutes(72)));
        assertThat(course.first()).isEqualTo(100);
    }

    /** One value from it is as good as another, and the first and last sixtieth of a life are a value each. */
    @Test
    void itGoesFromTheBeginningToTheEndOfItsLongestLife() {
        double[] seconds = new double[150];
        double[] values = new double[150];
        int[] lives = new int[150];
        Arrays.setAll(seconds, i -> RunOf.START.getEpochSecond() + 60.0 * i);
        Arrays.setAll(lives, i -> i < 20 ? 0 : i < 140 ? 1 : 2);
        Arrays.setAll(values, i -> lives[i] == 1 ? 500 + i : 9000 + i);
        List<Incarnation> three = IntStream.range(0, 3)
                .mapToObj(i -> new Incarnation("life " + i, RunOf.START, null))
                .toList();
        Series series =
                new Series("a", pod("web-1"), RunOf.count("fds.open"), three, seconds, values, lives, 0, Double.NaN);

        LeakCourse course = course(series);

        assertThat(course.first()).isEqualTo((520 + 521) / 2.0);
        assertThat(course.last()).isEqualTo((638 + 639) / 2.0);
    }

    @Test
    void aSeriesWithoutSamplesHasNone() {
        assertThat(course(RunOf.counted(pod("web-1"), "fds.open", 0)).isKnown()).isFalse();
        assertThat(LeakCourse.NONE.isKnown()).isFalse();
    }

    /** As where a limit was reached before there was anything to fit. */
    @Test
    void whatIsTooShortForAFitGrowsAsItsSamplesDo() {
        Metric free = Metric.unlimited("disk.free", Unit.BYTES, BadDirection.DOWN);

        assertThat(course(RunOf.counted(pod("web-1"), "fds.open", 0, 1, 2, 4)).fitted())
                .containsExactly(1.0, 2.0, 4.0);
        assertThat(course(RunOf.of(pod("web-1"), free, 0, Double.NaN, 9, 8, 5)).fitted())
                .as("in the bad direction")
                .containsExactly(-9.0, -8.0, -5.0);
    }

    @Test
    void ofReplicasItKnowsHowManyGrowAndThePodThatIsMeant() {
        EvaluatedGroup three = COUNT.examined(grows(9, 1), grows(9, 1), Trends.noisy(1));

        LeakCourse one = LeakCourse.of(three, 1, true);
        LeakCourse all = LeakCourse.of(three, 1, false);

        assertThat(one.replicas()).isEqualTo(3);
        assertThat(one.growing()).isEqualTo(2);
        assertThat(one.pod()).isEqualTo("web-2");
        assertThat(all.pod()).isEmpty();
        assertThat(LeakCourse.of(COUNT.examined(grows(9, 1)), 0, true).pod()).isEmpty();
    }

    @Test
    void whatGrowsAlikeIsInStepWhateverItsLevelAndUnit() {
        assertThat(growing(i -> i).brings(growing(i -> 5e9 + 1e6 * i))).isTrue();
    }

    @Test
    void whatBeginsAtHalfTimeIsNotBroughtByWhatGrowsFromTheStartNorTheOtherWayRound() {
        LeakCourse late = growing(i -> Math.max(0, i - 60));

        assertThat(growing(i -> i).brings(late)).isFalse();
        assertThat(late.brings(growing(i -> i))).isFalse();
        assertThat(late.brings(late)).isTrue();
    }

    @Test
    void whatWarmsUpInTheBeginningMayBeAheadThere() {
        LeakCourse warming = growing(i -> i + 100 * (1 - Math.exp(-i / 8.0)));

        assertThat(growing(i -> i).brings(warming)).isTrue();
        assertThat(warming.brings(growing(i -> i))).isFalse();
    }

    @Test
    void whatDoesNotGrowBringsNothingAndIsBroughtByNothing() {
        LeakCourse still = growing(i -> 7);

        assertThat(still.brings(growing(i -> i))).isFalse();
        assertThat(growing(i -> i).brings(still)).isFalse();
        assertThat(LeakCourse.NONE.brings(growing(i -> i))).isFalse();
        assertThat(growing(i -> i).brings(LeakCourse.NONE)).isFalse();
    }

    /** A pod that was replaced, and its successor. */
    @Test
    void theTimeThatTheyShareMustBeHalfOfTheShorterOne() {
        assertThat(growing(i -> i).brings(moved(59))).isTrue();
        assertThat(growing(i -> i).brings(moved(61))).isFalse();
        assertThat(growing(i -> i).brings(moved(500))).isFalse();
    }

    private static LeakCourse of(IntToDoubleFunction values) {
        return course(RunOf.counted(
                pod("web-1"),
                "fds.open",
                0,
                IntStream.range(0, MINUTES).mapToDouble(values).toArray()));
    }

    private static LeakCourse course(Series series) {
        Group group = Group.of(List.of(series)).get(0);
        return LeakCourse.of(new Judge(Policy.DEFAULT).evaluate(group, Allowance.DEFAULT, Double.NaN), 0, false);
    }

    /** As fitted, once a minute for two hours. */
    private static LeakCourse growing(IntToDoubleFunction values) {
        return growing(TIMES, values);
    }

    /** The same line so many minutes later. */
    private static LeakCourse moved(int minutes) {
        return growing(TIMES.stream().map(time -> time + 60.0 * minutes).toList(), i -> i);
    }

    private static LeakCourse growing(List<Double> times, IntToDoubleFunction values) {
        List<Double> fitted = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            fitted.add(values.applyAsDouble(i));
        }
        return new LeakCourse(Instant.EPOCH, true, 0, 1, 1, 1, "", times, fitted);
    }
}
