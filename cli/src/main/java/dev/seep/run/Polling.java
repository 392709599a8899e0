package dev.seep.run;

import dev.seep.export.Exporter;
import dev.seep.export.MetricsState;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.RunTally;
import dev.seep.session.SoakPlan;
import dev.seep.session.SoakStatus;
import dev.seep.store.RunFolder;
import dev.seep.verdict.Judge;
import dev.seep.verdict.policy.Policy;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Polling into a run folder, with early end, evidence, and metrics that are served.
 *
 * @param path of the folder
 * @param listen address of served metrics, null for none
 * @param evidence to collect
 */
public record Polling(
        CliEnvironment environment,
        RunFolder folder,
        Path path,
        Policy policy,
        @Nullable ListenAddress listen,
        EvidenceRequest evidence,
        boolean verbose) {
    /**
     * @param end its length and early ends
     * @param planned its probes
     * @param soFar polled time of earlier stretches
     * @param tally counts of these
     * @return whether nothing is left to poll: the end is reached, or it ended itself before
     */
    public boolean poll(
            SourceSelection chosen, ProbePlan planned, SoakPlan soak, EndConditions end, Duration soFar, RunTally tally)
            throws Exception {
        PollableTargets targets = new PollableTargets(chosen.source());
        Duration length = end.length();
        try (EarlyStop early = new EarlyStop(environment, folder);
                EvidenceCollector collector = new EvidenceCollector(environment, soak, evidence, targets, path)) {
            SoakRun run = new SoakRun(environment, soak, targets, chosen.lookedFor())
                    .after(soFar, tally)
                    .explaining(collector)
                    .leavingOut(() -> chosen.leftOut(planned));
            if (end.whenDecided() && length != null) {
                early.look(new Judge(policy), path, length, soFar);
            }
            ObservationSink facts = new FailFastWatch(soak.metrics(), policy, early::fact, early::say);
            UnmeasuredDisks disks = new UnmeasuredDisks();
            ObservationSink recorded = SoakRun.both(folder, disks);
            ObservationSink sink = end.failFast() ? SoakRun.both(recorded, facts) : recorded;
            Duration before = PollingCost.processorTime();
            SoakStatus status = listen == null ? run.into(sink, early::stopsBy) : serve(run, soak, sink, early, listen);
            PollingCost.of(status, before).ifPresent(this::tell);
            disks.words().ifPresent(words -> environment.say(words));
            return early.hasEnded()
                    || status.left().filter(left -> !left.isZero()).isEmpty();
        }
    }

    private void tell(PollingCost cost) {
        folder.cost(cost.keys());
        if (verbose) {
            environment.say(cost.toString());
        }
    }

    private SoakStatus serve(SoakRun run, SoakPlan soak, ObservationSink sink, EarlyStop early, ListenAddress address)
            throws Exception {
        MetricsState metricsState =
                new MetricsState(soak.metrics(), environment.clock().instant(), Duration.ofDays(1));
        try (Exporter exporter =
                address.open(at -> new Exporter(at, metricsState, folder.tally(), policy, environment.clock()))) {
            environment.say("serving " + exporter.url() + "/metrics");
            return run.serving(exporter, () -> 0).into(sink, early::stopsBy);
        }
    }
}
