package dev.seep.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.PollCounts;
import dev.seep.sample.Run;
import dev.seep.store.line.DecompressedInput;
import dev.seep.testing.Waiting;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that is put aside in parts, of which the oldest go. */
class EndlessFolderTest {
    private static final Retention LARGE = new Retention(Duration.ofDays(7), 20_000);

    private static final Set<Thread.State> WAITS_OR_ENDED = Set.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("run");
    }

    @Test
    void partsReadAsOneRun() throws IOException {
        PollCounts.Counts counts = record(LARGE, 0, 50);

        assertThat(files("samples-")).hasSizeGreaterThan(2);
        Run run = RunReader.read(folder);
        assertThat(run.polls()).isEqualTo(50);
        assertThat(run.from()).isEqualTo(Recorded.START);
        assertThat(run.series().get(0).size()).isEqualTo(50);
        assertThat(counts.polls()).isEqualTo(50);
    }

    @Test
    void goesOnCountingAfterARestart() {
        record(LARGE, 0, 30);
        PollCounts.Counts counts = record(LARGE, 30, 60);

        assertThat(counts.polls()).isEqualTo(60);
        assertThat(counts.tenths()).isEqualTo(60 * 28);
        assertThat(counts.gaps().values()).containsExactly(1L);
        assertThat(RunReader.read(folder).polls()).isEqualTo(60);
    }

    @Test
    void deletesWhatIsTooOldAndForgetsNoCount() throws IOException {
        Retention hour = new Retention(Duration.ofHours(1), 1 << 20);
        record(hour, 0, 1_000);
        tidy(hour, 1_000);

        Run run = RunReader.read(folder);
        assertThat(Duration.between(run.from(), run.to())).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(75));
        assertThat(run.series().get(0).target()).isEqualTo(Recorded.APP);
        assertThat(record(hour, 1_000, 1_001).polls()).isEqualTo(1_001);
    }

    @Test
    void deletesTheOldestWhenThereIsTooMuch() throws IOException {
        Retention small = new Retention(Duration.ofDays(7), 20_000);
        record(small, 0, 3_000);
        tidy(small, 3_000);

        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.mapToLong(file -> file.toFile().length()).sum()).isLessThan(25_000);
        }
        Run run = RunReader.read(folder);
        assertThat(run.to()).isEqualTo(Recorded.START.plusSeconds(30 * 2_999));
        assertThat(run.polls()).isLessThan(3_000);
        assertThat(record(small, 3_000, 3_001).polls()).isEqualTo(3_001);
    }

    @Test
    void aKillBetweenPuttingAsideAndCountingLosesNothing() throws IOException {
        record(LARGE, 0, 20);
        byte[] before = Files.exists(folder.resolve("counts.json"))
                ? Files.readAllBytes(folder.resolve("counts.json"))
                : new byte[0];
        assertThat(before).isNotEmpty();
        record(LARGE, 20, 40);
        Files.write(folder.resolve("counts.json"), before);

        assertThat(record(LARGE, 40, 41).polls()).isEqualTo(41);
    }

    @Test
    void aKillWhilePackingLosesNothingAndCountsNothingTwice() throws IOException {
        record(LARGE, 0, 40);
        tidy(LARGE, 40);
        Path packed = files("samples-").stream()
                .filter(file -> file.toString().endsWith(".gz"))
                .findFirst()
                .orElseThrow();
        Path plain = Path.of(packed.toString().replace(".gz", ""));
        try (var in = DecompressedInput.open(packed)) {
            Files.copy(in, plain);
        }
        Files.writeString(folder.resolve(".samples-half.part"), "half");
        assertThat(RunReader.read(folder).polls()).isEqualTo(40);

        tidy(LARGE, 40);
        assertThat(plain).doesNotExist();
        assertThat(RunReader.read(folder).polls()).isEqualTo(40);
    }

    /** The part to pack is a pipe, so that packing lasts as long as somebody may still write to it. */
    @Test
    void nobodyPacksInAFolderThatWasClosed() throws Exception {
        Path pipe = folder.resolve("samples-20200101-000000.jsonl");
        Path half = folder.resolve(".samples-20200101-000000.jsonl.part");
        RunFolder run = RunFolder.endless(folder, Recorded.plan(SampleFormat.JSONL), LARGE);
        AtomicBoolean packing = new AtomicBoolean();
        Thread closing = new Thread(() -> {
            run.close();
            packing.set(Files.exists(half));
        });
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try (RandomAccessFile open = new RandomAccessFile(pipe.toFile(), "rw")) {
            for (int poll = 0; files("samples-").size() == 1; poll++) {
                run.observe(Recorded.poll(poll));
            }
            Waiting.until(() -> Files.exists(half));
            closing.start();
            Waiting.until(() -> WAITS_OR_ENDED.contains(closing.getState()));
        }
        closing.join();
        assertThat(packing).as("packing after it was closed").isFalse();
        assertThat(half).doesNotExist();
    }

    @Test
    void aKillBeforeTheNewFileBeganLosesNothing() throws IOException {
        record(LARGE, 0, 40);
        Files.move(
                folder.resolve("samples.jsonl"),
                folder.resolve("samples-20261122-212000.jsonl"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(RunReader.read(folder).polls()).isEqualTo(40);
        assertThat(record(LARGE, 40, 41).polls()).isEqualTo(41);
    }

    @Test
    void eventsAreDeletedTooAndWhoIsThereIsToldAgain() throws IOException {
        Retention small = new Retention(Duration.ofDays(7), 20_000);
        try (RunFolder run = RunFolder.endless(folder, Recorded.plan(SampleFormat.JSONL), small)) {
            run.happened(Recorded.appeared());
            for (int n = 0; n < 3_000; n++) {
                run.observe(Recorded.poll(n));
                Instant time = Recorded.START.plusSeconds(30L * n);
                run.happened(new Event(time, Event.Type.POLL_RECOVERED, Recorded.POD, "x", Map.of()));
            }
        }
        tidy(small, 3_000);

        assertThat(Files.size(folder.resolve("events.jsonl"))).isLessThan(5_000);
        assertThat(RunReader.read(folder).series().get(0).target()).isEqualTo(Recorded.APP);
        assertThat(Files.readString(folder.resolve("events.jsonl"))).startsWith("{\"t\":\"2026-11-22T21:00:00.123Z\"");
    }

    private PollCounts.Counts record(Retention retention, int from, int to) {
        try (RunFolder run = RunFolder.endless(folder, Recorded.plan(SampleFormat.JSONL), retention)) {
            if (from == 0) {
                run.happened(Recorded.appeared());
            }
            for (int n = from; n < to; n++) {
                run.observe(Recorded.poll(n));
            }
            return run.tally().counts();
        }
    }

    private void tidy(Retention retention, int polls) throws IOException {
        new RetentionSweep(folder, retention).at(Recorded.START.plusSeconds(30L * polls));
    }

    private List<Path> files(String prefix) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(
                    all.filter(file -> file.getFileName().toString().startsWith(prefix))
                            .toList());
        }
    }
}
