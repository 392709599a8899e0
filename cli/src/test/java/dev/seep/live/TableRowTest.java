package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.live.TableRow.Tendency;
import dev.seep.trend.Decision;
import dev.seep.trend.Slope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TableRowTest {
    @ParameterizedTest
    @CsvSource({
        "GROWS, 9, GROWING",
        "GROWS, 5, GROWING",
        "GROWS, 4.9, OPEN",
        "OPEN, 9, OPEN",
        "SETTLES, 9, FLAT",
        "NOISY, 9, NOISY",
        "SHORT, 9, EARLY",
    })
    void hasAWordForEachDecision(Decision decision, double evidence, Tendency tendency) {
        assertThat(Tendency.of(RowFixture.trend(decision, evidence, Slope.NONE), 5))
                .isEqualTo(tendency);
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
        "OPEN, 10, 100, 4",
        "GROWING, 10, 60, 0",
        "GROWING, 10, 10, 0",
        "FLAT, 10, 100, NaN",
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
