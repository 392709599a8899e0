package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.RunIntent;
import dev.seep.sample.Target;
import dev.seep.verdict.Explainer;
import dev.seep.verdict.Finding;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code seep explain} shows of what rests on no series. */
class ExplainedFactTest {
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    private static final Target WEB = Target.container("shop", "web-1", "app", "deployment/web");

    @Test
    void aMeasurementThatIsMissingRestsOnNothingThatHappened() throws IOException {
        assertThat(explained(List.of("rows")))
                .contains("inconclusive never brought a value")
                .contains("rests on     what was asked for and did not come, and on no series")
                .doesNotContain("seen");
    }

    @Test
    void aRestartRestsOnWhatHappened() throws IOException {
        Event kill = new Event(START.plusSeconds(5), Event.Type.RESTARTED, WEB, "b", Map.of("reason", "OOMKilled"));

        assertThat(explained(List.of(), kill))
                .contains("rests on     what happened, and on no series")
                .contains("seen         2026-11-22T20:00:05Z  shop/web-1/app restarted: OOMKilled");
    }

    private static String explained(List<String> asked, Event... events) throws IOException {
        Run run = new Run(START, START.plusSeconds(60), null, 1, 0, 0, 1, List.of(), List.of(events))
                .meantAs(new RunIntent(asked, null));
        Explainer explainer = new Explainer(Policy.DEFAULT, run);
        Finding fact = explainer.deciding().orElseThrow();
        StringBuilder out = new StringBuilder();
        new ExplainText(new Style(false, true, 100))
                .write(fact, explainer.leakOf(fact).orElse(null), explainer.events(fact), out);
        return out.toString();
    }
}
