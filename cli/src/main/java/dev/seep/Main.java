package dev.seep;

import dev.seep.command.Cli;
import dev.seep.command.Surroundings;
import dev.seep.command.Surroundings.Screen;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/** Starts seep: the one place that knows of the process around it. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Surroundings surroundings = new Surroundings(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Screen.ofThisProcess(),
                System.getenv(),
                Clock.system(ZoneId.systemDefault()),
                Path.of("").toAbsolutePath(),
                Runtime.getRuntime()::halt);
        System.exit(new Cli(surroundings).run(args));
    }
}
