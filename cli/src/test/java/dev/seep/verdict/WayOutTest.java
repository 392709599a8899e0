package dev.seep.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Unit;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is named must be what can be written, and lead out. */
class WayOutTest {
    private static final double YEARS = 24 * 1000;

    @Test
    void namesALongerRunANearerHorizonAndGrowthThatIsAllowed() {
        assertThat(of(1.41, 7.9, 330 * 0x1p20))
                .isEqualTo("; way out: --for 1h25m, --horizon 7h or growth: 330Mi/h in the policy");
    }

    @Test
    void namesOnlyTheWaysThereAre() {
        assertThat(of(YEARS, 7.9, 0)).isEqualTo("; way out: --horizon 7h");
        assertThat(of(Double.NaN, 7.9, 10)).isEqualTo("; way out: --horizon 7h or growth: 10/h in the policy");
        assertThat(of(2, 0.001, Double.POSITIVE_INFINITY)).isEqualTo("; way out: --for 2h");
        assertThat(of(YEARS, 0.001, 0)).isEmpty();
    }

    @Test
    void theHorizonOfARuleIsToldAsTheRuleHasIt() {
        Policy ruled = PolicyReader.of(Map.of("rules", List.of(Map.of("horizon", "9h"))));
        Allowance allowance = ruled.allowance(RunOf.pod("web-1"), RunOf.count("threads"));

        assertThat(NextStep.horizon(Duration.ofHours(7), allowance)).isEqualTo("horizon: 7h in the policy");
        assertThat(NextStep.horizon(Duration.ofHours(7), Allowance.DEFAULT)).isEqualTo("--horizon 7h");
    }

    @ParameterizedTest
    @CsvSource({
        "2.99, UP, PT3H",
        "2.99, DOWN, PT179M",
        "3.01, UP, PT4H",
        "3.01, DOWN, PT3H",
        "71.5, DOWN, PT71H",
        "72.5, UP, P4D",
        "72.5, DOWN, P3D",
        "0.016, DOWN, PT0S"
    })
    void timesAreWholeMinutesHoursOrDays(double hours, RoundingMode rounding, Duration rounded) {
        assertThat(NextStep.rounded(hours, rounding)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0101, COUNT, 0.011/h",
        "9.01, COUNT, 9.1/h",
        "1201, COUNT, 1300/h",
        "1000, BYTES, 1000/h",
        "1023, BYTES, 1100/h",
        "1024, BYTES, 1.0Ki/h",
        "1100000, BYTES, 1.1Mi/h",
        "5000000000000, BYTES, 4700Gi/h"
    })
    void ratesHaveTwoDigitsAndAreNeverLess(double perHour, Unit unit, String text) {
        assertThat(NextStep.rate(perHour, unit)).isEqualTo(text);
    }

    private static String of(double hours, double harm, double growth) {
        return NextStep.of(hours, harm, growth, growth > 1e6 ? Unit.BYTES : Unit.COUNT, Allowance.DEFAULT);
    }
}
