package dev.seep.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.sample.Unit;
import org.junit.jupiter.api.Test;

/** How much of a growth of 60 an hour what was seen is. */
class SeenGrowthTest {
    private static final Finding FINDING = Examining.COUNT.finding(Trends.grows(30, 60));

    @Test
    void itIsComparedWithTheGrowthInTheTimeBetweenTheLooks() {
        assertThat(new SeenGrowth("", "", Unit.COUNT, 30, 1).share(FINDING)).isCloseTo(0.5, within(1e-9));
        assertThat(new SeenGrowth("", "", Unit.COUNT, 30, 0.5).share(FINDING)).isCloseTo(1, within(1e-9));
        assertThat(new SeenGrowth("+30 to a", "a", Unit.COUNT, 30, 1)
                        .and(", +15 to b", 15)
                        .share(FINDING))
                .isCloseTo(0.75, within(1e-9));
    }

    @Test
    void oneLookSaysNothing() {
        assertThat(new SeenGrowth("", "", Unit.COUNT, Double.NaN, Double.NaN).share(FINDING))
                .isNaN();
        assertThat(new SeenGrowth("", "", Unit.COUNT, 30, 0).share(FINDING)).isNaN();
    }

    @Test
    void anotherUnitThanTheMetricSaysNothing() {
        assertThat(new SeenGrowth("", "", Unit.BYTES, 30, 1).share(FINDING)).isNaN();
    }
}
