package dev.seep.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code seep} without a subcommand: prints the usage. */
@Command(
        name = "seep",
        description = "Finds slow leaks during soak tests: polls containers, keeps their series, judges them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            AnalyzeCommand.class,
            WatchCommand.class,
            ExplainCommand.class,
            ExportCommand.class,
            AgentCommand.class,
            DemoCommand.class,
            DoctorCommand.class,
            ManifestCommand.class,
            CollectCommand.class,
            CompletionCommand.class,
            ManCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  seep demo                                 see it find real leaks on this machine in a minute",
            "  seep run -n shop --for 8h --every 30s     soak the namespace shop for eight hours",
            "  seep run --for 10m -- java -jar app.jar   start a program and watch its processes",
            "  seep export -n shop                       poll without end and serve Prometheus",
            "  seep analyze seep-20261122-210000         judge a recorded run again",
            "  seep watch seep-20261122-210000           look at a run that another seep is recording",
            "  seep explain seep-20261122-210000 memory   why a series leaks, with a picture",
            "",
            "Exit codes: 0 pass, 1 leak, 2 usage, 3 inconclusive, 4 could not measure, 5 still running, 70 a fault in seep.",
        })
final class SeepCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.number();
    }
}
