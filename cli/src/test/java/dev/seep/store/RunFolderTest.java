package dev.seep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seep.sample.GapReason;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Observation;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunFolderTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource
    void readsBackWhatWasWritten(SampleFormat format) {
        Path folder = record(format, 4);
        Run run = RunReader.read(folder);
        assertThat(run.from()).isEqualTo(Recorded.START);
        assertThat(run.to()).isEqualTo(Recorded.START.plusSeconds(90));
        assertThat(run.every()).isEqualTo(Duration.ofSeconds(30));
        assertThat(List.of(run.polls(), run.samples(), run.gaps())).containsExactly(4L, 12L, 1L);
        assertThat(run.targets()).isEqualTo(1);
        Series anon = series(run, "shop/web-7d9f/app memory.anon");
        assertThat(anon.target()).isEqualTo(Recorded.APP);
        assertThat(anon.metric()).isEqualTo(Recorded.plan(format).metrics().get(0));
        assertThat(anon.limit()).hasValue(268435456);
        assertThat(anon.value(3)).isEqualTo(1e8 + 3);
        assertThat(anon.seconds(0)).isEqualTo(1795381200.123);
        assertThat(anon.lives())
                .containsExactly(
                        new Incarnation("3f2a9c", Instant.parse("2026-11-22T20:00:00Z"), null),
                        new Incarnation("77aa01", Recorded.START.plusSeconds(60), "OOMKilled"));
        assertThat(anon.life(3)).isEqualTo(1);
        assertThat(series(run, "shop/web-7d9f/app fds.share").limit()).hasValue(1);
        assertThat(RunReader.plan(folder)).isEqualTo(Recorded.plan(format));
    }

    @Test
    void writesLinesAsTheDesignSays() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai"));
            assertThat(Files.readAllLines(record(SampleFormat.JSONL, 2).resolve("samples.jsonl")))
                    .contains(
                            "{\"t\":\"2026-11-22T21:00:30.123Z\",\"target\":\"shop/web-7d9f/app\",\"life\":\"3f2a9c\","
                                    + "\"m\":{\"fds.share\":0.125,\"memory.anon\":100000001,\"memory.limit\":268435456},"
                                    + "\"gap\":{\"disk\":\"denied\"},\"ms\":2.8}");
            assertThat(Files.readAllLines(record(SampleFormat.CSV, 2).resolve("samples.csv")))
                    .containsExactly(
                            "time,namespace,pod,container,life,memory.anon,memory.limit,fds.share,gaps",
                            "2026-11-22T21:00:00.123Z,shop,web-7d9f,app,3f2a9c,100000000,268435456,0.125,",
                            "2026-11-22T21:00:30.123Z,shop,web-7d9f,app,3f2a9c,100000001,268435456,0.125,disk=denied");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatPollingCostIsAddedToWhatTheRunIs() throws IOException {
        Path folder = record(SampleFormat.JSONL, 1);
        try (RunFolder resumed = RunFolder.resume(folder)) {
            resumed.cost(Map.of("cpuMillisPerAnswer", 1.5));
        }
        assertThat(Files.readString(folder.resolve("run.json"))).contains("\"cpuMillisPerAnswer\" : 1.5");
        assertThat(RunReader.plan(folder)).isEqualTo(Recorded.plan(SampleFormat.JSONL));
    }

    @ParameterizedTest
    @EnumSource
    void losesOnlyTheLastLineWhereverTheWriteWasCut(SampleFormat format) throws IOException {
        Path folder = record(format, 3);
        Path samples = folder.resolve("samples." + format.word());
        byte[] whole = Files.readAllBytes(samples);
        int lastLine = lineStart(whole);
        for (int end = lastLine; end < whole.length; end++) {
            Files.write(samples, Arrays.copyOf(whole, end));
            assertThat(RunReader.read(folder).polls())
                    .as("read, cut at %d", end)
                    .isEqualTo(2);
            try (RunFolder resumed = RunFolder.resume(folder)) {
                resumed.observe(Recorded.poll(2));
            }
            assertThat(Files.readAllBytes(samples))
                    .as("resumed, cut at %d", end)
                    .isEqualTo(whole);
        }
    }

    @Test
    void dropsALastLineThatAPowerCutLeftUnreadable() throws IOException {
        Path folder = record(SampleFormat.JSONL, 3);
        Path samples = folder.resolve("samples.jsonl");
        byte[] whole = Files.readAllBytes(samples);
        Arrays.fill(whole, lineStart(whole) + 20, whole.length - 1, (byte) 0);
        Files.write(samples, whole);
        assertThat(RunReader.read(folder).polls()).isEqualTo(2);
        RunFolder.resume(folder).close();
        assertThat(Files.size(samples)).isEqualTo(lineStart(whole));
    }

    @Test
    void keepsEverythingWhenAProcessIsKilled() throws IOException, InterruptedException {
        Path folder = temporary.resolve("killed");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        int told = 0;
        try (InputStream output = writer.getInputStream()) {
            while (told < 200 && output.read() == '.') {
                told++;
            }
            writer.destroyForcibly().waitFor();
        }
        assertThat(told).isEqualTo(200);
        long recorded = RunReader.read(folder).polls();
        assertThat(recorded).isGreaterThanOrEqualTo(told);
        try (RunFolder resumed = RunFolder.resume(folder)) {
            resumed.observe(Recorded.poll(1_000_000));
        }
        assertThat(RunReader.read(folder).polls()).isBetween(recorded + 1, recorded + 2);
    }

    @Test
    void refusesAFolderThatIsNotEmpty() throws IOException {
        Files.writeString(temporary.resolve("thesis.txt"), "mine");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> RunFolder.create(temporary, Recorded.plan(SampleFormat.JSONL)))
                .withMessage(
                        "%s exists and is not empty: choose another --out, or continue it with --resume %s",
                        temporary, temporary);
        assertThat(temporary.toFile().list()).containsExactly("thesis.txt");
    }

    @Test
    void refusesASecondWriterUntilTheFirstOneIsClosed() {
        Path folder = temporary.resolve("run");
        try (RunFolder first = RunFolder.create(folder, Recorded.plan(SampleFormat.JSONL))) {
            first.observe(Recorded.poll(0));
            RunReader.read(folder);
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> RunFolder.resume(folder))
                    .withMessageContaining("is being written to by another seep");
        }
        RunFolder.resume(folder).close();
    }

    @Test
    void refusesAFolderOfAnotherVersion() throws IOException {
        Path run = record(SampleFormat.JSONL, 1).resolve("run.json");
        Files.writeString(run, Files.readString(run).replace("seep.run/1", "seep.run/2"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> RunFolder.resume(folderOf(run)))
                .withMessageContaining("the format is 'seep.run/2', and this seep reads seep.run/1")
                .withMessageContaining("(1.0.0)");
    }

    @Test
    void saysWhereRunJsonIsBroken() throws IOException {
        Path run = record(SampleFormat.JSONL, 1).resolve("run.json");
        Files.writeString(run, "{\"format\": oops}");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> RunReader.read(folderOf(run)))
                .withMessageStartingWith(run + ":1:");
    }

    @Test
    void saysThatAFolderIsNoRunFolder() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> RunReader.read(temporary))
                .withMessageStartingWith("not a run folder: cannot read " + temporary.resolve("run.json"));
    }

    @Test
    void writesAnInfiniteValueAsAGap() throws IOException {
        Path folder = temporary.resolve("infinite");
        try (RunFolder run = RunFolder.create(folder, Recorded.plan(SampleFormat.JSONL))) {
            run.observe(
                    new Observation(Recorded.START, Recorded.POD, "a", Map.of("x", Double.NaN, "y", 1.0), Map.of(), 1));
        }
        assertThat(Files.readString(folder.resolve("samples.jsonl")))
                .contains("\"m\":{\"y\":1},\"gap\":{\"x\":\"malformed\"}");
    }

    /** Such as a heap that was not collected so far: it must not be forgotten because it is silent. */
    @ParameterizedTest
    @EnumSource
    void whatHasNoValueYetIsASeriesWithoutSamples(SampleFormat format) {
        Path folder = temporary.resolve("run");
        try (RunFolder run = RunFolder.create(folder, Recorded.plan(format))) {
            run.observe(observation(Map.of("memory.limit", 5.0), Map.of()));
        }

        Series anon = series(RunReader.read(folder), "shop/web-7d9f/app memory.anon");
        assertThat(anon.size()).isZero();
        assertThat(anon.gaps()).isZero();
        assertThat(anon.limit()).hasValue(5);
    }

    @Test
    void whatCannotBeReadIsNone() {
        Path folder = temporary.resolve("run");
        try (RunFolder run = RunFolder.create(folder, Recorded.plan(SampleFormat.JSONL))) {
            run.observe(observation(Map.of("memory.limit", 5.0), Map.of("memory.anon", GapReason.ABSENT)));
        }

        assertThat(RunReader.read(folder).series())
                .extracting(Series::name)
                .containsExactly("shop/web-7d9f/app memory.limit");
    }

    private static Observation observation(Map<String, Double> values, Map<String, GapReason> gaps) {
        return new Observation(Recorded.START, Recorded.APP, "3f2a9c", values, gaps, 1);
    }

    @Test
    void guardsASpreadsheetAgainstFormulasInNames() throws IOException {
        Path folder = temporary.resolve("formula");
        Target hostile = Target.process("=cmd|'\" ,calc'!A1");
        try (RunFolder run = RunFolder.create(folder, Recorded.plan(SampleFormat.CSV))) {
            run.observe(new Observation(
                    Recorded.START, hostile, "-1", Map.of("fds.share", 0.5), Map.of("*", GapReason.TIMEOUT), 1));
        }
        assertThat(Files.readString(folder.resolve("samples.csv")))
                .contains(",local,\"'=cmd|'\"\" ,calc'!A1\",,'-1,,,0.5,*=timeout\n");
        Series read = RunReader.read(folder).series().get(0);
        assertThat(read.target()).isEqualTo(hostile);
        assertThat(read.lives()).containsExactly(new Incarnation("-1", Recorded.START, null));
        assertThat(read.gaps()).isEqualTo(1);
    }

    @Test
    void stillReadsFoldersOfVersionOne() throws URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(getClass().getResource("/store/run-v1")).toURI());
        Run run = RunReader.read(folder);
        assertThat(run.polls()).isEqualTo(6);
        assertThat(run.series())
                .extracting(Series::toString)
                .containsExactly(
                        "shop/web-7d9f/app fds.open (3 samples)",
                        "shop/web-7d9f/app memory.anon (4 samples)",
                        "shop/web-7d9f/app memory.limit (4 samples)",
                        "shop/web-7d9f sockets.tcp.close_wait (2 samples)");
        Series closeWait = run.series().get(3);
        assertThat(closeWait.target()).isEqualTo(Recorded.POD);
        assertThat(run.series().get(0).gaps()).isEqualTo(1);
        assertThat(run.events()).hasSize(4);
    }

    private Path record(SampleFormat format, int polls) {
        Path folder = temporary.resolve(format.word() + polls);
        try (RunFolder run = RunFolder.create(folder, Recorded.plan(format))) {
            run.happened(Recorded.appeared());
            for (int n = 0; n < polls; n++) {
                if (n == 2) {
                    run.happened(Recorded.restarted());
                }
                run.observe(Recorded.poll(n));
            }
        }
        return folder;
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static Series series(Run run, String name) {
        return run.series().stream()
                .filter(series -> series.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int lineStart(byte[] lines) {
        int at = lines.length - 1;
        while (at > 0 && lines[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
