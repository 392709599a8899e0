package dev.seep.verdict;

import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.event;
import static dev.seep.verdict.RunOf.meantFor;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Series;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import dev.seep.verdict.policy.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilentProbesTest {
    private static final Series OTHER = counted(pod("web-1"), "threads", 0, 9);

    @Test
    void aProbeThatSaidNothingAtAllIsToldWithoutAComplaint() {
        assertThat(silent(List.of("rows"), OTHER)).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo("never brought a value");
            assertThat(finding.isMissing()).isTrue();
        });
    }

    @Test
    void theLastComplaintIsToldAndInHowManyTargetsItFailed() {
        List<Finding> findings = silent(
                List.of("rows"),
                OTHER,
                failed(1, "web-1", "no psql"),
                failed(2, "web-2", "no such table"),
                failed(3, "web-2", "no such table: orders"));

        assertThat(findings)
                .extracting(Finding::reason)
                .containsExactly("never brought a value in any of 2 targets: no such table: orders");
    }

    @Test
    void theFailuresAreWhatItRestsOn() {
        Event first = failed(1, "web-1", "no psql");
        Event ofAnother = event(2, Event.Type.POLL_FAILED, pod("web-1"), "probe", "disk");
        Event ofNobody = event(3, Event.Type.POLL_FAILED, null, "probe", "rows");

        var run = meantFor(null, List.of("rows"), run(List.of(OTHER), first, ofAnother, ofNobody));

        assertThat(new SilentProbes(Policy.DEFAULT).of(run)).singleElement().satisfies(fact -> assertThat(fact.events())
                .containsExactly(first));
    }

    @Test
    void aProbeSpokeIfAnyMetricOfItHasASample() {
        assertThat(silent(List.of("rows"), counted(pod("web-1"), "rows", 0, 1))).isEmpty();
        assertThat(silent(List.of("rows"), counted(pod("web-1"), "rows.orders", 0, 1)))
                .isEmpty();
        assertThat(silent(List.of("rows"), counted(pod("web-1"), "rows.orders", 0)))
                .hasSize(1);
        assertThat(silent(List.of("rows"), counted(pod("web-1"), "rowsofseats", 0, 1)))
                .hasSize(1);
    }

    @Test
    void whatWasAskedForTwiceIsMissingOnce() {
        assertThat(silent(List.of("rows", "words", "rows"), OTHER))
                .extracting(Finding::series)
                .containsExactly("rows", "words");
    }

    @Test
    void aRuleMayIgnoreIt() {
        Policy policy = PolicyReader.of(Map.of("rules", List.of(Map.of("metric", "rows", "severity", "ignore"))));
        var run = meantFor(null, List.of("rows"), run(List.of(OTHER)));

        assertThat(new SilentProbes(policy).of(run))
                .extracting(fact -> fact.finding().severity())
                .containsExactly(Severity.IGNORE);
    }

    private static Event failed(int second, String pod, String message) {
        return event(second, Event.Type.POLL_FAILED, pod(pod), "probe", "rows", "message", message);
    }

    private static List<Finding> silent(List<String> asked, Series there, Event... events) {
        return new SilentProbes(Policy.DEFAULT)
                .of(meantFor(null, asked, run(List.of(there), events))).stream()
                        .map(Fact::finding)
                        .toList();
    }
}
