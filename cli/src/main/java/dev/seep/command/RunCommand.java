package dev.seep.command;

import dev.seep.source.SourceException;
import dev.seep.store.StoreException;
import dev.seep.verdict.policy.PolicyException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Polls, records, judges. */
@Command(
        name = "run",
        description = "Polls the containers of a cluster, or processes of this machine, records their series and judges "
                + "them. Ctrl-C ends polling early and judges what there is.",
        mixinStandardHelpOptions = true,
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
        return 0;
    }
}
