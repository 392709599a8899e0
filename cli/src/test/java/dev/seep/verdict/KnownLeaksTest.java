package dev.seep.verdict;

import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.flat;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Known leaks that a run no longer shows. */
class KnownLeaksTest {
    private static final Target WEB = pod("web-1");
    private static final Series STILL = counted(WEB, "fds.open", 0, flat(60, 9));
    private static final Series GROWING = RunOf.series(WEB, "fds.open", 5, 0);

    @Test
    void oneThatPassesIsToldWithItsPlaceAndReason() {
        assertThat(gone("fds.open", STILL))
                .containsExactly("recorded policy: the known leak SHOP-1 (shop/deployment/web/app fds.open) no longer"
                        + " shows: unless it needs a longer run, its rule can go");
    }

    @Test
    void oneThatStillLeaksOrIsInDoubtIsNot() {
        assertThat(gone("fds.open", GROWING)).isEmpty();
        assertThat(gone("fds.open", counted(WEB, "fds.open", 0, 9, 9))).isEmpty();
    }

    @Test
    void oneThatIsForNoSeriesOfTheRunIsNot() {
        assertThat(gone("sockets.tcp.close_wait", STILL)).isEmpty();
    }

    @Test
    void itIsGoneOnlyWhereNothingThatItCoversLeaks() {
        Series kin = counted(WEB, "fds.sockets", 0, flat(60, 9));

        assertThat(gone("fds.open", STILL, kin))
                .singleElement()
                .asString()
                .contains("(shop/deployment/web/app fds.open and 1 more)");
        assertThat(gone("fds.open", STILL, RunOf.series(WEB, "fds.sockets", 5, 0)))
                .isEmpty();
    }

    @Test
    void eachKnownLeakIsAskedForByItself() {
        Policy policy = PolicyReader.of(Map.of("rules", List.of(rule("fds.open"), rule("threads"))));

        assertThat(gone(policy, run(List.of(STILL, RunOf.series(WEB, "threads", 5, 0)))))
                .hasSize(1);
    }

    @Test
    void rulesThatKnowNoLeakAreNone() {
        Policy policy = PolicyReader.of(Map.of("rules", List.of(Map.of("metric", "fds.open", "severity", "warn"))));

        assertThat(gone(policy, run(List.of(STILL)))).isEmpty();
    }

    @Test
    void anIdThatNoLeakOfTheRunHasIsTold() {
        Leak leak =
                new Judge(Policy.DEFAULT).judge(run(List.of(GROWING))).leaks().get(0);

        assertThat(unmet(leak.id(), GROWING)).isEmpty();
        assertThat(unmet("00000000", GROWING))
                .containsExactly("recorded policy: no leak of this run has the id 00000000: unless it needs a longer"
                        + " run, its rule can go");
        assertThat(unmet(leak.id(), STILL)).hasSize(1);
    }

    @Test
    void aRunWithoutSeriesSaysNothingOfIds() {
        assertThat(unmet("00000000")).isEmpty();
    }

    private static List<String> unmet(String id, Series... series) {
        Policy policy = PolicyReader.of(Map.of(
                "rules", List.of(Map.of("leak", id, "known", Map.of("reason", "SHOP-1", "expires", "2027-01-31")))));
        Run run = run(List.of(series));
        return new KnownLeaks(policy).unmet(run, new Judge(policy).judge(run).leaks());
    }

    private static List<String> gone(String metric, Series... series) {
        return gone(PolicyReader.of(Map.of("rules", List.of(rule(metric)))), run(List.of(series)));
    }

    private static List<String> gone(Policy policy, Run run) {
        return new KnownLeaks(policy).gone(run, new Judge(policy).judge(run).findings());
    }

    private static Map<String, Object> rule(String metric) {
        return Map.of("metric", metric, "known", Map.of("reason", "SHOP-1", "expires", "2027-01-31"));
    }
}
