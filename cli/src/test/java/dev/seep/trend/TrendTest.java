package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.seep.testing.SeriesFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {
    private final Trend grows = new TrendFitter()
            .fit(SeriesFixture.of("4h every 2m").level(100).slope(5).noise(1).series());

    @Test
    void whatIsDoubtedIsOpenAndAsksForARunOfHalfAsMuchMore() {
        Trend doubted = grows.doubted(3.5);

        assertThat(grows.decision()).isEqualTo(Decision.GROWS);
        assertThat(doubted.decision()).isEqualTo(Decision.OPEN);
        assertThat(doubted.hoursToSettle()).isCloseTo(1.5 * grows.hours(), within(1e-9));
    }

    @Test
    void ofEvidenceThatIsDoubtedAPartIsLeft() {
        assertThat(grows.doubted(3.5).twoLogBayesFactor()).isEqualTo(3.5);
        assertThat(grows.doubted(1e6).twoLogBayesFactor()).isEqualTo(grows.twoLogBayesFactor());
    }

    @Test
    void allElseStaysAsItWas() {
        assertThat(grows.doubted(0))
                .usingRecursiveComparison()
                .ignoringFields("decision", "twoLogBayesFactor", "hoursToSettle")
                .isEqualTo(grows);
    }

    @Test
    void whatWasLookedAtCannotBeChanged() {
        assertThatThrownBy(() -> grows.views().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> grows.views().get(0).values().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aCourseDoesNotFollowTheListsItWasGiven() {
        List<Double> values = new ArrayList<>(List.of(1.0, 2.0));
        FittedView fittedView =
                new FittedView("mean", values, values, values, values, List.of("line"), List.of("line"), 1, 0, 0.5);

        values.set(0, 9.0);

        assertThat(fittedView.hours()).containsExactly(1.0, 2.0);
        assertThat(fittedView.values()).containsExactly(1.0, 2.0);
        assertThat(fittedView.settles()).containsExactly(1.0, 2.0);
        assertThat(fittedView.grows()).containsExactly(1.0, 2.0);
    }
}
