package dev.seep.verdict;

import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.event;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What saw a target that has no shell. */
class ThroughTest {
    private static final Series FIRST = counted(pod("web-1"), "threads", 0, 1);
    private static final Series SECOND = counted(pod("web-2"), "threads", 0, 1);

    @Test
    void anyReplicaThatWasSeenByTheKubeletSaysSo() {
        Event fallen = event(1, Event.Type.FALLEN_BACK, pod("web-2"), "through", "kubelet");

        assertThat(through(fallen, FIRST, SECOND)).isEqualTo(" (seen by the kubelet)");
        assertThat(through(fallen, FIRST)).isEmpty();
    }

    @Test
    void anEventThatNamesNothingOrIsNoFallBackSaysNothing() {
        assertThat(through(event(1, Event.Type.FALLEN_BACK, pod("web-1")), FIRST))
                .isEmpty();
        assertThat(through(event(1, Event.Type.FALLEN_BACK, null, "through", "kubelet"), FIRST))
                .isEmpty();
        assertThat(through(event(1, Event.Type.APPEARED, pod("web-1"), "through", "kubelet"), FIRST))
                .isEmpty();
    }

    @Test
    void aForeignSeriesWasSeenByWhoeverWroteIt() {
        Event fallen = event(1, Event.Type.FALLEN_BACK, pod("web-1"), "through", "kubelet");

        assertThat(through(fallen, RunOf.of(null, RunOf.count("pool"), 0, Double.NaN, 1)))
                .isEmpty();
    }

    private static String through(Event event, Series... members) {
        return new Provenance(run(List.of(members), event)).of(new Group("web", List.of(members)));
    }
}
