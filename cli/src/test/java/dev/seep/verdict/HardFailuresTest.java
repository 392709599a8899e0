package dev.seep.verdict;

import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.event;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fact that ended a run before its time makes its series leak, of which there is far too little. */
class HardFailuresTest {
    private static final Target WEB = pod("web-1");
    private static final Series SHORT = counted(WEB, "memory.anon", 0, 100, 200);

    @Test
    void theSeriesLeaksForTheReasonThatWasRecorded() {
        Finding finding = only(fact(60, "reached its limit of 200", "memory.anon"));

        assertThat(finding.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(finding.reason()).isEqualTo("reached its limit of 200");
        assertThat(finding.severity()).isEqualTo(Severity.FAIL);
        assertThat(finding.inconclusiveReason()).isNull();
        assertThat(finding.counts().samples()).isEqualTo(2);
    }

    @Test
    void whatItWouldTakeToTellIsNoLongerAsked() {
        Finding open = Examining.COUNT.naturally(160).finding(Trends.open(30));

        assertThat(open.hoursToTell()).isPositive();
        assertThat(open.leaking("reached its limit").hoursToTell()).isNaN();
        assertThat(open.because("seen").hoursToTell()).isEqualTo(open.hoursToTell());
    }

    @Test
    void theFirstFactIsTheOneThatEndedTheRun() {
        assertThat(only(fact(60, "first", "memory.anon"), fact(61, "second", "memory.anon"))
                        .reason())
                .isEqualTo("first");
    }

    @Test
    void aFactIsAboutItsOwnMetricAndTarget() {
        Event ofCart = event(
                60,
                Event.Type.PAUSED,
                Target.container("shop", "cart-1", "app", "deployment/cart"),
                "fact",
                "cart",
                "metric",
                "memory.anon");

        assertThat(only(fact(60, "other", "threads")).inconclusiveReason()).isEqualTo(InconclusiveReason.TOO_SHORT);
        assertThat(only(ofCart).inconclusiveReason()).isEqualTo(InconclusiveReason.TOO_SHORT);
        assertThat(only(event(60, Event.Type.PAUSED, null, "fact", "of nobody", "metric", "memory.anon"))
                        .inconclusiveReason())
                .isEqualTo(InconclusiveReason.TOO_SHORT);
        assertThat(only(event(60, Event.Type.PAUSED, WEB, "metric", "memory.anon"))
                        .inconclusiveReason())
                .isEqualTo(InconclusiveReason.TOO_SHORT);
    }

    @Test
    void whatLeaksByItselfKeepsItsReason() {
        Series growing = RunOf.series(WEB, "memory.anon", 5, 0);
        Finding finding = new Judge(Policy.DEFAULT)
                .judge(run(List.of(growing), fact(60, "a fact", "memory.anon")))
                .findings()
                .get(0);

        assertThat(finding.reason()).startsWith("grows 3,600/h");
    }

    private static Event fact(int second, String fact, String metric) {
        return event(second, Event.Type.PAUSED, WEB, "fact", fact, "metric", metric);
    }

    private static Finding only(Event... events) {
        return new Judge(Policy.DEFAULT)
                .judge(run(List.of(SHORT), events))
                .findings()
                .get(0);
    }
}
