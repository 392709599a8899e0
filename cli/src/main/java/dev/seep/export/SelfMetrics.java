package dev.seep.export;

import dev.seep.sample.GapReason;
import dev.seep.sample.PollCounts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;

/** Metrics of seep itself. */
final class SelfMetrics {
    private SelfMetrics() {}

    static void write(
            ExpositionWriter expositionWriter,
            SessionHealth sessionHealth,
            PollCounts.Counts counts,
            PeriodicJudge.Judgement judgement)
            throws IOException {
        one(expositionWriter, "seep_targets", "Targets that are polled now.", sessionHealth.targets());
        one(expositionWriter, "seep_open_sessions", "Shells that are kept open now.", sessionHealth.sessions());
        expositionWriter.counter("seep_polls_total", "Polls of a target, with or without an answer.");
        expositionWriter.sample("seep_polls_total", "", (double) counts.polls());
        expositionWriter.counter("seep_gaps_total", "Values that could not be read, by why.");
        for (GapReason reason : GapReason.values()) {
            long gaps = counts.gaps().getOrDefault(reason, 0L);
            // of a reason that only a folder of a later version brings there is usually nothing to say
            if (gaps > 0 || reason != GapReason.UNKNOWN) {
                expositionWriter.sample("seep_gaps_total", Labels.with("", "reason", reason.word()), (double) gaps);
            }
        }
        expositionWriter.counter("seep_answer_bytes_total", "Bytes of all answers since this process began.");
        expositionWriter.sample("seep_answer_bytes_total", "", (double) sessionHealth.answerBytes());
        expositionWriter.counter(
                "seep_recording_failures_total", "Writes to the run folder that failed since this process began.");
        expositionWriter.sample("seep_recording_failures_total", "", (double) sessionHealth.recordingFailures());
        durations(expositionWriter, counts);
        one(
                expositionWriter,
                "seep_look_duration_seconds",
                "How long the last look at all trends took.",
                judgement.seconds());
        expositionWriter.counter("seep_looks_total", "Looks at all trends since this process began.");
        expositionWriter.sample("seep_looks_total", "", (double) judgement.number());
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        one(expositionWriter, "seep_heap_used_bytes", "Heap that is used.", (double) heap.getUsed());
        double started = ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3;
        one(expositionWriter, "process_start_time_seconds", "Start time of the process since the epoch.", started);
        one(
                expositionWriter,
                "process_resident_memory_bytes",
                "Resident memory of the process.",
                ResidentMemory.bytes());
    }

    private static void one(ExpositionWriter expositionWriter, String name, String help, double value)
            throws IOException {
        expositionWriter.gauge(name, help);
        expositionWriter.sample(name, "", value);
    }

    private static void durations(ExpositionWriter expositionWriter, PollCounts.Counts counts) throws IOException {
        String name = "seep_poll_duration_seconds";
        expositionWriter.histogram(name, "How long polls took, from the question to the answer or the deadline.");
        List<Long> classes = counts.durations();
        long below = 0;
        for (int i = 0; i < classes.size(); i++) {
            below += classes.get(i);
            boolean last = i == classes.size() - 1;
            String end = last ? "+Inf" : Double.toString(PollCounts.DURATIONS.get(i));
            expositionWriter.sample(name + "_bucket", Labels.with("", "le", end), (double) below);
        }
        expositionWriter.sample(name + "_sum", "", counts.tenths() / 1e4);
        expositionWriter.sample(name + "_count", "", (double) counts.polls());
    }
}
