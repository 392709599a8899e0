package dev.seep.run;

import dev.seep.evidence.EvidenceCapture;
import dev.seep.evidence.EvidenceScript;
import dev.seep.probe.DiskMeasurement;
import dev.seep.probe.Measurement;
import dev.seep.probe.TimeLimit;
import dev.seep.probe.Transport;
import dev.seep.sample.GapReason;
import dev.seep.sample.Target;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Answered;
import dev.seep.source.ExecResult.Cases;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.LiveTarget;
import dev.seep.store.line.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Collector of evidence from one target: asks it, and hands the answer to the writer.
 *
 * @param beside names the paths to search for files: those whose disk is measured on demand
 * @param writer keeps the evidence
 */
record TargetInspector(EvidenceRequest request, List<Measurement> beside, EvidenceWriter writer) {
    private static final int LONGEST_OUTPUT = 256 << 10;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration DEADLINE_OF_CLASSES = Duration.ofSeconds(20);
    /** Part of the remaining time, for writing the evidence down. */
    private static final Duration RESERVE = Duration.ofSeconds(1);

    /**
     * Returns the fault, in a word or two.
     *
     * @param metrics that rise in it
     * @param last whether no capture follows
     * @param left rest of time: a target takes no more, so that the evidence until then is kept
     */
    Optional<String> inspect(LiveTarget live, Set<String> metrics, boolean last, Supplier<Duration> left)
            throws InterruptedException {
        boolean early = !last && !writer.knows(live);
        try {
            Optional<String> fault = request.auto() ? capture(live, metrics, early, last, left) : Optional.empty();
            for (String command : request.commands()) {
                Duration deadline = atMost(DEADLINE, left);
                ExecResult result =
                        run(live, Transport.Command.bounded(command, deadline).script(), deadline);
                String out = output(result);
                writer.printed(live, out.substring(0, Math.min(out.length(), LONGEST_OUTPUT)), early);
                fault = fault.or(() -> fault(result));
            }
            return fault;
        } catch (StoreException unwritable) {
            return Optional.of(String.valueOf(unwritable.getMessage()));
        }
    }

    private Optional<String> capture(
            LiveTarget live, Set<String> metrics, boolean early, boolean last, Supplier<Duration> left)
            throws InterruptedException {
        String script = TimeLimit.FUNCTION + script(live.target(), metrics).script();
        ExecResult result = run(live, script, atMost(DEADLINE, left));
        EvidenceCapture evidenceCapture = EvidenceCapture.parse(output(result));
        if (evidenceCapture.isEmpty()) {
            return fault(result);
        }
        if ((early || last)
                && evidenceCapture.hasProcess("java")
                && metrics.stream().anyMatch(TargetInspector::isMemory)) {
            Duration deadline = atMost(DEADLINE_OF_CLASSES, left);
            boolean late = deadline.isNegative() || deadline.isZero();
            evidenceCapture.add(late ? "" : output(run(live, TimeLimit.FUNCTION + EvidenceScript.classes(), deadline)));
        }
        writer.saw(live, evidenceCapture, last);
        return Optional.empty();
    }

    private static boolean isMemory(String metric) {
        return metric.startsWith("memory.") || metric.startsWith("jvm.");
    }

    /** By default files are searched for where it is the disk that grows. */
    private EvidenceScript script(Target target, Set<String> metrics) {
        boolean disk = metrics.stream().anyMatch(metric -> metric.startsWith(DiskMeasurement.NAME + "."));
        return beside.stream()
                .filter(measurement -> measurement instanceof DiskMeasurement && measurement.isFor(target))
                .map(measurement -> new EvidenceScript(true, ((DiskMeasurement) measurement).paths()))
                .findFirst()
                .orElse(new EvidenceScript(disk, List.of()));
    }

    private static Duration atMost(Duration most, Supplier<Duration> left) {
        Duration rest = left.get().minus(RESERVE);
        return rest.compareTo(most) < 0 ? rest : most;
    }

    private static ExecResult run(LiveTarget live, String script, Duration deadline) throws InterruptedException {
        try {
            return live.shell()
                    .run(script, deadline)
                    .toCompletableFuture()
                    .get(deadline.toSeconds() + 2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException noAnswer) {
            return new TimedOut("", "");
        }
    }

    private static String output(ExecResult result) {
        return result.fold(new Cases<>(Exited::out, Answered::out, seen -> "", TimedOut::out, failed -> ""));
    }

    /** Nothing for a target that has no shell, or is gone: that is told by its series. */
    private static Optional<String> fault(ExecResult result) {
        boolean expected = result.failedFor(GapReason.NO_SHELL) || result.failedFor(GapReason.TARGET_GONE);
        return result.fold(new Cases<>(
                exited -> exited.status() == 0 ? Optional.empty() : Optional.of("exit " + exited.status()),
                answered -> Optional.empty(),
                seen -> Optional.empty(),
                timedOut -> Optional.of(GapReason.TIMEOUT.word()),
                failed -> expected
                        ? Optional.empty()
                        : Optional.of(failed.reason().word())));
    }
}
