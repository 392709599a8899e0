package dev.seep.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AbnormalEventThrottleTest {
    private final ManualTimeline timeline = new ManualTimeline();
    private final RecordingSink sink = new RecordingSink();
    private final AbnormalEventThrottle abnormals = new AbnormalEventThrottle(new Recorder(timeline, sink));

    @Test
    void tellsTheFirstAtOnceAndTheRestOnceAMinute() {
        happened("pod/web", "BackOff");
        assertThat(told()).containsExactly("shop/pod/web BackOff once: it is so");

        happened("pod/web", "BackOff");
        happened("pod/web", "BackOff");
        advance(59);
        assertThat(told()).hasSize(1);
        advance(1);
        assertThat(told()).hasSize(2).last().isEqualTo("shop/pod/web BackOff 2 times: it is so");

        advance(60);
        advance(60);
        happened("pod/web", "BackOff");
        assertThat(told()).hasSize(3).last().isEqualTo("shop/pod/web BackOff once: it is so");
    }

    @Test
    void whatIsNotYetToldIsToldAtTheEnd() {
        happened("pod/web", "BackOff");
        happened("pod/web", "BackOff");
        happened("pod/web", "Unhealthy");

        abnormals.end();

        assertThat(told())
                .containsExactly(
                        "shop/pod/web BackOff once: it is so",
                        "shop/pod/web Unhealthy once: it is so",
                        "shop/pod/web BackOff once: it is so");
    }

    @Test
    void aStormOfOneReasonIsAFewLinesAMinuteAndNoneOfItIsLost() {
        for (int minute = 0; minute < 10; minute++) {
            for (int i = 0; i < 10_000; i++) {
                happened("pod/web-" + minute + "-" + i, "FailedScheduling");
            }
            advance(60);
        }
        abnormals.end();

        assertThat(told()).hasSizeLessThan(10 * 25);
        assertThat(sum()).isEqualTo(100_000);
        assertThat(told()).anyMatch(words -> words.startsWith("shop/others FailedScheduling 9,9"));
    }

    @Test
    void aStormOfMadeUpReasonsIsBoundedToo() {
        for (int i = 0; i < 50_000; i++) {
            happened("pod/web-" + i, "Reason" + i);
        }
        abnormals.end();

        assertThat(told()).hasSizeLessThan(1000);
        assertThat(sum()).isEqualTo(50_000);
    }

    private void happened(String object, String reason) {
        abnormals.happened(new Abnormality("shop", object, reason, "it is so", 1), timeline.nanos());
    }

    private void advance(int seconds) {
        timeline.advance(Duration.ofSeconds(seconds));
        abnormals.flush(timeline.nanos());
    }

    private List<String> told() {
        return abnormal().map(Abnormality::words).toList();
    }

    private long sum() {
        return abnormal().mapToLong(Abnormality::count).sum();
    }

    private Stream<Abnormality> abnormal() {
        assertThat(sink.eventTypes()).containsOnly(Event.Type.ABNORMAL);
        return sink.events.stream().map(Abnormality::of).flatMap(Optional::stream);
    }
}
