package dev.seep.command;

import dev.seep.command.Sources.Chosen;
import dev.seep.session.SoakPlan;
import dev.seep.session.SoakStatus;
import dev.seep.source.SourceException;
import dev.seep.store.RunFolder;
import dev.seep.store.RunPlan;
import dev.seep.store.RunReader;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Polls, records, judges. */
@Command(
        name = "run",
        description =
                "Polls the containers of a cluster, or processes of this machine, records their series and judges "
                        + "them. Ctrl-C ends polling early and judges what there is.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "After -- a command with its arguments may follow: it is started, and its process tree is watched.",
            "",
            "Examples:",
            "  seep run -n shop --for 8h --every 30s                    a namespace for eight hours",
            "  seep run -n shop deployment/web -c app --for 2h          one container of one workload",
            "  seep run -A -l tier=backend --for 1d --junit seep.xml    all namespaces, with a report for CI",
            "  seep run --every 1s --for 10m -- java -jar app.jar       a program of this machine",
            "  seep run --resume seep-20261122-210000                   go on after an interruption",
        })
final class RunCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final List<String> command;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Mixin
    private final RecordOptions record = new RecordOptions();

    @Mixin
    private final JudgeOptions judge = new JudgeOptions();

    /** @param command what follows {@code --}, empty if nothing does */
    RunCommand(Surroundings surroundings, List<String> command) {
        this.surroundings = surroundings;
        this.command = List.copyOf(command);
    }

    @Override
    public Integer call() throws Exception {
        return record.resume == null ? begin() : resume(surroundings.folder().resolve(record.resume));
    }

    private int begin() throws Exception {
        Path path = record.folder(surroundings);
        Policy policy = judge.policy(spec, surroundings.folder(), Policy.DEFAULT);
        Chosen chosen = new Sources(surroundings, spec).choose(selection, command, path.resolve("output.log"));
        SoakPlan soak = plan.soak(spec, chosen.endsWithTargets(), plan.length);
        try (RunFolder folder = RunFolder.create(path, runPlan(chosen, soak, policy))) {
            poll(folder, chosen, soak, true);
        }
        return conclude(path, policy);
    }

    private RunPlan runPlan(Chosen chosen, SoakPlan soak, Policy policy) {
        return new RunPlan(
                Version.number(),
                surroundings.clock().instant(),
                Surroundings.host(),
                chosen.kind(),
                selection.context,
                soak.every(),
                record.format,
                Map.of("arguments", PlanArguments.of(spec, selection, command)),
                policy.asMap(),
                soak.probes().metrics());
    }

    private int resume(Path path) throws Exception {
        PlanArguments.refuseWithResume(spec);
        RunPlan recorded = RunReader.plan(path);
        RunCommand before = PlanArguments.parse(surroundings, recorded, path);
        Policy policy = judge.policy(spec, surroundings.folder(), PolicyReader.of(recorded.policy()));
        Stretch soFar = Stretch.of(RunReader.read(path), recorded.every());
        if (before.plan.length != null && soFar.isAtLeast(before.plan.length)) {
            surroundings.err().println("seep: " + path + " has already been polled to its end");
            return conclude(path, policy);
        }
        Sources sources = new Sources(surroundings, before.spec);
        Chosen chosen = sources.choose(before.selection, before.command, path.resolve("output.log"));
        SoakPlan soak = before.plan.soak(before.spec, chosen.endsWithTargets(), soFar.left(before.plan.length));
        try (RunFolder folder = RunFolder.resume(path)) {
            folder.happened(soFar.resumed(surroundings.clock().instant()));
            poll(folder, chosen, soak, false);
        }
        return conclude(path, policy);
    }

    private void poll(RunFolder folder, Chosen chosen, SoakPlan soak, boolean fresh) throws Exception {
        SoakRun run = new SoakRun(surroundings, soak, chosen.source(), chosen.lookedFor());
        Duration before = PollingCost.processorTime();
        try {
            SoakStatus end = run.into(folder);
            PollingCost.of(end, before).ifPresent(cost -> {
                folder.cost(cost.keys());
                surroundings.err().println("seep: " + cost);
            });
        } catch (CannotMeasureException | SourceException nothing) {
            if (fresh) {
                folder.discard();
            }
            throw nothing;
        }
    }

    private int conclude(Path path, Policy policy) throws Exception {
        return new Conclusion(surroundings, judge).of(RunReader.read(path), policy, path);
    }
}
