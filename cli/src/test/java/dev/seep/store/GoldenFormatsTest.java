package dev.seep.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.PollCounts;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of a run folder to the byte: others read them too, and so does every later version. */
class GoldenFormatsTest {
    private static final Observation HOSTILE = new Observation(
            Recorded.START.plusSeconds(60),
            Target.process("=1+1, \"x\""),
            "-1",
            Map.of("fds.share", 1e-7, "memory.anon", 1e20),
            Map.of("fds", GapReason.NO_SHELL, "*", GapReason.TIMEOUT),
            0.04);

    private final Locale before = Locale.getDefault();

    @TempDir
    Path temporary;

    @AfterEach
    void backToTheLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"JSONL, en-US", "JSONL, ar-EG-u-nu-arab", "CSV, en-US", "CSV, de-DE", "CSV, tr-TR", "JSONL, tr-TR"})
    void samplesAreWrittenAsEver(SampleFormat format, String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        String name = "samples." + format.word();

        assertThat(record(format).resolve(name)).hasContent(golden(name));
    }

    @ParameterizedTest
    @CsvSource({"en-US", "th-TH-u-ca-buddhist-nu-thai", "tr-TR"})
    void whatTheRunIsAndWhatHappenedIsWrittenAsEver(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Path folder = record(SampleFormat.JSONL);

        assertThat(folder.resolve("run.json")).hasContent(golden("run.json"));
        assertThat(folder.resolve("events.jsonl")).hasContent(golden("events.jsonl"));
    }

    @Test
    void countsAreWrittenAsEverAndReadBack() {
        PollCounts pollCounts = new PollCounts();
        for (int n = 0; n < 4; n++) {
            pollCounts.add(Recorded.poll(n));
        }
        CountsFile counts = new CountsFile(Instant.parse("2026-11-22T21:01:00Z"), pollCounts.counts());
        counts.write(temporary);

        assertThat(temporary.resolve("counts.json")).hasContent(golden("counts.json"));
        assertThat(CountsFile.read(temporary)).isEqualTo(counts);
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatSaysTheSame(SampleFormat format) {
        Run run = RunReader.read(record(format));

        assertThat(run.series())
                .extracting(Series::toString)
                .containsExactlyInAnyOrder(
                        "shop/web-7d9f/app fds.share (3 samples)",
                        "shop/web-7d9f/app memory.anon (3 samples)",
                        "shop/web-7d9f/app memory.limit (3 samples)",
                        "local/=1+1, \"x\" fds.share (1 samples)",
                        "local/=1+1, \"x\" memory.anon (1 samples)");
        assertThat(run.polls()).isEqualTo(4);
        assertThat(run.events()).isEqualTo(List.copyOf(events()));
    }

    @ParameterizedTest
    @CsvSource({"samples.jsonl", "samples.csv"})
    void theGoldenFilesAreReadByThemselves(String name) throws URISyntaxException {
        Run run = RunReader.read(path(name));

        assertThat(run.polls()).isEqualTo(4);
        assertThat(run.samples()).isEqualTo(11);
        assertThat(run.gaps()).isEqualTo(4);
        assertThat(run.from()).isEqualTo(Recorded.START);
    }

    private Path record(SampleFormat format) {
        Path folder = temporary.resolve("run");
        try (RunFolder run = RunFolder.create(folder, Recorded.plan(format))) {
            events().forEach(run::happened);
            for (int n = 0; n < 3; n++) {
                run.observe(Recorded.poll(n));
            }
            run.observe(HOSTILE);
        }
        return folder;
    }

    private static List<Event> events() {
        Instant later = Recorded.START.plusSeconds(60);
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("reason", "denied");
        refused.put("message", "line one\nline \u0007 two");
        Abnormality full = new Abnormality("", "node/n1", "DiskPressure", "it is full", 3);
        return List.of(
                Recorded.appeared(),
                Recorded.restarted(),
                new Event(later, Event.Type.POLL_FAILED, Target.scope("shop", "jobs"), null, refused),
                new Event(later, Event.Type.ABNORMAL, null, null, full.detail()),
                new Event(later, Event.Type.PAUSED, null, null, Map.of()));
    }

    private static String golden(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException | URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static Path path(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenFormatsTest.class.getResource("/store/formats/" + name))
                .toURI());
    }
}
