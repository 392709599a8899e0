package dev.seep.verdict.policy;

import static dev.seep.verdict.policy.Policies.allowance;
import static dev.seep.verdict.policy.Policies.count;
import static dev.seep.verdict.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One known leak covers what shows the same thing, and hides no other. */
class KinshipTest {
    private static final String KNOWN = "known: {reason: SHOP-1, expires: 2027-01-31}";

    @ParameterizedTest
    @CsvSource({
        "memory.anon, memory.rss, true",
        "memory.anon, memory, true",
        "fds.open, fds.limit_share, true",
        "memory.anon, fds.open, false",
        "objects.jobs, objects.jobs.finished, true",
        "objects.jobs, objects.jobsets, false",
        "objects.jobs, objects.pods, false",
        "objects.jobs.finished, objects.jobs, false",
        "sockets.tcp.close_wait, sockets.tcp.time_wait, false",
        "disk.used.a, disk.used.b, false",
        "threads, threads.waiting, true"
    })
    void memoryAndDescriptorsAreOneThingAndOfOthersWhatBelongsToTheName(String known, String metric, boolean covered) {
        assertThat(allowance("rules: [{metric: " + known + ", " + KNOWN + "}]", metric)
                                .known()
                        != null)
                .isEqualTo(covered);
    }

    @Test
    void itCoversOnlyWhereTheRuleIsFor() {
        String rule = "rules: [{workload: deployment/%s, metric: fds.open, " + KNOWN + "}]";

        assertThat(allowance(rule.formatted("web"), "fds.sockets").known()).isNotNull();
        assertThat(allowance(rule.formatted("api"), "fds.sockets").known()).isNull();
    }

    @Test
    void whatElseTheRuleSetsIsOnlyForItsOwnMetric() {
        String rule = "rules: [{metric: fds.open, growth: 5/h, severity: warn, " + KNOWN + "}]";

        assertThat(allowance(rule, "fds.sockets").growthPerHour()).isZero();
        assertThat(allowance(rule, "fds.sockets").severity()).isEqualTo(Severity.FAIL);
        assertThat(allowance(rule, "fds.sockets").explicit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "severity: fail, false",
        "'known: {reason: SHOP-2, expires: 2027-02-28}', false",
        "growth: 5/h, true",
        "ceiling: 9, true"
    })
    void aMetricWithARuleForWhatItDoesWhenItLeaksIsNotCovered(String own, boolean covered) {
        String rules = "rules:\n  - {metric: fds.sockets, " + own + "}\n  - {metric: fds.open, " + KNOWN + "}\n";
        Allowance allowance = allowance(rules, "fds.sockets");

        assertThat(allowance.known() != null && allowance.known().reason().equals("SHOP-1"))
                .isEqualTo(covered);
    }

    @Test
    void aRuleForEverythingSaysNothingOfOneMetric() {
        String rules = "rules:\n  - {severity: fail}\n  - {metric: fds.open, " + KNOWN + "}\n";

        assertThat(allowance(rules, "fds.sockets").known()).isNotNull();
    }

    @Test
    void aRuleIsAboutWhatItMatchesAndWhatItCovers() {
        Rule known =
                policy("rules: [{metric: fds.open, " + KNOWN + "}]").rules().get(0);
        Rule unknown =
                policy("rules: [{metric: fds.open, growth: 1/h}]").rules().get(0);

        assertThat(known.isAbout(Policies.WEB, count("fds.open"))).isTrue();
        assertThat(known.isAbout(Policies.WEB, count("fds.sockets"))).isTrue();
        assertThat(known.isAbout(Policies.WEB, count("threads"))).isFalse();
        assertThat(unknown.isAbout(Policies.WEB, count("fds.sockets"))).isFalse();
        assertThat(unknown.isAbout(null, count("fds.open"))).isTrue();
    }
}
