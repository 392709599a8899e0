package dev.seep.verdict;

import static dev.seep.verdict.RunOf.eightHours;
import static dev.seep.verdict.RunOf.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import dev.seep.verdict.policy.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A leak that the policy knows by its id, with all that grows with it. The run ends on 23 November. */
class LeakWaiversTest {
    private static final Target WEB = pod("web-1");
    private static final Run RUN = eightHours(List.of(
            counted(WEB, "fds.open"), counted(WEB.pod(), "sockets.tcp.close_wait"), counted(pod("web-1"), "zombies")));

    private static final String SOCKETS = new Judge(Policy.DEFAULT)
            .judge(RUN).leaks().stream()
                    .filter(leak -> leak.main().metric().name().startsWith("sockets."))
                    .findFirst()
                    .orElseThrow()
                    .id();

    @Test
    void allThatBelongsToItOnlyWarnsAndSaysSo() {
        Verdict verdict = judge(SOCKETS, "2026-11-23");

        assertThat(warned(verdict.findings()))
                .containsExactlyInAnyOrder(
                        "shop/deployment/web/app fds.open", "shop/deployment/web sockets.tcp.close_wait");
        assertThat(verdict.findings())
                .filteredOn(finding -> finding.severity() == Severity.WARN)
                .allMatch(finding -> finding.reason().endsWith("; known: SHOP-124, allowed until 2026-11-23"));
        assertThat(verdict.leaks()).extracting(Leak::severity).containsExactly(Severity.FAIL, Severity.WARN);
        assertThat(LeakWords.known(verdict.leaks().get(1))).isEqualTo("known: SHOP-124, allowed until 2026-11-23");
        assertThat(verdict.reason()).startsWith("1 leak: shop/deployment/web/app zombies ");
        assertThat(verdict.reason()).endsWith("; 1 more only warned of");
    }

    @Test
    void onceItHasExpiredItFailsAndSaysSo() {
        Verdict verdict = judge(SOCKETS, "2026-11-22");

        assertThat(warned(verdict.findings())).isEmpty();
        assertThat(verdict.leaks()).extracting(Leak::severity).containsOnly(Severity.FAIL);
        assertThat(verdict.findings())
                .filteredOn(finding -> finding.known() != null)
                .hasSize(2)
                .allMatch(
                        finding -> finding.reason().endsWith("; it was known (SHOP-124) and allowed until 2026-11-22"));
    }

    @Test
    void theLeakOfAnotherIdIsNotExcused() {
        Verdict verdict = judge("00000000", "2026-11-23");

        assertThat(warned(verdict.findings())).isEmpty();
        assertThat(verdict.leaks()).extracting(Leak::severity).containsOnly(Severity.FAIL);
    }

    @Test
    void whereAllLeaksAreKnownTheRunDoesNotLeak() {
        Policy policy = known(SOCKETS, "2026-11-23");
        Run run = eightHours(List.of(
                counted(WEB, "fds.open"),
                counted(WEB.pod(), "sockets.tcp.close_wait"),
                RunOf.counted(WEB, "threads", 0, RunOf.flat(120, 9))));

        assertThat(new Judge(policy).judge(run).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void itMakesNothingWorseThanThePolicyDoes() {
        Policy warning = PolicyReader.of(Map.of(
                "defaults",
                Map.of("severity", "warn"),
                "rules",
                List.of(Map.of("leak", SOCKETS, "known", Map.of("reason", "SHOP-124", "expires", "2026-11-22")))));

        assertThat(new Judge(warning).judge(RUN).leaks())
                .extracting(Leak::severity)
                .containsOnly(Severity.WARN);
    }

    private static Verdict judge(String id, String expires) {
        return new Judge(known(id, expires)).judge(RUN);
    }

    private static Policy known(String id, String expires) {
        return PolicyReader.of(Map.of(
                "rules", List.of(Map.of("leak", id, "known", Map.of("reason", "SHOP-124", "expires", expires)))));
    }

    private static List<String> warned(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.WARN)
                .map(Finding::series)
                .toList();
    }

    /** One more a minute. */
    private static Series counted(Target target, String metric) {
        double[] values = new double[120];
        Arrays.setAll(values, i -> 100 + i);
        return RunOf.counted(target, metric, 0, values);
    }
}
