package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Abnormality;
import dev.seep.sample.RunTally;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.session.SoakStatus;
import dev.seep.testing.InEveryLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {
    private static final RunTally.Counts ONE = new RunTally.Counts(1, 1, 1, 1);
    private static final RankedSeries RISER = ranked(RowFixture.of("web-1"), 12);

    @InEveryLocale
    void saysTheSameInEveryLocale() {
        RankedSeries memory = ranked(RowFixture.of("web-1").metric("memory.anon", Unit.BYTES), 3.4e7);

        assertThat(ProgressLine.of(
                        status(Optional.of(Duration.ofMillis(59_100)), "slow"),
                        new RunTally.Counts(41, 188_160, 3_763_200, 12),
                        List.of(memory, RISER),
                        Optional.of(new Abnormality("shop", "pod/web", "BackOff", "it is so", 1234))))
                .isEqualTo("9m of 10m, 1m left  41 targets, 188,160 polls, 3,763,200 samples, 12 gaps"
                        + "  shop/web-1/app memory.anon +32 MiB"
                        + "  shop/web-1/app threads +12"
                        + "  event: shop/pod/web BackOff 1,234 times: it is so  ! slow");
    }

    @Test
    void saysNoMoreThanThereIs() {
        assertThat(ProgressLine.of(status(Optional.empty(), null), ONE, List.of(), Optional.empty()))
                .isEqualTo("9m  1 target, 1 poll, 1 sample, 1 gap");
        assertThat(ProgressLine.of(
                        status(Optional.of(Duration.ZERO), null),
                        new RunTally.Counts(0, 0, 0, 0),
                        List.of(),
                        Optional.empty()))
                .isEqualTo("9m of 9m, 0s left  0 targets, 0 polls, 0 samples, 0 gaps");
    }

    @Test
    void cutsWordsThatNeverEnd() {
        Abnormality endless = new Abnormality("shop", "pod/web", "BackOff", "x".repeat(10_000), 1);

        assertThat(ProgressLine.of(status(Optional.empty(), "y".repeat(10_000)), ONE, List.of(), Optional.of(endless)))
                .hasSizeLessThan(720)
                .contains("xxx...  ! yyy")
                .endsWith("yyy...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\n", "\u202e", "\u009b", "\u0000"})
    void isOneLineThatNoTerminalObeys(String hostile) {
        Abnormality event = new Abnormality("shop", "pod/web", "a" + hostile, hostile, 1);
        Target named = Target.process(hostile.equals("\u202e") ? "gnp\u202e" : "web");

        String line = ProgressLine.of(
                status(Optional.empty(), "slow" + hostile),
                ONE,
                List.of(new RankedSeries(named, RISER.course(), 5, 12, 2)),
                Optional.of(event));

        assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}]").contains("event: shop/pod/web a?", "! slow?");
    }

    private static RankedSeries ranked(RowFixture row, double rise) {
        RankedSeries of = row.build().rankedSeries();
        return new RankedSeries(of.target(), of.course(), of.value(), rise, 2);
    }

    private static SoakStatus status(Optional<Duration> left, @Nullable String trouble) {
        return new SoakStatus(
                Instant.EPOCH, Duration.ofMillis(540_900), left, 1, 0, 0, 0, 0, Optional.ofNullable(trouble));
    }
}
