package dev.seep.command;

import dev.seep.run.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code help}: the help of a command, or what the words on the screen mean. */
@Command(
        name = "help",
        description = "Shows the help of a command; help words: what the words mean.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  seep help run",
            "  seep help manifest job",
            "  seep help words",
        })
final class HelpCommand implements Callable<Integer> {
    private static final String WORDS = "words";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Such as run, or words. Default: seep itself.")
    private List<String> command = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        CommandLine seep = spec.root().commandLine();
        if (command.equals(List.of(WORDS))) {
            seep.getOut().print(glossary());
            seep.getOut().flush();
        } else {
            described(seep).usage(seep.getOut());
        }
        return ExitCode.PASS.number();
    }

    private CommandLine described(CommandLine seep) {
        CommandLine described = seep;
        for (String name : command) {
            CommandLine below = described.getSubcommands().get(name);
            if (below == null) {
                throw new UsageException("there is no command '" + name + "', there are "
                        + String.join(", ", described.getSubcommands().keySet()) + "; and seep help " + WORDS);
            }
            described = below;
        }
        return described;
    }

    private static String glossary() throws IOException {
        try (InputStream words = HelpCommand.class.getResourceAsStream("words.txt")) {
            return new String(Objects.requireNonNull(words, "words.txt").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
