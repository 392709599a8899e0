package dev.seep.command;

import dev.seep.run.CliEnvironment;
import dev.seep.run.ListenAddress;
import dev.seep.run.UsageException;
import dev.seep.sample.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Command line as a whole: arguments in, an exit code out. */
public final class Cli {
    private final CliEnvironment environment;

    public Cli(CliEnvironment environment) {
        this.environment = environment;
    }

    /** Words before and after {@code --}. */
    private record Words(List<String> own, List<String> trailing) {
        static Words of(List<String> all) {
            int dashes = all.indexOf("--");
            return dashes < 0
                    ? new Words(all, List.of())
                    : new Words(all.subList(0, dashes), all.subList(dashes + 1, all.size()));
        }

        String[] array() {
            return own.toArray(new String[0]);
        }
    }

    /** Runs one command and returns the number of its {@link ExitCode}. */
    public int run(String... args) {
        Words words = Words.of(List.of(args));
        Failures failures = new Failures(environment, Defaults.NONE, words.own());
        try {
            CommandLine commandLine = commandLine(environment, words);
            if (asksForHelp(commandLine, words)) {
                commandLine.setUsageHelpWidth(
                        Math.min(120, Math.max(80, environment.terminal().columns())));
            } else {
                Defaults defaults = Defaults.of(environment, () -> new Commands(environment, List.of()).all());
                commandLine.setDefaultValueProvider(defaults);
                failures = new Failures(environment, defaults, words.own());
            }
            Failures told = failures;
            commandLine.setParameterExceptionHandler((wrong, unused) -> told.usage(wrong));
            commandLine.setExecutionExceptionHandler((failure, command, unused) -> told.of(failure, command));
            return commandLine.execute(words.array());
        } catch (UsageException settings) {
            return failures.say(String.valueOf(settings.getMessage()), ExitCode.USAGE);
        } catch (RuntimeException
                | LinkageError
                | VirtualMachineError fault) { // the JVM would exit with 1, and that is a leak
            return failures.defect(fault);
        }
    }

    /** The run command that these arguments mean, whatever environment and configuration say. */
    static RunCommand parseRun(CliEnvironment environment, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.add(0, "run");
        Words words = Words.of(all);
        ParseResult parsed = commandLine(environment, words).parseArgs(words.array());
        return (RunCommand) parsed.subcommand().commandSpec().userObject();
    }

    private static CommandLine commandLine(CliEnvironment environment, Words words) {
        Commands commands = new Commands(environment, words.trailing());
        CommandLine commandLine = words.own().isEmpty()
                ? commands.all()
                : commands.only(words.own().get(0));
        commandLine.registerConverter(Duration.class, Cli::duration);
        commandLine.registerConverter(ListenAddress.class, Cli::listenAddress);
        commandLine.registerConverter(Path.class, Cli::path);
        commandLine.setOut(environment.out());
        commandLine.setErr(environment.err());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpAutoWidth(false);
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(
                environment.isColourful() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        HelpLayout.applyTo(commandLine);
        return commandLine;
    }

    /** Whether only help is asked for: no setting may break it, and it alone is worth the time to ask for a width. */
    private static boolean asksForHelp(CommandLine commandLine, Words words) {
        try {
            ParseResult parsed = commandLine.parseArgs(words.array());
            List<CommandLine> commands = parsed.asCommandLineList();
            CommandLine last = commands.get(commands.size() - 1);
            return last.isUsageHelpRequested()
                    || last.isVersionHelpRequested()
                    || last.getCommandSpec().options().stream().noneMatch(Defaults::isSettable);
        } catch (ParameterException wrong) { // or not yet right: what is missing may be set elsewhere
            return false;
        }
    }

    private static Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }

    private static ListenAddress listenAddress(String text) {
        try {
            return ListenAddress.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }

    /** Nobody who writes a dash means a file of that name. */
    private static Path path(String text) {
        if (text.equals("-")) {
            throw new TypeConversionException("'-' is no name of a file; what goes to stdout is chosen by -o");
        }
        return Path.of(text);
    }
}
