package dev.seep;

import dev.seep.command.Cli;
import dev.seep.command.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Uses the main commands once, quietly, so that the JVM that runs it can archive the classes that a start needs. The
 * launcher has it done once for each JDK and build.
 */
public final class Rehearsal {
    /** Nothing listens there. */
    private static final String KUBECONFIG = """
            apiVersion: v1
            kind: Config
            current-context: none
            contexts: [{name: none, context: {cluster: none, user: none}}]
            clusters: [{name: none, cluster: {server: "https://127.0.0.1:1"}}]
            users: [{name: none, user: {token: none}}]
            """;

    private Rehearsal() {}

    /** @param args the folder to play in */
    public static void main(String[] args) throws IOException {
        play(Path.of(args[0]).toAbsolutePath());
    }

    static void play(Path folder) throws IOException {
        Files.writeString(folder.resolve("kubeconfig"), KUBECONFIG);
        Cli seep = new Cli(quiet(folder));
        seep.run("run", "--help");
        seep.run("run", "--kubeconfig", "kubeconfig", "--out", "none");
        String self = Long.toString(ProcessHandle.current().pid());
        seep.run("run", "--every", "100ms", "--for", "1s", "--out", "run", "--pid", self, "--junit", "junit.xml");
        seep.run("analyze", "run", "-o", "json", "--summary", "summary.md");
    }

    private static Surroundings quiet(Path folder) {
        return new Surroundings(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Surroundings.Screen.NONE,
                Map.of("HOME", folder.toString()),
                Clock.systemUTC(),
                folder,
                code -> {});
    }
}
