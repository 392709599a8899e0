package dev.seep.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.PolicyReader;
import dev.seep.verdict.policy.Severity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A known leak that is allowed until 31 January. */
class ExcuseTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-01");

    @ParameterizedTest
    @CsvSource({
        "2027-01-30, WARN, 'grows; known: SHOP-1, allowed until 2027-01-31'",
        "2027-01-31, WARN, 'grows; known: SHOP-1, allowed until 2027-01-31'",
        "2027-02-01, FAIL, 'grows; it was known (SHOP-1) and allowed until 2027-01-31'"
    })
    void itWarnsUntilTheDayOnWhichItExpiresAndSaysSo(LocalDate today, Severity severity, String told) {
        assertThat(KnownLeakWaiver.severity(known("fail"), today)).isEqualTo(severity);
        assertThat(KnownLeakWaiver.told(known("fail"), today, "grows")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"warn, WARN", "ignore, IGNORE"})
    void itMakesNothingWorseThanThePolicyDoes(String word, Severity severity) {
        assertThat(KnownLeakWaiver.severity(known(word), JANUARY)).isEqualTo(severity);
    }

    @Test
    void whatIsNotKnownIsNotExcused() {
        assertThat(KnownLeakWaiver.severity(Allowance.DEFAULT, JANUARY)).isEqualTo(Severity.FAIL);
        assertThat(KnownLeakWaiver.told(Allowance.DEFAULT, JANUARY, "grows")).isEqualTo("grows");
    }

    @ParameterizedTest
    @CsvSource({"fail, WARN", "warn, WARN", "ignore, IGNORE"})
    void aNoteNeverFails(String word, Severity severity) {
        assertThat(KnownLeakWaiver.ofNote(known(word))).isEqualTo(severity);
    }

    private static Allowance known(String severity) {
        Map<String, Object> rule = new HashMap<>(Map.of("severity", severity));
        rule.put("known", Map.of("reason", "SHOP-1", "expires", "2027-01-31"));
        return PolicyReader.of(Map.of("rules", List.of(rule))).allowance(RunOf.pod("web-1"), RunOf.count("threads"));
    }
}
