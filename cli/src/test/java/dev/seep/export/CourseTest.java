package dev.seep.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CourseTest {
    private static final int WINDOW = 36_000;

    private final Course course = new Course(WINDOW);

    @Test
    void holdsEnoughPointsForATrendAndNeverMoreThanItsRoom() {
        for (int i = 0; i < 100_000; i++) {
            course.add(10 * i, i, 0);
            int size = course.points().size();
            assertThat(size).isLessThanOrEqualTo(Course.ROOM);
            if (i > Course.ROOM) {
                assertThat(size).isGreaterThanOrEqualTo(Course.ROOM / 2);
            }
        }
        Course.Points points = course.points();
        int span = points.tenths()[points.size() - 1] - points.tenths()[0];
        assertThat(span).isBetween(WINDOW / 2, 2 * WINDOW);
    }

    @Test
    void tellsWhatIsStillAsEvenPoints() {
        for (int i = 0; i < 5_000; i++) {
            course.add(10 * i, 7, 0);
        }
        Course.Points points = course.points();
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
        Course.Points points = course.points();
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
}
