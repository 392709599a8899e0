package dev.seep.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.probe.Reading;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final Target WEB = Target.container("shop", "web-1", "app", "deployment/web");
    private static final Target DB = Target.container("shop", "db-1", "db", "deployment/db");
    private static final Incarnation LIFE = new Incarnation("a", Instant.EPOCH, null);

    private final ManualTimeline timeline = new ManualTimeline();
    private final RecordingSink sink = new RecordingSink();
    private final Recorder recorder = new Recorder(timeline, sink);

    @Test
    void aFailureIsToldOnceAndThatItIsOverOnce() {
        recorder.recovered(WEB, "", LIFE);
        failed(WEB, "", GapReason.TIMEOUT, "no answer");
        failed(WEB, "", GapReason.DENIED, "not allowed");
        failed(WEB, "rows", GapReason.FAILED, "rows: no table");
        recorder.recovered(WEB, "", LIFE);
        recorder.recovered(WEB, "", LIFE);

        assertThat(sink.events)
                .extracting(event -> event.type() + " " + event.detail().getOrDefault("probe", "probes"))
                .containsExactly("POLL_FAILED probes", "POLL_FAILED rows", "POLL_RECOVERED probes");
    }

    @Test
    void theTroubleIsTheLastOfEachKindAndHowManyMoreThereAre() {
        failed(WEB, "", GapReason.TIMEOUT, "no answer");
        failed(WEB, "", GapReason.DENIED, "not allowed");
        failed(DB, "", GapReason.TIMEOUT, "no answer from db");
        failed(DB, "rows", GapReason.FAILED, "rows: no table");

        assertThat(trouble()).contains("not allowed; rows: no table (and 1 more)");

        recorder.sourceTrouble("the API server is gone");
        assertThat(trouble()).contains("the API server is gone");
    }

    @Test
    void aContainerWithoutAShellIsNoTroubleThatCouldPass() {
        failed(WEB, "", GapReason.NO_SHELL, "no shell");

        assertThat(trouble()).isEmpty();
        assertThat(sink.eventTypes()).containsExactly(Event.Type.POLL_FAILED);
    }

    @Test
    void theTroublesOfWhatIsGoneAreForgotten() {
        failed(WEB, "rows", GapReason.FAILED, "rows: no table");

        recorder.vanished(WEB, LIFE, Map.of());

        assertThat(trouble()).isEmpty();
    }

    @Test
    void blindnessThatMayPassIsTroubleUntilItDoes() {
        recorder.blind("events", GapReason.DENIED, "not allowed");
        assertThat(trouble()).isEmpty();
        recorder.blind("nodes", GapReason.UNREACHABLE, "no connection");
        assertThat(trouble()).contains("no connection");

        recorder.blind("nodes", GapReason.UNREACHABLE, "");
        recorder.blind("events", GapReason.DENIED, "");
        assertThat(trouble()).isEmpty();
        assertThat(sink.eventTypes())
                .containsExactly(Event.Type.POLL_FAILED, Event.Type.POLL_FAILED, Event.Type.POLL_RECOVERED);
    }

    @Test
    void onePauseIsToldOnceHoweverManyBeatsWereMissed() {
        timeline.sleep(Duration.ofMinutes(10));
        recorder.overslept(Duration.ofSeconds(590).toNanos());
        timeline.sleep(Duration.ofSeconds(5));
        recorder.overslept(Duration.ofSeconds(580).toNanos());
        timeline.sleep(Duration.ofMinutes(10));
        recorder.overslept(Duration.ofSeconds(570).toNanos());

        assertThat(sink.events)
                .extracting(event -> event.detail().get("reason"))
                .containsExactly("nothing was polled for 590 s", "nothing was polled for 570 s");
    }

    @Test
    void aTimeThatCannotBeIsNow() {
        Instant now = timeline.now();
        for (int seconds : new int[] {1, -301, -300, 0}) {
            recorder.observe(WEB, LIFE, new Reading(Map.of("fds", 1.0), Map.of(), now.plusSeconds(seconds)), 0);
        }

        assertThat(sink.observations)
                .extracting(observation -> observation.time())
                .containsExactly(now, now, now.minusSeconds(300), now);
    }

    private void failed(Target target, String about, GapReason reason, String message) {
        recorder.failed(target, about, LIFE, reason, message);
    }

    private Optional<String> trouble() {
        return recorder.status(Duration.ZERO, Optional.empty(), 0, 0, timeline.now())
                .trouble();
    }
}
