package dev.seep.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventCeilingsTest {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");

    private final List<Event> events = new ArrayList<>();

    @Test
    void countsByReasonAndObjectTheMostFrequentFirst() {
        happened("shop", "pod/a", "BackOff", 2);
        happened("shop", "pod/b", "FailedMount", 1);
        happened("shop", "pod/a", "BackOff", 3);

        AbnormalEvent most = AbnormalEvents.of(run()).all().get(0);

        assertThat(AbnormalEvents.of(run()).all()).hasSize(2);
        assertThat(most)
                .isEqualTo(new AbnormalEvent("BackOff", "shop", "pod/a", 5, START, START.plusSeconds(2), "message 2"));
    }

    @Test
    void withoutAPolicyNothingFails() {
        happened("shop", "pod/a", "Evicted", 99);

        assertThat(new Judge(Policy.DEFAULT).judge(run()).findings()).isEmpty();
    }

    @Test
    void moreThanThePolicyAllowsFailsAndNamesWhoAndHowOften() {
        for (String pod : List.of("a", "b", "c", "d", "e")) {
            happened("shop", "pod/" + pod, "BackOff", pod.equals("c") ? 4 : 1);
        }
        happened("shop", "pod/a", "Evicted", 1);
        happened("shop", "pod/a", "FailedMount", 3);

        Verdict verdict = new Judge(policy(Map.of("BackOff", 3, "FailedMount", 3, "Evicted", 0))).judge(run());

        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(verdict.findings())
                .extracting(Finding::series)
                .containsExactly("shop events.BackOff", "shop events.Evicted");
        assertThat(verdict.findings().get(0).reason())
                .isEqualTo("happened 8 times, the policy allows 3: pod/c (4 times), pod/a (once), pod/b (once) and 2"
                        + " more; message 2");
        assertThat(verdict.findings().get(1).reason())
                .isEqualTo("happened once, the policy allows none: pod/a (once); message 5");
    }

    @Test
    void namesTheNamespacesWhereThereAreSeveral() {
        happened("shop", "pod/a", "BackOff", 1);
        happened("pay", "pod/a", "BackOff", 1);
        happened("", "node/n1", "NodeNotReady", 1);

        List<Finding> findings = new Judge(policy(Map.of("*", 0))).judge(run()).findings();

        assertThat(findings).extracting(Finding::series).containsExactly("events.BackOff", "events.NodeNotReady");
        assertThat(findings.get(0).reason()).contains("pay/pod/a (once), shop/pod/a (once)");
    }

    @Test
    void aCountThatIsNoneIsOnce() {
        events.add(new Event(
                START, Event.Type.ABNORMAL, null, null, Map.of("reason", "BackOff", "count", "99999999999999999999")));

        assertThat(AbnormalEvents.of(run()).all())
                .extracting(AbnormalEvent::count)
                .containsExactly(1L);
    }

    @Test
    void theFactRestsOnTheEventsOfItsReasonAlone() {
        happened("shop", "pod/a", "BackOff", 2);
        happened("shop", "pod/a", "Evicted", 1);
        happened("shop", "pod/b", "BackOff", 2);
        Explainer explainer = new Explainer(policy(Map.of("BackOff", 3, "Evicted", 0)), run());

        assertThat(explainer.findings())
                .extracting(explainer::events)
                .containsExactlyInAnyOrder(List.of(events.get(0), events.get(2)), List.of(events.get(1)));
    }

    private static Policy policy(Map<String, Object> events) {
        return PolicyReader.of(Map.of("events", events));
    }

    private void happened(String namespace, String object, String reason, long count) {
        Abnormality what = new Abnormality(namespace, object, reason, "message " + events.size(), count);
        Instant time = START.plusSeconds(events.size());
        events.add(new Event(time, Event.Type.ABNORMAL, null, null, what.detail()));
    }

    private Run run() {
        return new Run(START, START.plusSeconds(3600), null, 1, 1, 0, 1, List.of(), events);
    }
}
