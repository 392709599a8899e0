package dev.seep.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A folder of a newer seep, which has gaps for reasons that nobody here knows: they are gaps to all who read them. */
class NewerFolderTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource
    void aGapOfUnknownReasonCountsAsAGap(SampleFormat format) throws IOException {
        Run run = RunReader.read(newer(format));

        assertThat(run.polls()).isEqualTo(3);
        assertThat(run.samples()).isEqualTo(9);
        assertThat(run.gaps()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aGapOfUnknownReasonIsFollowedAsAGap(SampleFormat format) throws IOException {
        List<Observation> seen = new ArrayList<>();
        RunTail tail = new RunTail(newer(format));
        tail.read(into(seen));

        assertThat(tail.unreadable()).isZero();
        assertThat(seen).hasSize(3);
        assertThat(seen.get(1).gaps()).containsExactly(Map.entry("disk", GapReason.UNKNOWN));
        assertThat(seen.get(1).values()).hasSize(3);
    }

    @Test
    void aGapOfUnknownReasonIsReplayedAsAGap() throws IOException {
        List<Observation> seen = new ArrayList<>();
        RunReader.replay(newer(SampleFormat.JSONL), Instant.EPOCH, seen::add);

        assertThat(seen).hasSize(3);
        assertThat(seen.get(1).gaps()).containsExactly(Map.entry("disk", GapReason.UNKNOWN));
        assertThat(seen.get(1).values()).hasSize(3);
    }

    @Test
    void aRunWithoutEndGoesOnInIt() throws IOException {
        Path folder = newer(SampleFormat.JSONL);
        Retention retention = new Retention(Duration.ofDays(7), 1 << 20);
        try (RunFolder run = RunFolder.endless(folder, Recorded.plan(SampleFormat.JSONL), retention)) {
            run.observe(Recorded.poll(3));
            assertThat(run.tally().counts().polls()).isEqualTo(4);
            assertThat(run.tally().counts().gaps()).containsExactly(Map.entry(GapReason.UNKNOWN, 1L));
        }
        assertThat(RunReader.read(folder).polls()).isEqualTo(4);
    }

    @Test
    void countsOfUnknownReasonsAreNotLost() throws IOException {
        Files.writeString(temporary.resolve("counts.json"), """
                {"through":"2026-11-22T21:00:00.000Z","polls":9,"gaps":{"throttled":3,"timeout":1,"frozen":4},
                 "durations":[9,0,0,0,0,0,0,0,0,0,0,0,0,0,0],"tenths":90}
                """);
        CountsFile counts = CountsFile.read(temporary);
        assertThat(counts.counts().gaps())
                .containsOnly(Map.entry(GapReason.TIMEOUT, 1L), Map.entry(GapReason.UNKNOWN, 7L));

        counts.write(temporary);
        assertThat(CountsFile.read(temporary)).isEqualTo(counts);
    }

    /** Three polls; the gap of the second one has a reason of later. */
    private Path newer(SampleFormat format) throws IOException {
        Path folder = temporary.resolve("run");
        try (RunFolder run = RunFolder.create(folder, Recorded.plan(format))) {
            for (int n = 0; n < 3; n++) {
                run.observe(Recorded.poll(n));
            }
        }
        Path samples = folder.resolve("samples." + format.word());
        String text = Files.readString(samples);
        assertThat(text).containsOnlyOnce("denied");
        Files.writeString(samples, text.replace("denied", "throttled"));
        return folder;
    }

    private static ObservationSink into(List<Observation> seen) {
        return new ObservationSink() {
            @Override
            public void observe(Observation observation) {
                seen.add(observation);
            }

            @Override
            public void happened(Event event) {
                throw new AssertionError(event);
            }
        };
    }
}
