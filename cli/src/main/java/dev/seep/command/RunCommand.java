package dev.seep.command;

import dev.seep.command.Sources.Chosen;
import dev.seep.sample.Durations;
import dev.seep.sample.Intent;
import dev.seep.sample.Metrics;
import dev.seep.session.SoakPlan;
import dev.seep.source.SourceException;
import dev.seep.store.RunFolder;
import dev.seep.store.RunPlan;
import dev.seep.store.RunReader;
import dev.seep.store.SampleFormat;
import dev.seep.verdict.Judge;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Polls, records, judges. */
@Command(
        name = "run",
        description =
                "Polls the containers of a cluster, of Docker or Podman, or processes of this machine, records their series and judges "
                        + "them. Ctrl-C ends polling early and judges what there is.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "After -- a command with its arguments may follow: it is started, and its process tree is watched. What it",
            "prints goes to output.log in the run folder. seep ends it when --for is over; if it ends before with an",
            "error, the run fails.",
            "",
            "Examples:",
            "  seep run -n shop --for 8h --every 30s                    a namespace for eight hours",
            "  seep run -n shop deployment/web -c app --for 2h          one container of one workload",
            "  seep run -A -l tier=backend --for 1d --junit seep.xml    all namespaces, with a report for CI",
            "  seep run --source docker -n shop --for 8h                a project of Compose, in Docker or Podman",
            "  seep run --every 1s --for 10m -- java -jar app.jar       a program of this machine",
            "  seep run -n shop --for 8h --stop-when decided --fail-fast    end as soon as it is certain",
            "  seep run -n shop --for 8h --listen 127.0.0.1:9464        with metrics for Prometheus meanwhile",
            "  seep run -n shop --probe default,objects,disk:path=/data what leaks beside processes",
            "  seep run -n shop --probe 'rows=cmd:count-rows'           a number of one's own",
            "  seep run -n shop --source agent --for 8h                 by the nodes' agents, also without a shell",
            "  seep run -n shop --evidence auto --evidence 'ss -tan'    with a command's output beside what seep sees",
            "  seep run --resume seep-20261122-210000                   go on after an interruption",
        })
final class RunCommand implements Callable<Integer> {
    private static final String OUTPUT = "output.log";

    private final Surroundings surroundings;
    private final List<String> command;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final LengthOptions length = new LengthOptions();

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Mixin
    private final EvidenceOptions evidence = new EvidenceOptions();

    @Mixin
    private final RecordOptions record = new RecordOptions();

    @Mixin
    private final ListenOption listen = new ListenOption();

    @Mixin
    private final JudgeOptions judge = new JudgeOptions();

    /** @param command what follows {@code --}, empty if nothing does */
    RunCommand(Surroundings surroundings, List<String> command) {
        this.surroundings = surroundings;
        this.command = List.copyOf(command);
    }

    @Override
    public Integer call() throws Exception {
        if (record.resume != null) {
            PlanArguments.refuseWithResume(spec);
            return resume(surroundings.folder().resolve(record.resume));
        }
        Path path = record.folder(surroundings);
        if (!record.asJob) {
            return begin(path);
        }
        if (length.length == null || record.out == null) {
            throw new ParameterException(spec.commandLine(), "--as-job needs --for and --out");
        }
        return RunReader.isRun(path) ? goOnAsPlanned(path) : begin(path);
    }

    LengthOptions length() {
        return length;
    }

    private int begin(Path path) throws Exception {
        Policy policy = judge.rules.policy(spec, surroundings.folder(), Policy.DEFAULT);
        Sources sources = new Sources(surroundings, spec, false);
        ProbePlan planned = planned(record.format, length.checked(spec));
        Chosen chosen = sources.choose(selection, command, planned, path.resolve(OUTPUT));
        SoakPlan soak = plan.soak(planned, chosen.endsWithTargets(), length.length);
        refuseColumnsThatNobodyKnows(soak);
        evidence.check(spec);
        warnIfTooShort(soak);
        sources.refuseShells(chosen, soak);
        tellOfProgram(path);
        boolean whole;
        try (RunFolder folder = RunFolder.create(path, runPlan(chosen, soak, policy))) {
            try {
                whole = polling(folder, path, policy, evidence).poll(chosen, planned, soak, length, Duration.ZERO);
            } catch (CannotMeasureException | SourceException nothing) {
                folder.discard();
                throw nothing;
            }
        }
        return conclude(path, policy, whole);
    }

    /** So few samples cannot pass, whatever they are: better said now than after the run. */
    private void warnIfTooShort(SoakPlan soak) {
        Duration planned = soak.length();
        if (planned == null) {
            return;
        }
        long samples = planned.dividedBy(soak.every()) + 1;
        if (samples < Judge.FEWEST_TO_PASS) {
            surroundings
                    .err()
                    .println("seep: " + Durations.text(planned) + " every " + Durations.text(soak.every()) + " is "
                            + samples + (samples == 1 ? " sample" : " samples") + " of a series, and it takes "
                            + Judge.FEWEST_TO_PASS + " to pass: ask for --for "
                            + Durations.text(soak.every().multipliedBy(Judge.FEWEST_TO_PASS))
                            + ", or for a shorter --every");
        }
    }

    /** @param polled how long to poll, null for without end */
    private ProbePlan planned(SampleFormat format, @Nullable Duration polled) {
        return plan.probes(spec, surroundings.folder(), Companions.of(selection, command, format), polled);
    }

    private void refuseColumnsThatNobodyKnows(SoakPlan soak) {
        soak.metrics().stream()
                .filter(metric -> record.format == SampleFormat.CSV && Metrics.isFamily(metric))
                .findFirst()
                .ifPresent(metric -> {
                    throw new ParameterException(
                            spec.commandLine(),
                            "--format csv needs all columns beforehand, and which " + metric.name()
                                    + " there will be is not known: leave it at jsonl");
                });
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
                planned(),
                policy.asMap(),
                soak.metrics());
    }

    /** A program's output does not belong among the progress of seep, and its end is not a surprise. */
    private void tellOfProgram(Path path) {
        if (!command.isEmpty()) {
            String end = length.length == null
                    ? "seep ends with it, and it with seep"
                    : "seep ends it after " + Durations.text(length.length);
            surroundings.err().println("seep: the program writes to " + path.resolve(OUTPUT) + "; " + end);
            surroundings.err().flush();
        }
    }

    private Map<String, Object> planned() {
        Map<String, Object> planned = new LinkedHashMap<>();
        planned.put("arguments", PlanArguments.of(spec, selection, command));
        planned.putAll(RunPlan.asMap(new Intent(plan.asked(), length.length)));
        return planned;
    }

    private int goOnAsPlanned(Path path) throws Exception {
        PlanArguments.refuseAnotherPlan(PlanArguments.of(spec, selection, command), RunReader.plan(path), path);
        return resume(path);
    }

    private int resume(Path path) throws Exception {
        RunPlan recorded = RunReader.plan(path);
        RunCommand before = PlanArguments.parse(surroundings, recorded, path);
        Policy policy = judge.rules.policy(spec, surroundings.folder(), PolicyReader.of(recorded.policy()));
        Stretch soFar = Stretch.of(RunReader.read(path), recorded);
        if (before.length.length != null && soFar.isAtLeast(before.length.length)) {
            surroundings.err().println("seep: " + path + " has already been polled to its end");
            return conclude(path, policy, true);
        }
        Sources sources = new Sources(surroundings, before.spec, true);
        ProbePlan planned = before.planned(recorded.format(), before.length.length);
        Chosen chosen = sources.choose(before.selection, before.command, planned, path.resolve(OUTPUT));
        SoakPlan soak = before.plan.soak(planned, chosen.endsWithTargets(), soFar.left(before.length.length));
        boolean whole;
        try (RunFolder folder = RunFolder.resume(path)) {
            folder.happened(soFar.resumed(surroundings.clock().instant()));
            whole = polling(folder, path, policy, before.evidence)
                    .poll(chosen, planned, soak, before.length, soFar.polled());
        }
        return conclude(path, policy, whole);
    }

    private Polling polling(RunFolder folder, Path path, Policy policy, EvidenceOptions looking) {
        return new Polling(surroundings, folder, path, policy, listen.address, looking);
    }

    private int conclude(Path path, Policy policy, boolean whole) throws Exception {
        if (record.asJob && !whole) {
            surroundings.err().println("seep: stopped before its end; the same command goes on with " + path);
            return ExitCode.TERMINATED.number();
        }
        int exit = new Conclusion(surroundings, judge).of(RunReader.read(path), policy, path);
        return record.asJob ? ExitCode.PASS.number() : exit;
    }
}
