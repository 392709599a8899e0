package dev.seep.command;

import dev.seep.report.GithubAnnotations;
import dev.seep.run.CannotMeasureException;
import dev.seep.run.CliEnvironment;
import dev.seep.run.GithubStep;
import dev.seep.run.ListenAddress;
import dev.seep.run.SeepVersion;
import dev.seep.run.UsageException;
import dev.seep.sample.Durations;
import dev.seep.sample.Text;
import dev.seep.source.SourceException;
import dev.seep.store.line.StoreException;
import dev.seep.verdict.policy.PolicyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Command line as a whole: arguments in, an exit code out. */
public final class Cli {
    private final CliEnvironment environment;

    public Cli(CliEnvironment environment) {
        this.environment = environment;
    }

    /** Runs one command and returns the number of its {@link ExitCode}. */
    public int run(String... args) {
        List<String> words = List.of(args);
        int dashes = words.indexOf("--");
        List<String> own = dashes < 0 ? words : words.subList(0, dashes);
        List<String> trailing = dashes < 0 ? List.of() : words.subList(dashes + 1, words.size());
        try {
            return commandLine(trailing).execute(own.toArray(new String[0]));
        } catch (ParameterException wrong) {
            return usage(wrong);
        } catch (LinkageError | VirtualMachineError fault) { // the JVM would exit with 1, and that is a leak
            return defect(fault);
        }
    }

    /** The run command that these arguments mean, whatever environment and configuration say. */
    static RunCommand parseRun(CliEnvironment environment, List<String> arguments) {
        CliEnvironment bare = environment.withoutDefaults();
        int dashes = arguments.indexOf("--");
        List<String> own = new ArrayList<>(dashes < 0 ? arguments : arguments.subList(0, dashes));
        List<String> trailing = dashes < 0 ? List.of() : arguments.subList(dashes + 1, arguments.size());
        own.add(0, "run");
        CommandLine.ParseResult parsed = new Cli(bare).commandLine(trailing).parseArgs(own.toArray(new String[0]));
        return (RunCommand) parsed.subcommand().commandSpec().userObject();
    }

    private CommandLine commandLine(List<String> trailing) {
        CommandLine commandLine = new CommandLine(new SeepCommand(), new Commands(environment, trailing));
        commandLine.registerConverter(Duration.class, Cli::duration);
        commandLine.registerConverter(ListenAddress.class, Cli::listenAddress);
        commandLine.setOut(environment.out());
        commandLine.setErr(environment.err());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpAutoWidth(false);
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(
                environment.isColourful() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        commandLine.setParameterExceptionHandler((wrong, args) -> usage(wrong));
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        commandLine.setExecutionStrategy(parsed -> execute(commandLine, parsed));
        new Defaults(environment).applyTo(commandLine);
        return commandLine;
    }

    /** Opening the terminal to ask for its width takes time, and only help needs it. */
    private int execute(CommandLine commandLine, CommandLine.ParseResult parsed) {
        List<CommandLine> commands = parsed.asCommandLineList();
        Object last = commands.get(commands.size() - 1).getCommand();
        boolean helps = last instanceof SeepCommand || last instanceof CommandLine.HelpCommand;
        if (helps || commands.stream().anyMatch(CommandLine::isUsageHelpRequested)) {
            commandLine.setUsageHelpWidth(
                    Math.min(120, Math.max(80, environment.terminal().columns())));
        }
        return new CommandLine.RunLast().execute(parsed);
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

    private int usage(ParameterException wrong) {
        PrintWriter err = environment.err();
        err.println("seep: " + Text.oneLine(String.valueOf(wrong.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        }
        err.flush();
        return ExitCode.USAGE.number();
    }

    private int failed(Exception failure, CommandLine command) {
        if (failure instanceof ParameterException wrong) {
            return usage(wrong);
        }
        if (failure instanceof UsageException) {
            return usage(new ParameterException(command, String.valueOf(failure.getMessage())));
        }
        if (failure instanceof PolicyException) {
            return say(words(failure), ExitCode.USAGE);
        }
        if (failure instanceof SourceException
                || failure instanceof StoreException
                || failure instanceof CannotMeasureException) {
            return say(words(failure), ExitCode.CANNOT_MEASURE);
        }
        return defect(failure);
    }

    /** A policy has a line for each of its problems. */
    private static String words(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().map(Text::oneLine).collect(Collectors.joining("\n"));
    }

    private int say(String message, ExitCode code) {
        environment.say(message);
        if (GithubStep.isAround(environment)) {
            environment.err().print(GithubAnnotations.error(message));
        }
        environment.err().flush();
        return code.number();
    }

    private int defect(Throwable failure) {
        StringWriter trace = new StringWriter();
        trace.write(SeepVersion.number() + ", Java " + Runtime.version() + System.lineSeparator());
        failure.printStackTrace(new PrintWriter(trace, true));
        String where;
        try {
            Path file = Files.createTempFile("seep-defect-", ".txt");
            Files.writeString(file, trace.toString());
            where = "details are in " + file;
        } catch (IOException noFile) {
            where = "details follow" + System.lineSeparator() + trace;
        }
        return say("this is a fault in seep, please report it (" + failure + "); " + where, ExitCode.DEFECT);
    }
}
