package dev.seep.export;

import dev.seep.sample.GapReason;
import dev.seep.sample.Tally;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;

/** How seep itself does. */
final class OwnHealth {
    private OwnHealth() {}

    static void write(Page page, Pulse pulse, Tally.Counts counts, Looks.Look look) throws IOException {
        one(page, "seep_targets", "Targets that are polled now.", pulse.targets());
        one(page, "seep_open_sessions", "Shells that are kept open now.", pulse.sessions());
        page.counter("seep_polls_total", "Polls of a target, with or without an answer.");
        page.sample("seep_polls_total", "", (double) counts.polls());
        page.counter("seep_gaps_total", "Values that could not be read, by why.");
        for (GapReason reason : GapReason.values()) {
            long gaps = counts.gaps().getOrDefault(reason, 0L);
            // of a reason that only a folder of a later version brings there is usually nothing to say
            if (gaps > 0 || reason != GapReason.UNKNOWN) {
                page.sample("seep_gaps_total", Labels.with("", "reason", reason.word()), (double) gaps);
            }
        }
        page.counter("seep_answer_bytes_total", "Bytes of all answers since this process began.");
        page.sample("seep_answer_bytes_total", "", (double) pulse.answerBytes());
        page.counter("seep_recording_failures_total", "Writes to the run folder that failed since this process began.");
        page.sample("seep_recording_failures_total", "", (double) pulse.recordingFailures());
        durations(page, counts);
        one(page, "seep_look_duration_seconds", "How long the last look at all trends took.", look.seconds());
        page.counter("seep_looks_total", "Looks at all trends since this process began.");
        page.sample("seep_looks_total", "", (double) look.number());
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        one(page, "seep_heap_used_bytes", "Heap that is used.", (double) heap.getUsed());
        double started = ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3;
        one(page, "process_start_time_seconds", "Start time of the process since the epoch.", started);
        one(page, "process_resident_memory_bytes", "Resident memory of the process.", ResidentMemory.bytes());
    }

    private static void one(Page page, String name, String help, double value) throws IOException {
        page.gauge(name, help);
        page.sample(name, "", value);
    }

    private static void durations(Page page, Tally.Counts counts) throws IOException {
        String name = "seep_poll_duration_seconds";
        page.histogram(name, "How long polls took, from the question to the answer or the deadline.");
        List<Long> classes = counts.durations();
        long below = 0;
        for (int i = 0; i < classes.size(); i++) {
            below += classes.get(i);
            boolean last = i == classes.size() - 1;
            String end = last ? "+Inf" : Double.toString(Tally.DURATIONS.get(i));
            page.sample(name + "_bucket", Labels.with("", "le", end), (double) below);
        }
        page.sample(name + "_sum", "", counts.tenths() / 1e4);
        page.sample(name + "_count", "", (double) counts.polls());
    }
}
