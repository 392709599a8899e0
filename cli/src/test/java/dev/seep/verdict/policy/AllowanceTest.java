package dev.seep.verdict.policy;

import static dev.seep.verdict.policy.Policies.allowance;
import static dev.seep.verdict.policy.Policies.count;
import static dev.seep.verdict.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Target;
import dev.seep.verdict.policy.Allowance.KnownLeak;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules of a policy leave of its defaults for one series. */
class AllowanceTest {
    @Test
    void withoutAPolicyNothingMayGrowAndALeakFails() {
        assertThat(Policy.DEFAULT.allowance(Policies.WEB, count("threads")))
                .isEqualTo(new Allowance(0, Double.NaN, null, null, Severity.FAIL, null, false, false));
    }

    @Test
    void theDefaultsHoldWhereNoRuleSaysElse() {
        Allowance allowance =
                allowance("defaults: {growth: 5/h, ceiling: 9, horizon: 7d, settle: 10m, severity: warn}", "threads");

        assertThat(allowance)
                .isEqualTo(new Allowance(
                        5, 9, Duration.ofDays(7), Duration.ofMinutes(10), Severity.WARN, null, false, false));
    }

    @Test
    void ofTheRulesThatMatchTheLastThatSetsAFieldDecidesIt() {
        Allowance allowance = allowance("""
                defaults: {growth: 1/h, severity: warn}
                rules:
                  - {metric: threads, growth: 2/h, ceiling: 10}
                  - {workload: deployment/*, growth: 3/h}
                  - {workload: deployment/other, growth: 4/h}
                """, "threads");

        assertThat(allowance.growthPerHour()).isEqualTo(3);
        assertThat(allowance.ceiling()).isEqualTo(10);
        assertThat(allowance.severity()).isEqualTo(Severity.WARN);
    }

    @Test
    void ceilingsComeBeforeTheRulesWhereverTheyStand() {
        assertThat(allowance("rules: [{metric: threads, ceiling: 9}]\nceilings: {threads: 5}", "threads")
                        .ceiling())
                .isEqualTo(9);
        assertThat(allowance("ceilings: {'*': 5}", "threads").ceiling()).isEqualTo(5);
    }

    /** Only what is named in full is judged though it would never fail a run by itself. */
    @ParameterizedTest
    @CsvSource({"memory.cache, true", "memory.*, false", "memory.cach?, false", "'*', false"})
    void aMetricIsExplicitWhereARuleHasItsFullName(String glob, boolean explicit) {
        assertThat(allowance("rules: [{metric: '" + glob + "', growth: 1/h}, {growth: 2/h}]", "memory.cache")
                        .explicit())
                .isEqualTo(explicit);
    }

    @Test
    void theHorizonIsThatOfARuleWhereOneSetsIt() {
        assertThat(allowance("defaults: {horizon: 7d}", "threads").horizonOfRule())
                .isFalse();
        assertThat(allowance("rules: [{metric: threads, horizon: 7d}, {metric: threads, growth: 1/h}]", "threads")
                        .horizonOfRule())
                .isTrue();
        assertThat(allowance("rules: [{metric: other, horizon: 7d}]", "threads").horizonOfRule())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'{namespace: sh*}', true",
        "'{namespace: pay}', false",
        "'{workload: deployment/web}', true",
        "'{workload: web}', false",
        "'{container: app}', true",
        "'{container: proxy}', false",
        "{metric: \"thread?\"}, true",
        "'{metric: fds.*}', false",
        "'{namespace: shop, workload: deployment/web, container: app, metric: threads}', true",
        "'{namespace: shop, workload: deployment/web, container: proxy, metric: threads}', false"
    })
    void aRuleIsForWhatMatchesAllThatItNames(String scope, boolean matches) {
        assertThat(allowance("rules: [" + scope.replace("}", ", growth: 7/h}") + "]", "threads")
                        .growthPerHour())
                .isEqualTo(matches ? 7 : 0);
    }

    @Test
    void aRuleForContainersIsNotForWhatThePodShares() {
        Policy policy = policy("rules: [{container: '*', growth: 7/h}]");

        assertThat(policy.allowance(Policies.WEB.pod(), count("sockets.tcp.x")).growthPerHour())
                .isZero();
        assertThat(policy.allowance(Target.process("app"), count("threads")).growthPerHour())
                .isZero();
    }

    @Test
    void ofAForeignSeriesOnlyTheMetricIsAskedFor() {
        Policy policy = policy("rules: [{metric: pool, growth: 1/h}, {namespace: '*', growth: 9/h}]");

        assertThat(policy.allowance(null, count("pool")).growthPerHour()).isEqualTo(1);
    }

    @Test
    void aKnownLeakHasAReasonAndADay() {
        assertThat(allowance("rules: [{known: {reason: 'SHOP-1: fonts', expires: 2027-01-31}}]", "threads")
                        .known())
                .isEqualTo(new KnownLeak("SHOP-1: fonts", LocalDate.of(2027, 1, 31)));
    }

    @Test
    void whatAWhatIfSetsLeavesTheRestAsItWas() {
        Allowance before = allowance(
                "rules: [{metric: threads, settle: 5m, severity: warn, horizon: 1d, known: {reason: x, expires: 2027-01-31}}]",
                "threads");
        Allowance after = before.with(3, 4, Duration.ofHours(5));

        assertThat(after)
                .isEqualTo(new Allowance(
                        3, 4, Duration.ofHours(5), before.settle(), Severity.WARN, before.known(), true, true));
        assertThat(after.settle()).isEqualTo(Duration.ofMinutes(5));
    }
}
