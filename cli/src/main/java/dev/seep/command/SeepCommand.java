package dev.seep.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code seep} without a subcommand: prints the usage. */
@Command(
        name = "seep",
        description = "Finds slow leaks during soak tests: polls containers, keeps their series, judges them.",
        mixinStandardHelpOptions = true,
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
        commandListHeading = "%nCommands:%n",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  seep demo                                see it find real leaks, in a minute",
            "  seep run -n shop --for 8h --every 30s    soak the namespace shop for 8 hours",
            "  seep run --for 10m -- java -jar app.jar  start a program, watch its processes",
            "  seep export -n shop                      poll without end, serve Prometheus",
            "  seep analyze seep-20261122-210000        judge a recorded run again",
            "  seep watch seep-20261122-210000          look at a run that is being recorded",
            "  seep explain seep-20261122-210000        why it leaks, with a picture",
            "  seep help words                          what the words on the screen mean",
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
