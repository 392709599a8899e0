package dev.seep.verdict.policy;

import static dev.seep.verdict.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy as a run folder keeps it. */
class PolicyTest {
    @Test
    void isKeptInTheFormOfItsFile() {
        Policy policy = policy("""
                defaults: {growth: 1/d, ceiling: 1Ki, horizon: 36h, settle: 90s, severity: warn}
                ceilings: {zombies: 0}
                rules:
                  - {namespace: shop, workload: "*/web", container: app, metric: memory.*, growth: 5Mi/h}
                  - {metric: fds.open, known: {reason: SHOP-1, expires: 2027-01-31}}
                  - {leak: 3f2a9c1b, known: {reason: SHOP-2, expires: 2027-02-28}}
                events: {Evicted: 0, "*": 7}
                """);

        assertThat(policy.asMap())
                .isEqualTo(Map.of(
                        "defaults",
                        Map.of(
                                "growth", 1 / 24.0 + "/h",
                                "ceiling", 1024.0,
                                "horizon", "1d12h",
                                "settle", "1m30s",
                                "severity", "warn"),
                        "rules",
                        List.of(
                                Map.of("metric", "zombies", "ceiling", 0.0),
                                Map.of(
                                        "namespace", "shop",
                                        "workload", "*/web",
                                        "container", "app",
                                        "metric", "memory.*",
                                        "growth", "5242880.0/h"),
                                Map.of(
                                        "metric",
                                        "fds.open",
                                        "known",
                                        Map.of("reason", "SHOP-1", "expires", "2027-01-31")),
                                Map.of(
                                        "leak",
                                        "3f2a9c1b",
                                        "known",
                                        Map.of("reason", "SHOP-2", "expires", "2027-02-28"))),
                        "events",
                        Map.of("Evicted", 0L, "*", 7L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defaults: {growth: 0.1/min, ceiling: 1.5Gi, horizon: 1h30m, settle: 0s, severity: ignore}",
                "rules: [{metric: fds.open, growth: 1e-3/s}, {workload: a, horizon: 400d}]",
                "rules: [{metric: fds.limit_share, ceiling: 85%}]",
                "rules: [{known: {reason: 'with: a colon', expires: 2027-01-31}}]",
                "rules: [{leak: 3f2a9c1b, known: {reason: SHOP-1, expires: 2027-01-31}}, {metric: a, growth: 1/h}]",
                "events: {Failed*: 3}"
            })
    void readBackItAllowsTheSame(String yaml) {
        Policy written = policy(yaml);
        Policy read = PolicyReader.of(written.asMap());

        assertThat(read.defaults()).isEqualTo(written.defaults());
        assertThat(read.rules())
                .extracting(Rule::ruleScope, Rule::allowanceOverride)
                .isEqualTo(written.rules().stream()
                        .map(rule -> tuple(rule.ruleScope(), rule.allowanceOverride()))
                        .toList());
        assertThat(read.knownIds())
                .extracting(KnownId::id, KnownId::known)
                .isEqualTo(written.knownIds().stream()
                        .map(known -> tuple(known.id(), known.known()))
                        .toList());
        assertThat(read.most("FailedMount")).isEqualTo(written.most("FailedMount"));
    }

    @Test
    void whatWasRecordedAndIsWrongSaysSoWithoutAFile() {
        assertThatExceptionOfType(PolicyException.class)
                .isThrownBy(() -> PolicyReader.of(Map.of("rules", List.of(Map.of("growht", "1/h")))))
                .withMessageStartingWith("recorded policy:1:")
                .withMessageContaining("unknown key 'growht', did you mean 'growth'?");
    }

    @Test
    void otherDefaultsLeaveRulesAndKnownLeaksAndEventsAsTheyAre() {
        Policy policy = policy("""
                rules:
                  - {metric: threads, growth: 1/h}
                  - {leak: 3f2a9c1b, known: {reason: SHOP-1, expires: 2027-01-31}}
                events: {Evicted: 0}
                """);
        Policy other = policy.withDefaults(policy("defaults: {growth: 9/h}").defaults());

        assertThat(other.allowance(Policies.WEB, Policies.count("threads")).growthPerHour())
                .isEqualTo(1);
        assertThat(other.allowance(Policies.WEB, Policies.count("zombies")).growthPerHour())
                .isEqualTo(9);
        assertThat(other.knownIds()).isEqualTo(policy.knownIds());
        assertThat(other.most("Evicted")).hasValue(0);
    }

    @Test
    void theLastCeilingOfEventsThatMatchesDecides() {
        Policy policy = policy("events: {FailedMount: 5, Failed*: 3}");

        assertThat(policy.most("FailedMount")).hasValue(3);
        assertThat(policy.most("Evicted")).isEmpty();
    }

    @Test
    void severitiesAreWordsOfThree() {
        for (Severity severity : Severity.values()) {
            assertThat(Severity.ofWord(severity.word())).isEqualTo(severity);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Severity.ofWord("FAIL"))
                .withMessage("unknown severity 'FAIL': use fail, warn or ignore");
    }
}
