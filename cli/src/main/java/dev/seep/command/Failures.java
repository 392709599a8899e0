package dev.seep.command;

import dev.seep.report.GithubAnnotations;
import dev.seep.run.CannotMeasureException;
import dev.seep.run.CliEnvironment;
import dev.seep.run.GithubStep;
import dev.seep.run.SeepVersion;
import dev.seep.run.UsageException;
import dev.seep.sample.Text;
import dev.seep.source.SourceException;
import dev.seep.store.line.StoreException;
import dev.seep.verdict.policy.PolicyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Failures of a command line, put in words on stderr; each is an exit code. */
final class Failures {
    private final CliEnvironment environment;
    private final Defaults defaults;
    private final List<String> words;

    /** @param words of the command line, before {@code --} */
    Failures(CliEnvironment environment, Defaults defaults, List<String> words) {
        this.environment = environment;
        this.defaults = defaults;
        this.words = words;
    }

    /** Says what is wrong with the command line, or with what is set elsewhere. */
    int usage(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        PrintWriter err = environment.err();
        String problem = PlainWords.of(wrong);
        String blaming = defaults.blaming(problem, command, words);
        err.println("seep: " + Text.oneLine(blaming));
        if (blaming.equals(problem) && !UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("Try '" + command.qualifiedName() + " --help'.");
        }
        err.flush();
        return ExitCode.USAGE.number();
    }

    /** Says why a command failed. */
    int of(Exception failure, CommandLine command) {
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
            return say(defaults.blaming(words(failure), command.getCommandSpec(), words), ExitCode.CANNOT_MEASURE);
        }
        return defect(failure);
    }

    /** A policy has a line for each of its problems. */
    private static String words(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().map(Text::oneLine).collect(Collectors.joining("\n"));
    }

    /** Says it, to GitHub too. */
    int say(String message, ExitCode code) {
        environment.say(message);
        if (GithubStep.isAround(environment)) {
            environment.err().print(GithubAnnotations.error(message));
        }
        environment.err().flush();
        return code.number();
    }

    /** Says that seep is at fault, and where to find what helps to mend it. */
    int defect(Throwable failure) {
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
