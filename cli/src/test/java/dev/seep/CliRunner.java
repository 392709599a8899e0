package dev.seep;

import dev.seep.command.Cli;
import dev.seep.command.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Runs the whole command line in this process and keeps what it prints. */
public final class CliRunner {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/nonexistent"));

    public CliRunner(Path folder) {
        this.folder = folder;
    }

    /** How a command ended. */
    public record Result(int exit, String out, String err) {}

    public CliRunner with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Result run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Surroundings.Screen.NONE,
                environment,
                Clock.systemUTC(),
                folder,
                code -> {
                    throw new IllegalStateException("exit " + code);
                });
        int exit = new Cli(surroundings).run(args);
        return new Result(exit, out.toString(), err.toString());
    }
}
