package dev.seep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that is followed while somebody else writes to it. */
class RunTailTest {
    @TempDir
    Path temporary;

    private final List<Observation> seen = new ArrayList<>();
    private final List<Event> happened = new ArrayList<>();
    private final ObservationSink sink = new ObservationSink() {
        @Override
        public void observe(Observation observation) {
            seen.add(observation);
        }

        @Override
        public void happened(Event event) {
            happened.add(event);
        }
    };

    @ParameterizedTest
    @EnumSource
    void handsOverWhatIsNewAndNothingTwice(SampleFormat format) {
        Path folder = temporary.resolve("run");
        try (RunFolder run = RunFolder.create(folder, Recorded.plan(format))) {
            RunTail tail = new RunTail(folder);
            assertThat(tail.read(sink)).as("a header, and nothing seen").isEqualTo(format == SampleFormat.CSV);
            assertThat(seen).isEmpty();

            run.happened(Recorded.appeared());
            run.observe(Recorded.poll(0));
            run.observe(Recorded.poll(1));
            assertThat(tail.read(sink)).isTrue();
            assertThat(seen).extracting(Observation::time).containsExactly(time(0), time(1));
            assertThat(happened).containsExactly(Recorded.appeared());
            assertThat(tail.read(sink)).isFalse();

            run.observe(Recorded.poll(2));
            assertThat(tail.read(sink)).isTrue();
            assertThat(seen).hasSize(3);
            assertThat(tail.unreadable()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsAllOfALine(SampleFormat format) {
        Path folder = record(format, 2);
        new RunTail(folder).read(sink);

        Observation second = seen.get(1);
        assertThat(second.target()).as("with the workload that the event told").isEqualTo(Recorded.APP);
        assertThat(second.life()).isEqualTo("3f2a9c");
        assertThat(second.values()).isEqualTo(Recorded.poll(1).values());
        assertThat(second.gaps()).isEqualTo(Map.of("disk", GapReason.DENIED));
        assertThat(Double.toString(second.millis())).isEqualTo(format == SampleFormat.JSONL ? "2.8" : "NaN");
    }

    @ParameterizedTest
    @EnumSource
    void waitsForTheEndOfALine(SampleFormat format) throws IOException {
        Path folder = record(format, 3);
        Path samples = folder.resolve("samples." + format.word());
        byte[] whole = Files.readAllBytes(samples);
        int half = whole.length - 7;
        Files.write(samples, Arrays.copyOf(whole, half));
        RunTail tail = new RunTail(folder);
        tail.read(sink);
        assertThat(seen).hasSize(2);

        Files.write(samples, Arrays.copyOfRange(whole, half, whole.length), StandardOpenOption.APPEND);
        tail.read(sink);
        assertThat(seen).hasSize(3);
        assertThat(tail.unreadable()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"t\":\"2026-11-22T21:00:00Z\",\"target\":\"a/b\",\"m\":{\"x\":oops}}",
                "{\"t\":\"2026-11-22T21:00:00Z\",\"target\":\"a/b\",\"m\":{\"x\":\"1\"}}",
                "{\"t\":\"2026-11-22T21:00:00Z\",\"target\":\"a/b\",\"m\":{\"x\":1e999}}",
                "{\"t\":\"2026-11-22T21:00:00Z\",\"target\":\"a\",\"m\":{}}",
                "{\"t\":\"2026-11-22T25:00:00Z\",\"target\":\"a/b\",\"m\":{}}",
                "{\"target\":\"a/b\",\"m\":{}}",
                "{} {}",
                "[1]",
                "\0\0\0"
            })
    void countsALineThatCannotBeReadAndGoesOn(String broken) throws IOException {
        Path folder = record(SampleFormat.JSONL, 2);
        Path samples = folder.resolve("samples.jsonl");
        List<String> lines = Files.readAllLines(samples);
        Files.writeString(samples, lines.get(0) + "\n" + broken + "\n\n" + lines.get(1) + "\n");
        RunTail tail = new RunTail(folder);

        assertThat(tail.read(sink)).isTrue();
        assertThat(seen).hasSize(2);
        assertThat(tail.unreadable()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T21:00:00Z,shop,web,app,a,1,2",
                "2026-11-22T21:00:00Z,shop,web,app,a,one,2,0.5,",
                "2026-11-22T21:00:00Z,shop,,app,a,1,2,0.5,",
                "yesterday,shop,web,app,a,1,2,0.5,",
                "2026-11-22T21:00:00Z,shop,web,app,a,1,2,0.5,denied",
                "2026-11-22T21:00:00Z,shop,\"web,app,a,1,2,0.5,"
            })
    void countsARowThatCannotBeReadAndGoesOn(String broken) throws IOException {
        Path folder = record(SampleFormat.CSV, 1);
        append(folder.resolve("samples.csv"), broken + "\n");
        append(folder.resolve("samples.csv"), "2026-11-22T22:00:00Z,shop,web,app,a,1,2,0.5,disk=denied\n");
        RunTail tail = new RunTail(folder);
        tail.read(sink);

        assertThat(seen).hasSize(2);
        assertThat(tail.unreadable()).isEqualTo(1);
    }

    @Test
    void countsAnEventThatCannotBeReadAndGoesOn() throws IOException {
        Path folder = record(SampleFormat.JSONL, 1);
        append(folder.resolve("events.jsonl"), "{\"t\":\"2026-11-22T21:00:00Z\",\"event\":\"of-later\"}\n");
        RunTail tail = new RunTail(folder);
        tail.read(sink);

        assertThat(happened).hasSize(1);
        assertThat(tail.unreadable()).isEqualTo(1);
    }

    @Test
    void goesOnBehindAHalfLineThatAResumedRunCutOff() throws IOException {
        Path folder = record(SampleFormat.JSONL, 1);
        Path samples = folder.resolve("samples.jsonl");
        append(samples, "{\"t\":\"2026-");
        RunTail tail = new RunTail(folder);
        tail.read(sink);
        try (RunFolder resumed = RunFolder.resume(folder)) {
            resumed.observe(Recorded.poll(1));
            tail.read(sink);
        }
        assertThat(seen).hasSize(2);
        assertThat(tail.unreadable()).isZero();
    }

    @Test
    void isJudgedAsLongAsNoSampleIsNewerThanTheVerdict() throws IOException {
        Path folder = record(SampleFormat.JSONL, 1);
        RunTail tail = new RunTail(folder);
        assertThat(tail.isJudged()).isFalse();

        Path verdict = Files.writeString(folder.resolve("verdict.json"), "{}");
        assertThat(tail.isJudged()).isTrue();

        Files.setLastModifiedTime(verdict, FileTime.fromMillis(1_000));
        assertThat(tail.isJudged()).isFalse();
    }

    @Test
    void refusesWhatIsNoRunFolder() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new RunTail(temporary))
                .withMessageStartingWith("not a run folder: cannot read ");
    }

    private static Instant time(int n) {
        return Recorded.poll(n).time();
    }

    private static void append(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    }

    private Path record(SampleFormat format, int polls) {
        Path folder = temporary.resolve("run");
        try (RunFolder run = RunFolder.create(folder, Recorded.plan(format))) {
            run.happened(Recorded.appeared());
            for (int n = 0; n < polls; n++) {
                run.observe(Recorded.poll(n));
            }
        }
        return folder;
    }
}
