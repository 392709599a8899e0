package dev.seep.verdict;

import static dev.seep.verdict.RunOf.START;
import static dev.seep.verdict.RunOf.event;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What went wrong beside what was polled, and what nobody was allowed to see of it. */
class AbnormalEventsTest {
    @Test
    void ofOneObjectAndReasonTheCountsAreAddedAndTheLastWordsKept() {
        AbnormalEvents events = of(
                happened(5, "shop", "pod/a", "BackOff", 2, "first"),
                happened(9, "shop", "pod/a", "BackOff", 3, "last"));

        assertThat(events.all())
                .containsExactly(new AbnormalEvent(
                        "BackOff", "shop", "pod/a", 5, START.plusSeconds(5), START.plusSeconds(9), "last"));
    }

    @Test
    void reasonsNamespacesAndObjectsAreKeptApart() {
        assertThat(of(
                                happened(1, "shop", "pod/a", "BackOff", 1, ""),
                                happened(2, "shop", "pod/a", "Failed", 1, ""),
                                happened(3, "pay", "pod/a", "BackOff", 1, ""),
                                happened(4, "shop", "pod/b", "BackOff", 1, ""))
                        .all())
                .hasSize(4);
    }

    @Test
    void theMostFrequentComesFirstThenByReasonAndPlace() {
        assertThat(of(
                                happened(1, "shop", "pod/b", "BackOff", 1, ""),
                                happened(2, "shop", "pod/a", "Failed", 1, ""),
                                happened(3, "shop", "pod/a", "BackOff", 1, ""),
                                happened(4, "", "node/n1", "NotReady", 2, ""))
                        .all())
                .extracting(event -> event.reason() + " " + event.where())
                .containsExactly("NotReady node/n1", "BackOff shop/pod/a", "BackOff shop/pod/b", "Failed shop/pod/a");
    }

    @Test
    void whatWasDeniedIsToldOnceAndInOrder() {
        AbnormalEvents events = of(
                unseen("events in namespace shop", "denied"),
                unseen("nodes", "timeout"),
                unseen("events in namespace pay", "denied"),
                unseen("events in namespace shop", "denied"));

        assertThat(events.unseen()).containsExactly("events in namespace pay", "events in namespace shop");
        assertThat(events.all()).isEmpty();
    }

    private static AbnormalEvents of(Event... events) {
        return AbnormalEvents.of(run(List.of(), events));
    }

    private static Event unseen(String about, String reason) {
        return event(1, Event.Type.POLL_FAILED, null, "about", about, "reason", reason);
    }

    private static Event happened(
            int second, String namespace, String object, String reason, long count, String message) {
        Abnormality what = new Abnormality(namespace, object, reason, message, count);
        return new Event(START.plusSeconds(second), Event.Type.ABNORMAL, null, null, what.detail());
    }
}
