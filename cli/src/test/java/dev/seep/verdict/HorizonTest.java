package dev.seep.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HorizonTest {
    @ParameterizedTest
    @CsvSource({"0.5, 5", "8, 80", "71.9, 719", "72, 720", "72.1, 720", "1000, 720"})
    void isTenTimesWhatWasSeenAndAtMostThirtyDays(double seen, double horizon) {
        assertThat(Horizon.of(Allowance.DEFAULT, seen)).isEqualTo(horizon);
    }

    @ParameterizedTest
    @CsvSource({"PT30M, 0.5", "P7D, 168", "P365D, 8760"})
    void isThatOfThePolicyHoweverLittleWasSeen(Duration given, double horizon) {
        assertThat(Horizon.of(Allowance.DEFAULT.with(0, Double.NaN, given), 1)).isEqualTo(horizon);
    }

    @Test
    void isToldAsWhatWasSeenOfEachSeriesAndTheMostThatThisIs() {
        assertThat(Horizon.words(Policy.DEFAULT, 8)).isEqualTo("ten times what was seen of it (at most 3.3 d)");
        assertThat(Horizon.words(Policy.DEFAULT, 1000)).isEqualTo("ten times what was seen of it (at most 30 d)");
    }

    @Test
    void isToldAsItWasGiven() {
        Policy week = PolicyReader.of(Map.of("defaults", Map.of("horizon", "7d")));

        assertThat(Horizon.words(week, 8)).isEqualTo("7 d");
    }

    @Test
    void isToldToBeThatOfARuleOnlyWhereARuleSetsOne() {
        Map<String, Object> far = Map.of("metric", "zombies", "horizon", "1d");
        Map<String, Object> warn = Map.of("metric", "zombies", "severity", "warn");

        assertThat(Horizon.words(PolicyReader.of(Map.of("rules", List.of(warn, far))), 1))
                .isEqualTo("ten times what was seen of it (at most 10 h), or the horizon of its rule");
        assertThat(Horizon.words(PolicyReader.of(Map.of("rules", List.of(warn))), 1))
                .isEqualTo("ten times what was seen of it (at most 10 h)");
    }
}
