package dev.seep;

import dev.seep.command.Cli;
import dev.seep.command.ExitCode;
import dev.seep.run.CliEnvironment;
import dev.seep.run.CliEnvironment.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/** Entry point of seep: the one place that knows of the process around it. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** The JVM itself would exit with 1, and that is a leak. */
    private static int run(String... args) {
        try {
            CliEnvironment environment = new CliEnvironment(
                    new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                    new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                    Terminal.ofThisProcess(),
                    System.getenv(),
                    Clock.system(ZoneId.systemDefault()),
                    Path.of("").toAbsolutePath(),
                    Runtime.getRuntime()::halt);
            return new Cli(environment).run(args);
        } catch (NoClassDefFoundError missing) {
            System.err.println("seep: cannot start without " + missing.getMessage()
                    + ": keep the folder lib beside seep.jar, or build seep again");
            return ExitCode.DEFECT.number();
        }
    }
}
