package dev.seep.command;

import dev.seep.run.CliEnvironment;
import dev.seep.store.ConfigFile;
import dev.seep.store.line.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Default values of options not on the command line: from {@code SEEP_...} in the environment, then from the config
 * file.
 */
final class Defaults implements IDefaultValueProvider {
    private final CliEnvironment environment;
    private Map<String, List<String>> file = Map.of();

    Defaults(CliEnvironment environment) {
        this.environment = environment;
    }

    void applyTo(CommandLine commandLine) {
        Path path = path();
        if (Files.exists(path)) {
            file = read(commandLine, path);
        }
        commandLine.setDefaultValueProvider(this);
    }

    /** {@code $SEEP_CONFIG}, or {@code seep/config.yaml} in the folder of configurations. */
    private Path path() {
        Map<String, String> variables = environment.variables();
        String own = variables.get("SEEP_CONFIG");
        if (own != null) {
            return environment.folder().resolve(own);
        }
        String home = variables.getOrDefault("HOME", "");
        String folder = variables.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
        return Path.of(folder, "seep", "config.yaml");
    }

    private static Map<String, List<String>> read(CommandLine commandLine, Path path) {
        try {
            Map<String, List<String>> values = ConfigFile.read(path);
            Set<String> known = new TreeSet<>();
            addKeys(commandLine, known);
            values.keySet().stream()
                    .filter(key -> !known.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new ParameterException(
                                commandLine,
                                path + ": there is no option '" + key + "', known are " + String.join(", ", known));
                    });
            return values;
        } catch (StoreException unreadable) {
            throw new ParameterException(commandLine, unreadable.getMessage(), unreadable);
        }
    }

    private static void addKeys(CommandLine commandLine, Set<String> keys) {
        commandLine.getSubcommands().values().forEach(sub -> {
            sub.getCommandSpec().options().forEach(option -> keys.add(key(option)));
            addKeys(sub, keys);
        });
    }

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        if (!(arg instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String key = key(option);
        String variable = "SEEP_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
        String value = environment.variables().get(variable);
        List<String> words = file.get(key);
        return value != null || words == null
                ? value
                : String.join(option.splitRegex().isEmpty() ? "\n" : ",", words);
    }

    private static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^--?", "");
    }
}
