package dev.seep.command;

import dev.seep.run.CliEnvironment;
import dev.seep.run.UsageException;
import dev.seep.store.ConfigFile;
import dev.seep.store.line.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Default values of options not on the command line: from {@code SEEP_...} in the environment, then from the config
 * file.
 */
final class Defaults implements IDefaultValueProvider {
    /** What help says about it. */
    static final String IN_SHORT = """
            Any option can also be set in the environment, as SEEP_EVERY=10s for --every,
            or in ~/.config/seep/config.yaml, as every: 10s; SEEP_CONFIG names another
            file. The command line goes first, then the environment, then the file.
            """;

    /** Sets nothing. */
    static final Defaults NONE = new Defaults(Map.of(), Path.of(""), Map.of());

    private final Map<String, String> variables;
    private final Path path;
    private final Map<String, List<String>> file;

    private Defaults(Map<String, String> variables, Path path, Map<String, List<String>> file) {
        this.variables = variables;
        this.path = path;
        this.file = file;
    }

    /**
     * Those of this environment.
     *
     * @param commands whose options a file can set, for only then is it worth the time to look through them
     * @throws UsageException if the file cannot be read or sets what is no option
     */
    static Defaults of(CliEnvironment environment, Supplier<CommandLine> commands) {
        Map<String, String> variables = environment.variables();
        String own = variables.get("SEEP_CONFIG");
        Path path = own == null ? usualPath(variables) : environment.folder().resolve(own);
        boolean nothing = own == null && !Files.exists(path);
        return new Defaults(variables, path, nothing ? Map.of() : read(path, commands.get()));
    }

    /** {@code seep/config.yaml} in the folder of configurations. */
    private static Path usualPath(Map<String, String> variables) {
        String home = variables.getOrDefault("HOME", "");
        String folder = variables.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
        return Path.of(folder, "seep", "config.yaml");
    }

    private static Map<String, List<String>> read(Path path, CommandLine commands) {
        try {
            Map<String, List<String>> values = ConfigFile.read(path);
            Set<String> known = new TreeSet<>();
            addKeys(commands, known);
            values.keySet().stream()
                    .filter(key -> !known.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new UsageException(
                                path + ": there is no option '" + key + "', known are " + String.join(", ", known));
                    });
            return values;
        } catch (StoreException unreadable) {
            throw new UsageException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static void addKeys(CommandLine commandLine, Set<String> keys) {
        commandLine.getSubcommands().values().forEach(sub -> {
            sub.getCommandSpec().options().stream()
                    .filter(Defaults::isSettable)
                    .forEach(option -> keys.add(key(option)));
            addKeys(sub, keys);
        });
    }

    /** Whether an option can be set elsewhere than on the command line. */
    static boolean isSettable(OptionSpec option) {
        return !option.usageHelp() && !option.versionHelp() && !option.hidden();
    }

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        if (!(arg instanceof OptionSpec option) || !isSettable(option)) {
            return null;
        }
        String value = variables.get(variable(option));
        List<String> words = file.get(key(option));
        return value != null || words == null
                ? value
                : String.join(option.splitRegex().isEmpty() ? "\n" : ",", words);
    }

    /**
     * The message with the place where an option was set instead of its name.
     *
     * @param words of the command line, where a value may be set too
     */
    String blaming(String message, CommandSpec command, List<String> words) {
        String blaming = message;
        for (OptionSpec option : command.options()) {
            if (defaultValue(option) != null && words.stream().noneMatch(word -> sets(word, option))) {
                Pattern name = Pattern.compile("(?:option )?'?" + option.longestName() + "(?![-\\w])(?:'(?: \\("
                        + Pattern.quote(option.paramLabel()) + "\\))?)?");
                blaming = name.matcher(blaming).replaceAll(Matcher.quoteReplacement(place(option)));
            }
        }
        return blaming;
    }

    private String place(OptionSpec option) {
        String variable = variable(option);
        return variables.containsKey(variable) ? variable : "'" + key(option) + "' in " + path;
    }

    private static boolean sets(String word, OptionSpec option) {
        return Stream.of(option.names())
                .anyMatch(name ->
                        name.length() == 2 ? word.startsWith(name) : word.equals(name) || word.startsWith(name + "="));
    }

    private static String variable(OptionSpec option) {
        return "SEEP_" + key(option).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^--?", "");
    }
}
