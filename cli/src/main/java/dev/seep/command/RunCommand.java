package dev.seep.command;

import dev.seep.run.CannotMeasureException;
import dev.seep.run.CliEnvironment;
import dev.seep.run.DefaultProbes;
import dev.seep.run.EndConditions;
import dev.seep.run.EvidenceRequest;
import dev.seep.run.PlanCheck;
import dev.seep.run.PolledTime;
import dev.seep.run.Polling;
import dev.seep.run.ProbePlan;
import dev.seep.run.RunPlans;
import dev.seep.run.SourceFactory;
import dev.seep.run.SourceSelection;
import dev.seep.run.TargetSelection;
import dev.seep.run.UsageException;
import dev.seep.run.VerdictPublisher;
import dev.seep.sample.Durations;
import dev.seep.sample.Run;
import dev.seep.sample.RunIntent;
import dev.seep.sample.RunTally;
import dev.seep.session.SoakPlan;
import dev.seep.source.SourceException;
import dev.seep.store.RunFolder;
import dev.seep.store.RunPlan;
import dev.seep.store.RunReader;
import dev.seep.store.SampleFormat;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Command {@code run}: polls, records, judges. */
@Command(
        name = "run",
        customSynopsis = "seep run [OPTIONS] [KIND/NAME...] [-- COMMAND [ARGS...]]",
        description = {
            "Polls containers or processes, records their series, judges them.",
            "Containers of a cluster, of Docker or Podman, or processes of this machine. Ctrl-C ends polling early "
                    + "and judges what there is.",
        },
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        footer = {
            "",
            "After -- a command with its arguments may follow: it is started, and its",
            "process tree is watched. What it prints goes to output.log in the run folder.",
            "seep ends it when --for is over; if it ends before with an error, the run",
            "fails.",
            "",
            "Examples:",
            "  seep run -n shop --for 8h --every 30s              a namespace, for 8 hours",
            "  seep run -n shop deployment/web -c app --for 2h    one container of a workload",
            "  seep run -A -l tier=backend --for 1d               all namespaces, by label",
            "  seep run -n shop --for 8h --junit seep.xml         with a report for CI",
            "  seep run --source docker -n shop --for 8h          a project of Compose",
            "  seep run --every 1s --for 10m -- java -jar a.jar   a program of this machine",
            "  seep run -n shop --for 8h --stop-when decided      end once it is certain",
            "  seep run -n shop --for 8h --listen 127.0.0.1:9464  with metrics for Prometheus",
            "  seep run -n shop --probe default,disk:path=/data   also the files below a path",
            "  seep run -n shop --probe 'rows=cmd:count-rows'     a number of one's own",
            "  seep run -n shop --source agent --for 8h           through the nodes' agents",
            "  seep run -n shop --evidence 'ss -tan'              look by one's own command",
            "  seep run --resume seep-20261122-210000             go on after an interruption",
        })
final class RunCommand implements Callable<Integer> {
    private static final String OUTPUT = "output.log";

    private final CliEnvironment environment;
    private final List<String> command;

    @Spec
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
    private final JudgeOptions judge = new JudgeOptions();

    @Mixin
    private final ListenOption listen = new ListenOption();

    /** @param command words after {@code --}, may be empty */
    RunCommand(CliEnvironment environment, List<String> command) {
        this.environment = environment;
        this.command = List.copyOf(command);
    }

    @Override
    public Integer call() throws Exception {
        if (record.resume != null) {
            PlanArguments.refuseWithResume(spec);
            return resume(environment.folder().resolve(record.resume));
        }
        selection.refuseBesideProcesses(spec.commandLine().getParseResult(), command);
        Path path = record.folder(environment);
        if (!record.asJob) {
            return begin(path);
        }
        if (length.length == null || record.out == null) {
            throw new UsageException("--as-job needs --for and --out");
        }
        return RunReader.isRun(path) ? goOnAsPlanned(path) : begin(path);
    }

    LengthOptions length() {
        return length;
    }

    private TargetSelection targets() {
        return selection.targets(command);
    }

    private int begin(Path path) throws Exception {
        Policy policy = judge.rules.policy(environment.folder(), Policy.DEFAULT);
        EndConditions end = length.checked();
        ProbePlan planned = planned(record.format);
        SourceSelection chosen = new SourceFactory(environment, targets()).choose(planned, path.resolve(OUTPUT), false);
        SoakPlan soak = plan.soak(planned, chosen.endsWithTargets(), end.length());
        PlanCheck.refuseUnknownColumns(soak, record.format);
        EvidenceRequest looking = evidence.request();
        PlanCheck.warnIfTooShort(soak, environment);
        PlanCheck.refuseShells(soak, chosen);
        tellOfProgram(path);
        RunPlan run = RunPlans.beginning(
                environment, chosen.kind(), targets().context(), soak, record.format, planned(), policy);
        boolean whole;
        try (RunFolder folder = RunFolder.create(path, run)) {
            try {
                whole = polling(folder, path, policy, looking)
                        .poll(chosen, planned, soak, end, Duration.ZERO, new RunTally());
            } catch (CannotMeasureException | SourceException nothing) {
                folder.discard();
                throw nothing;
            }
        }
        return conclude(path, policy, whole);
    }

    private ProbePlan planned(SampleFormat format) {
        return plan.probes(environment.folder(), DefaultProbes.of(targets(), format), length.length);
    }

    /** A program's output does not belong among the progress of seep, and its end is not a surprise. */
    private void tellOfProgram(Path path) {
        if (!command.isEmpty()) {
            String end = length.length == null
                    ? "seep ends with it, and it with seep"
                    : "seep ends it after " + Durations.text(length.length);
            environment.say("the program writes to " + path.resolve(OUTPUT) + "; " + end);
        }
    }

    private Map<String, Object> planned() {
        Map<String, Object> planned = new LinkedHashMap<>();
        planned.put("arguments", PlanArguments.of(spec, targets()));
        planned.putAll(RunPlan.asMap(new RunIntent(plan.asked(), length.length)));
        return planned;
    }

    private int goOnAsPlanned(Path path) throws Exception {
        PlanArguments.refuseAnotherPlan(PlanArguments.of(spec, targets()), RunReader.plan(path), path);
        return resume(path);
    }

    private int resume(Path path) throws Exception {
        RunPlan recorded = RunReader.plan(path);
        RunCommand before = PlanArguments.parse(environment, recorded, path);
        Policy policy = judge.rules.policy(environment.folder(), PolicyReader.of(recorded.policy()));
        Run earlier = RunReader.read(path);
        PolledTime soFar = PolledTime.of(earlier, recorded);
        RunTally tally = RunTally.after(earlier);
        if (before.length.length != null && soFar.isAtLeast(before.length.length)) {
            environment.say(path + " has already been polled to its end");
            return conclude(path, policy, true);
        }
        ProbePlan planned = before.planned(recorded.format());
        SourceSelection chosen =
                new SourceFactory(environment, before.targets()).choose(planned, path.resolve(OUTPUT), true);
        SoakPlan soak = before.plan.soak(planned, chosen.endsWithTargets(), soFar.left(before.length.length));
        EvidenceRequest looking = before.evidence.request();
        EndConditions ends = before.length.checked();
        boolean whole;
        try (RunFolder folder = RunFolder.resume(path)) {
            folder.happened(soFar.resumed(environment.clock().instant()));
            whole = polling(folder, path, policy, looking).poll(chosen, planned, soak, ends, soFar.polled(), tally);
        }
        return conclude(path, policy, whole);
    }

    private Polling polling(RunFolder folder, Path path, Policy policy, EvidenceRequest looking) {
        return new Polling(
                environment,
                folder,
                path,
                policy,
                listen.address,
                looking,
                judge.reports().verbose());
    }

    private int conclude(Path path, Policy policy, boolean whole) throws Exception {
        if (record.asJob && !whole) {
            environment.say("stopped before its end; the same command goes on with " + path);
            return ExitCode.TERMINATED.number();
        }
        Outcome outcome = new VerdictPublisher(environment, judge.reports()).judge(RunReader.read(path), policy, path);
        return record.asJob ? ExitCode.PASS.number() : judge.exit(outcome);
    }
}
