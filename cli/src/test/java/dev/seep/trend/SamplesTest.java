package dev.seep.trend;

import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.testing.SeriesFixture;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void theyAreTimedInHoursSinceTheFirstOne() {
        SampleArrays samples =
                samples(SeriesFixture.of("2h every 30m").gap("0s", "30m").slope(6));

        assertThat(samples.hours()).containsExactly(new double[] {0, 0.5, 1}, within(1e-12));
        assertThat(samples.values()).containsExactly(new double[] {3, 6, 9}, within(1e-12));
        assertThat(samples.span()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatIsBadWhenItFallsIsTurnedOver() {
        SampleArrays samples =
                samples(SeriesFixture.of("2h every 1h").badDown().level(5).slope(-1));

        assertThat(samples.values()).containsExactly(-5, -4);
        assertThat(samples.level()).isEqualTo(4.5);
    }

    @Test
    void aLifeWithoutSamplesIsNone() {
        SampleArrays samples =
                samples(SeriesFixture.of("4h every 1h").restart("70m", "100m").gap("2h", "3h"));
        SampleArrays hidden = samples(SeriesFixture.of("4h every 1h").restart("70m", "80m"));

        assertThat(samples.life()).containsExactly(0, 0, 1);
        assertThat(hidden.life()).containsExactly(0, 0, 1, 1);
        assertThat(hidden.lives()).isEqualTo(2);
    }

    @Test
    void everyUnitHasItsResolution() {
        assertThat(samples(SeriesFixture.of("1h every 1h").mebibytes()).resolution())
                .isEqualTo(4096);
        assertThat(samples(SeriesFixture.of("1h every 1h").counts()).resolution())
                .isEqualTo(1);
        assertThat(samples(SeriesFixture.of("1h every 1h")).resolution()).isEqualTo(1e-4);
    }

    @Test
    void noneHaveNoLivesAndNoSpan() {
        SampleArrays none = samples(SeriesFixture.of("1h every 1h").gap("0s", "1h"));

        assertThat(none.size()).isZero();
        assertThat(none.lives()).isZero();
        assertThat(none.span()).isZero();
    }

    @Test
    void aLifeEndsWhereTheNextOneBegins() {
        SampleArrays samples = samples(lives(2, 3), column(5, i -> i));

        assertThat(samples.endOfLife(0)).isEqualTo(2);
        assertThat(samples.endOfLife(2)).isEqualTo(5);
    }

    @Test
    void theLevelIsTheMedianAndAtLeastTheResolution() {
        assertThat(samples(1, 100, 3, 2, 4).level()).isEqualTo(3);
        assertThat(samples(-1, -100, -3).level()).isEqualTo(3);
        assertThat(samples(0, 0, 0).level()).isEqualTo(1e-4);
    }

    @Test
    void theRangeLeavesOutATwentiethAtEitherEnd() {
        assertThat(samples(column(101, i -> i * i)).range()).isCloseTo(95 * 95 - 25, within(1e-9));
    }

    @Test
    void thoseBetweenTwoTimesIncludeBoth() {
        SampleArrays part = samples(lives(2, 2, 4), column(8, i -> 10 * i)).between(2, 5);

        assertThat(part.hours()).containsExactly(2, 3, 4, 5);
        assertThat(part.values()).containsExactly(20, 30, 40, 50);
        assertThat(part.life()).containsExactly(0, 0, 1, 1);
    }

    @Test
    void betweenTimesWithoutSamplesThereAreNone() {
        assertThat(samples(1, 2, 3).between(0.2, 0.8).size()).isZero();
        assertThat(samples(1, 2, 3).between(5, 6).size()).isZero();
    }

    @Test
    void timeThatWasNotSeenIsNotPartOfTheSpan() {
        SampleArrays samples = new SampleArrays(new double[] {0, 1, 9, 10}, new double[4], new int[4], 1, 8, 3);

        assertThat(samples.span()).isEqualTo(2);
        assertThat(samples.withValues(new double[] {1, 2, 3, 4}).span()).isEqualTo(2);
        assertThat(samples.withValues(new double[] {1, 2, 3, 4}).unseenRise()).isEqualTo(3);
    }
}
