package dev.seep.verdict;

import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Evidence;
import dev.seep.sample.Growth;
import dev.seep.sample.Growth.Kind;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.Policy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose evidence explains a finding. */
class CausesTest {
    private static final Target WEB = pod("web-1");
    private static final Growth DESCRIPTORS = new Growth(Kind.DESCRIPTORS, "/var/log/app", "java", 0, 300);
    private static final Growth SOCKETS = new Growth(Kind.SOCKETS, "CLOSE_WAIT to 10.0.0.5:80", "java", 0, 57);

    @Test
    void aLeakIsExplainedByWhatGrewInItsContainer() {
        Finding leak = judged(RunOf.series(WEB, "fds.open", 5, 0), seen("shop/web-1/app", DESCRIPTORS));

        assertThat(leak.cause()).isEqualTo("+300 descriptors of java to /var/log/app");
        assertThat(leak.reason()).endsWith(" and does not flatten; +300 descriptors of java to /var/log/app");
    }

    @Test
    void whatGrewInAnotherContainerExplainsNothing() {
        assertThat(judged(RunOf.series(WEB, "fds.open", 5, 0), seen("shop/web-1/proxy", DESCRIPTORS))
                        .cause())
                .isEmpty();
        assertThat(judged(RunOf.series(WEB, "fds.open", 5, 0), seen("shop/web-1/app/x", DESCRIPTORS))
                        .cause())
                .isEmpty();
    }

    @Test
    void whatThePodSharesIsSeenFromEachOfItsContainers() {
        Series sockets = RunOf.series(WEB.pod(), "sockets.tcp.close_wait", 5, 0);

        assertThat(judged(sockets, seen("shop/web-1/app", SOCKETS)).cause())
                .isEqualTo("+57 sockets of java, CLOSE_WAIT to 10.0.0.5:80");
        assertThat(judged(sockets, seen("shop/web-10/app", SOCKETS)).cause()).isEmpty();
    }

    @Test
    void whatPassesIsNotExplained() {
        Finding passing = judged(RunOf.series(WEB, "fds.open", 0, 0), seen("shop/web-1/app", DESCRIPTORS));

        assertThat(passing.outcome()).isEqualTo(Outcome.PASS);
        assertThat(passing.cause()).isEmpty();
    }

    private static Evidence seen(String target, Growth growth) {
        return new Evidence(target, "1", Instant.EPOCH, Instant.EPOCH, List.of(growth), List.of());
    }

    private static Finding judged(Series series, Evidence evidence) {
        Run run = run(List.of(series)).with(List.of(evidence));
        return new Judge(Policy.DEFAULT).judge(run).findings().get(0);
    }
}
