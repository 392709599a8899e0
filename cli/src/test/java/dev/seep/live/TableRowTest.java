package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.live.TableRow.Tendency;
import dev.seep.trend.Decision;
import dev.seep.trend.Pattern;
import dev.seep.trend.Slope;
import dev.seep.trend.Trend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TableRowTest {
    @ParameterizedTest
    @CsvSource({
        "GROWS, 9, GROWING",
        "GROWS, 5, GROWING",
        "GROWS, 4.9, MAY_LEAK",
        "OPEN, 9, MAY_LEAK",
        "SETTLES, 9, STEADY",
        "NOISY, 9, NOISY",
        "SHORT, 9, TOO_SHORT",
    })
    void hasAWordForEachDecision(Decision decision, double evidence, Tendency tendency) {
        assertThat(Tendency.of(RowFixture.trend(decision, evidence, Slope.NONE), 5))
                .isEqualTo(tendency);
    }

    @Test
    void saysWhatFallsApartFromWhatSettles() {
        Trend falling = RowFixture.trend(Decision.SETTLES, Pattern.SHRINKING, 9, Slope.NONE);

        assertThat(Tendency.of(falling, 5)).isEqualTo(Tendency.SHRINKING);
    }

    @Test
    void hasTheWordsOfTheReportsMostUrgentFirst() {
        assertThat(Tendency.values())
                .extracting(Tendency::word)
                .containsExactly("growing", "may leak", "noisy", "too short", "shrinking", "steady");
    }

    @Test
    void knowsWhetherItEverChanged() {
        assertThat(RowFixture.of("web").values(5, 5, 5).build().isConstant()).isTrue();
        assertThat(RowFixture.of("web").values(5, 5.1, 5).build().isConstant()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void noneIsCalledGrowingBeforeAnythingCanBeTold(Decision decision) {
        assertThat(Tendency.of(RowFixture.trend(decision, 1e6, Slope.NONE), Double.POSITIVE_INFINITY))
                .isNotEqualTo(Tendency.GROWING);
    }

    @ParameterizedTest
    @CsvSource({
        "GROWING, 10, 100, 4",
        "MAY_LEAK, 10, 100, 4",
        "GROWING, 10, 60, 0",
        "GROWING, 10, 10, 0",
        "STEADY, 10, 100, NaN",
        "NOISY, 10, 100, NaN",
        "GROWING, 0, 100, NaN",
        "GROWING, -10, 100, NaN",
        "GROWING, NaN, 100, NaN",
        "GROWING, 10, NaN, NaN",
    })
    void tellsTheHoursToALimitOfWhatGrows(Tendency tendency, double slope, double limit, double hours) {
        TableRow row = RowFixture.of("web")
                .values(20, 40, 60)
                .limit(limit)
                .trend(tendency, slope, slope, slope)
                .build();

        assertThat(row.hoursToLimit()).isCloseTo(hours, within(1e-12));
    }

    @Test
    void hasNeitherSlopeNorHoursWithoutATrend() {
        TableRow row = RowFixture.of("web").limit(100).build();

        assertThat(row.slope()).isNaN();
        assertThat(row.hoursToLimit()).isNaN();
    }
}
