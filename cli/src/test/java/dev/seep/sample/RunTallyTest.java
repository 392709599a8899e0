package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.store.RunFolder;
import dev.seep.store.RunPlan;
import dev.seep.store.RunReader;
import dev.seep.store.SampleFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** It counts as the run that is recorded. */
class RunTallyTest {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");
    private static final Target WEB = Target.container("shop", "web-1", "app", "deployment/web");
    private static final List<Metric> METRICS = List.of(
            Metric.unlimited("fds.open", Unit.COUNT, BadDirection.UP),
            Metric.unlimited("fds.limit_share", Unit.RATIO, BadDirection.UP),
            Metric.unlimited("threads", Unit.COUNT, BadDirection.UP));
    private static final Map<String, Double> ALL = Map.of("fds.open", 1.0, "fds.limit_share", 0.5, "threads", 7.0);

    @TempDir
    private Path folder;

    private int polls;

    @ParameterizedTest
    @EnumSource
    void countsWhatTheReportWillCount(SampleFormat format) {
        RunTally tally = new RunTally();
        try (RunFolder run = create(format)) {
            poll(run, tally, WEB, Map.of(), Map.of(Observation.EVERYTHING, GapReason.NO_SHELL));
            assertThat(tally.counts()).isEqualTo(new RunTally.Counts(1, 1, 0, 1));
            poll(run, tally, WEB, ALL, Map.of());
            poll(run, tally, WEB, Map.of("threads", 7.0), Map.of("fds", GapReason.DENIED));
            poll(run, tally, WEB, Map.of("fds.open", Double.POSITIVE_INFINITY), Map.of("threads", GapReason.TIMEOUT));
            poll(run, tally, WEB.pod(), Map.of(), Map.of("sockets", GapReason.DENIED));
            poll(run, tally, WEB, Map.of(), Map.of(Observation.EVERYTHING, GapReason.TIMEOUT));
        }

        assertThat(tally.counts())
                .isEqualTo(new RunTally.Counts(2, 6, 4, 3 + 2 + 2 + 1 + 3))
                .isEqualTo(recorded())
                .hasToString("2 targets, 6 polls, 4 samples, 11 gaps");
    }

    @Test
    void goesOnWithWhatWasCountedBeforeAnInterruption() {
        try (RunFolder run = create(SampleFormat.JSONL)) {
            poll(run, new RunTally(), WEB, ALL, Map.of());
            poll(run, new RunTally(), WEB, Map.of(), Map.of("fds", GapReason.DENIED));
        }
        RunTally tally = RunTally.after(RunReader.read(folder.resolve("run")));
        assertThat(tally.counts()).isEqualTo(new RunTally.Counts(1, 2, 3, 2)).isEqualTo(recorded());
        try (RunFolder run = RunFolder.resume(folder.resolve("run"))) {
            poll(run, tally, WEB, Map.of(), Map.of(Observation.EVERYTHING, GapReason.TIMEOUT));
        }

        assertThat(tally.counts()).isEqualTo(new RunTally.Counts(1, 3, 3, 5)).isEqualTo(recorded());
    }

    @Test
    void forgetsWhatVanishesFromARunWithoutEndButForItsCounts() {
        RunTally endless = RunTally.withoutEnd();
        RunTally tally = new RunTally();
        for (RunTally one : List.of(endless, tally)) {
            one.observe(new Observation(START, WEB, "a", ALL, Map.of(), 1));
            one.happened(new Event(START, Event.Type.VANISHED, WEB, "a", Map.of()));
            one.observe(new Observation(START, WEB, "b", ALL, Map.of(), 1));
        }

        assertThat(endless.counts()).isEqualTo(new RunTally.Counts(2, 2, 6, 0));
        assertThat(tally.counts()).isEqualTo(new RunTally.Counts(1, 2, 6, 0));
    }

    private RunFolder create(SampleFormat format) {
        return RunFolder.create(
                folder.resolve("run"),
                new RunPlan(
                        "test",
                        START,
                        "here",
                        "local",
                        null,
                        Duration.ofSeconds(1),
                        format,
                        Map.of(),
                        Map.of(),
                        METRICS));
    }

    private void poll(
            RunFolder run, RunTally tally, Target target, Map<String, Double> values, Map<String, GapReason> gaps) {
        Observation seen = new Observation(START.plusSeconds(polls++), target, "a", values, gaps, 1);
        run.observe(seen);
        tally.observe(seen);
    }

    private RunTally.Counts recorded() {
        Run run = RunReader.read(folder.resolve("run"));
        return new RunTally.Counts(run.targets(), run.polls(), run.samples(), run.gaps());
    }
}
