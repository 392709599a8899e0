package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedSeriesTest {
    private static final int WINDOW = 36_000;
    private static final int ROOM = 128;

    private final BoundedSeries course = BoundedSeries.ofSamples(ROOM, WINDOW);

    @Test
    void holdsEnoughPointsForATrendAndNeverMoreThanItsRoom() {
        for (int i = 0; i < 100_000; i++) {
            course.add(10 * i, i, 0);
            int size = course.points().size();
            assertThat(size).isLessThanOrEqualTo(ROOM);
            if (i > ROOM) {
                assertThat(size).isGreaterThanOrEqualTo(ROOM / 2);
            }
        }
        BoundedSeries.Points points = course.points();
        int span = points.tenths()[points.size() - 1] - points.tenths()[0];
        assertThat(span).isBetween(WINDOW / 2, 2 * WINDOW);
    }

    @Test
    void tellsWhatIsStillAsEvenPoints() {
        for (int i = 0; i < 5_000; i++) {
            course.add(10 * i, 7, 0);
        }
        BoundedSeries.Points points = course.points();
        assertThat(points.values()).containsOnly(7);
        assertThat(points.tenths()).isSorted().doesNotHaveDuplicates();
        assertThat(points.tenths()[points.size() - 1]).isEqualTo(49_990);
        assertThat(points.tenths()[0]).isEqualTo(49_990 - WINDOW);
    }

    @Test
    void keepsTheStillPastWhenItBeginsToMove() {
        for (int i = 0; i < 100; i++) {
            course.add(10 * i, 7, 0);
        }
        for (int i = 100; i < 200; i++) {
            course.add(10 * i, i, 1);
        }
        BoundedSeries.Points points = course.points();
        assertThat(points.tenths()).isSorted().doesNotHaveDuplicates();
        assertThat(points.tenths()[0]).isLessThan(50);
        assertThat(points.values()).startsWith(7, 7, 7).doesNotContain(0);
        assertThat(points.lives()).contains(0, 1);
    }

    @Test
    void passesOverWhatIsNotLaterThanTheLast() {
        course.add(10, 1, 0);
        course.add(10, 2, 0);
        course.add(5, 3, 0);
        assertThat(course.points().values()).containsExactly(1);
    }

    @Test
    void meansCoverAllOfTheTimeInHalfTheRoomAtLeast() {
        BoundedSeries means = BoundedSeries.ofMeans(48);
        for (int i = 0; i < 10_000; i++) {
            means.add(10 * i, i, 0);
            int size = means.points().size();
            assertThat(size).isBetween(Math.min(i + 1, 24), 48);
        }
        BoundedSeries.Points points = means.points();
        // 256 samples a point: the first one is the mean of 0 to 255
        assertThat(points.values()[0]).isEqualTo(127.5);
        assertThat(points.tenths()[0]).isEqualTo(1275);
        assertThat(points.values()).isSorted();
        assertThat(points.tenths()).isSorted();
    }

    @Test
    void theNewestSampleIsInTheLastMean() {
        BoundedSeries means = BoundedSeries.ofMeans(4);
        for (int i = 0; i < 5; i++) {
            means.add(10 * i, i, 0);
        }
        assertThat(means.points().values()).containsExactly(0.5, 2.5, 4);
        assertThat(means.points().tenths()).containsExactly(5, 25, 40);
        means.add(50, 9, 0);
        assertThat(means.points().values()).containsExactly(0.5, 2.5, 6.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 48, 49, 97, 1_000})
    void whatIsStillHasTheSameMeansAsWhatMoves(int samples) {
        BoundedSeries still = BoundedSeries.ofMeans(48);
        BoundedSeries moving = BoundedSeries.ofMeans(48);
        for (int i = 0; i < samples; i++) {
            still.add(20 * i, 7, 0);
            moving.add(20 * i, i % 2, 0);
        }
        assertThat(still.points().tenths()).isEqualTo(moving.points().tenths());
        assertThat(still.points().values()).containsOnly(7);
        still.add(20 * samples, 8, 0);
        moving.add(20 * samples, 8, 0);
        assertThat(still.points().tenths()).isEqualTo(moving.points().tenths());
    }

    @Test
    void nothingHasNoPoints() {
        assertThat(course.points().size()).isZero();
        assertThat(BoundedSeries.ofMeans(48).points().size()).isZero();
    }
}
