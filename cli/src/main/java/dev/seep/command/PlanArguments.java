package dev.seep.command;

import dev.seep.run.CliEnvironment;
import dev.seep.run.TargetSelection;
import dev.seep.run.UsageException;
import dev.seep.sample.Durations;
import dev.seep.store.RunPlan;
import dev.seep.store.line.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Plan of a run as arguments that say it in full: wherever an option came from (command line, environment,
 * configuration), the run is gone on with by the same plan.
 */
final class PlanArguments {
    private PlanArguments() {}

    /** @param run holds the options of which {@code targets} were made */
    static List<String> of(CommandSpec run, TargetSelection targets) {
        return of(options(run), targets);
    }

    /** The same without options that nobody set. */
    static List<String> set(CommandSpec run, TargetSelection targets) {
        CommandLine.ParseResult parsed = run.commandLine().getParseResult();
        return of(
                options(run)
                        .filter(option -> parsed.hasMatchedOption(option)
                                || !Objects.equals(option.getValue(), option.initialValue())),
                targets);
    }

    private static List<String> of(Stream<OptionSpec> options, TargetSelection targets) {
        List<String> arguments = new ArrayList<>();
        options.forEach(option -> {
            if (option.splitRegex().isEmpty() && option.getValue() instanceof Collection<?> many) {
                many.forEach(one -> arguments.add(option.longestName() + "=" + one));
                return;
            }
            String value = text(option.getValue());
            if (value != null && value.isEmpty()) {
                arguments.add(option.longestName());
            } else if (value != null) {
                arguments.add(option.longestName() + "=" + value);
            }
        });
        arguments.addAll(targets.workloads());
        if (!targets.command().isEmpty()) {
            arguments.add("--");
            arguments.addAll(targets.command());
        }
        return arguments;
    }

    /** The command that started the recorded run. */
    static RunCommand parse(CliEnvironment environment, RunPlan recorded, Path folder) {
        try {
            return Cli.parseRun(environment, recorded(recorded, folder));
        } catch (ParameterException wrong) {
            throw new StoreException(folder + ": the plan in run.json makes no sense: " + wrong.getMessage(), wrong);
        }
    }

    private static List<String> recorded(RunPlan run, Path folder) {
        if (!(run.plan().get("arguments") instanceof List<?> list)) {
            throw new StoreException(folder + ": run.json does not say what was polled, so that it cannot be resumed");
        }
        return list.stream().map(String::valueOf).toList();
    }

    /** A run is gone on with by the arguments that began it, or not at all. */
    static void refuseAnotherPlan(List<String> arguments, RunPlan run, Path folder) {
        List<String> before = recorded(run, folder);
        if (!before.equals(arguments)) {
            throw new StoreException(folder + " holds a run with another plan (" + String.join(" ", before)
                    + "): choose another --out, or give the same arguments");
        }
    }

    /** A resumed run goes on as it was planned: no option may say otherwise. */
    static void refuseWithResume(CommandSpec run) {
        CommandLine.ParseResult parsed = run.commandLine().getParseResult();
        options(run).filter(parsed::hasMatchedOption).findFirst().ifPresent(option -> {
            throw new UsageException(
                    option.longestName() + " comes from the run that is resumed: leave it out, or start a new run");
        });
    }

    private static Stream<OptionSpec> options(CommandSpec run) {
        return Stream.of("selection", "length", "plan", "evidence")
                .map(run.mixins()::get)
                .filter(Objects::nonNull)
                .flatMap(mixin -> mixin.options().stream());
    }

    /** Empty for a flag that is set, null for an option not set. */
    private static @Nullable String text(@Nullable Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return null;
        } else if (Boolean.TRUE.equals(value)) {
            return "";
        } else if (value instanceof Collection<?> many) {
            return many.isEmpty() ? null : many.stream().map(String::valueOf).collect(Collectors.joining(","));
        } else if (value instanceof Duration duration) {
            return Durations.text(duration);
        }
        return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value.toString();
    }
}
