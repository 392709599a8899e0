package dev.seep.command;

import dev.seep.command.Sources.Chosen;
import dev.seep.export.Exporter;
import dev.seep.export.MetricsState;
import dev.seep.sample.ObservationSink;
import dev.seep.session.SoakPlan;
import dev.seep.session.SoakStatus;
import dev.seep.store.RunFolder;
import dev.seep.verdict.Judge;
import dev.seep.verdict.policy.Policy;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Polling into a run folder, with what goes on beside it: looks whether to end early, and metrics that are served.
 *
 * @param path of the folder
 * @param listen where metrics are served, null for nowhere
 * @param evidence whether what explains a leak is looked for
 */
record Polling(
        Surroundings surroundings,
        RunFolder folder,
        Path path,
        Policy policy,
        @Nullable ListenAddress listen,
        EvidenceOptions evidence) {
    /**
     * @param asked how long, and what may end it before
     * @param planned what the plan was made of
     * @param soFar what an earlier stretch of it polled
     * @return whether nothing is left to poll: the end is reached, or it ended itself before
     */
    boolean poll(Chosen chosen, ProbePlan planned, SoakPlan soak, LengthOptions asked, Duration soFar)
            throws Exception {
        LiveTargets targets = new LiveTargets(chosen.source());
        Duration length = asked.length;
        try (EarlyEnd early = new EarlyEnd(surroundings, folder);
                Captures captures = new Captures(surroundings, soak, evidence, targets, path)) {
            SoakRun run = new SoakRun(surroundings, soak, targets, chosen.lookedFor())
                    .explaining(captures)
                    .leavingOut(() -> chosen.leftOut(planned));
            if (asked.stopWhen != null && length != null) {
                early.look(new Judge(policy), path, length, soFar);
            }
            ObservationSink facts = new FactWatch(soak.metrics(), policy, early::fact, early::say);
            WithoutDisk withoutDisk = new WithoutDisk();
            ObservationSink recorded = SoakRun.both(folder, withoutDisk);
            ObservationSink sink = asked.failFast ? SoakRun.both(recorded, facts) : recorded;
            Duration before = PollingCost.processorTime();
            SoakStatus end = listen == null ? run.into(sink, early::stopsBy) : serve(run, soak, sink, early, listen);
            PollingCost.of(end, before).ifPresent(this::tell);
            withoutDisk.words().ifPresent(words -> surroundings.err().println("seep: " + words));
            return early.hasEnded() || end.left().filter(left -> !left.isZero()).isEmpty();
        }
    }

    private void tell(PollingCost cost) {
        folder.cost(cost.keys());
        surroundings.err().println("seep: " + cost);
    }

    private SoakStatus serve(SoakRun run, SoakPlan soak, ObservationSink sink, EarlyEnd early, ListenAddress address)
            throws Exception {
        MetricsState metricsState =
                new MetricsState(soak.metrics(), surroundings.clock().instant(), Duration.ofDays(1));
        try (Exporter exporter =
                address.open(at -> new Exporter(at, metricsState, folder.tally(), policy, surroundings.clock()))) {
            surroundings.err().println("seep: serving " + exporter.url() + "/metrics");
            return run.serving(exporter, () -> 0).into(sink, early::stopsBy);
        }
    }
}
