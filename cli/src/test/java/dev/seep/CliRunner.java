package dev.seep;

import dev.seep.command.Cli;
import dev.seep.run.CliEnvironment;
import dev.seep.testing.Waiting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jline.utils.Signals;

/** Runs the whole command line in this process and keeps what it prints. */
public final class CliRunner {
    private final Path folder;
    private final Map<String, String> variables = new HashMap<>(Map.of("HOME", "/nonexistent"));

    public CliRunner(Path folder) {
        this.folder = folder;
    }

    /** How a command ended. */
    public record Result(int exit, String out, String err) {}

    public CliRunner with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    public Result run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CliEnvironment environment = new CliEnvironment(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                CliEnvironment.Terminal.NONE,
                variables,
                Clock.systemUTC(),
                folder,
                code -> {
                    throw new IllegalStateException("exit " + code);
                });
        int exit = new Cli(environment).run(args);
        return new Result(exit, out.toString(), err.toString());
    }

    /**
     * Runs a command that polls, and ends it as Ctrl-C does once there is enough: how long that takes is up to the
     * machine.
     */
    public Result runUntil(BooleanSupplier enough, String... args) throws Exception {
        Object before = Signals.register("INT", () -> {}); // one that comes before or after polling ends nothing
        CompletableFuture<Result> running = CompletableFuture.supplyAsync(() -> run(args), CliRunner::onItsThread);
        try {
            Waiting.until(() -> running.isDone() || enough.getAsBoolean());
        } finally {
            if (!running.isDone()) {
                interrupt();
            }
            running.handle((result, failure) -> result).join();
            Signals.unregister("INT", before);
        }
        return running.join();
    }

    /** Lines of samples of the folder {@code run} that say so. */
    public long recorded(String words) {
        try (Stream<String> lines = Files.lines(folder.resolve("run/samples.jsonl"))) {
            return lines.filter(line -> line.contains(words)).count();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static void onItsThread(Runnable command) {
        new Thread(command, "seep").start();
    }

    private static void interrupt() throws IOException, InterruptedException {
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("sh", "-c", "kill -INT " + pid).start().waitFor();
    }
}
