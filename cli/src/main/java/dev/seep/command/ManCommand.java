package dev.seep.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code man}: prints manual pages. */
@Command(
        name = "man",
        description = "Prints the manual page of seep, or of one of its commands.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  seep man run | man -l -",
            "  seep man > ~/.local/share/man/man1/seep.1",
        })
final class ManCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "Such as run. Default: seep itself.")
    private @Nullable String command;

    @Override
    public Integer call() {
        CommandLine seep = spec.root().commandLine();
        CommandLine described = command == null ? seep : seep.getSubcommands().get(command);
        if (described == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no command '" + command + "', there are "
                            + String.join(", ", seep.getSubcommands().keySet()));
        }
        spec.commandLine().getOut().print(new ManPage(described).text());
        spec.commandLine().getOut().flush();
        return ExitCode.PASS.number();
    }
}
