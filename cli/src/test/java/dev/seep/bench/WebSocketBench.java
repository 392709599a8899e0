package dev.seep.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a kept session costs with seep's own web socket client, with that of the JDK, and with none. Each case is a pair of
 * processes, client and server, and is repeated; what is printed are medians.
 */
public final class WebSocketBench {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private WebSocketBench() {}

    /** Arguments: numbers of sessions, {@code --repeats}, {@code --rate} (polls a second), {@code --seconds}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(args);
        List<String> sessions = arguments.words().isEmpty() ? List.of("40", "200", "1000") : arguments.words();
        System.out.print(new MarkdownTable(
                "client, sessions",
                "heap a session, bytes",
                "direct, bytes",
                "CPU of an opening, ms",
                "CPU of 1,000 polls, ms",
                "threads",
                "resident, MiB"));
        System.out.print(row("none", sessions.get(0), arguments));
        for (String count : sessions) {
            for (String client : List.of("own", "jdk")) {
                System.out.print(row(client, count, arguments));
            }
        }
    }

    private static String row(String client, String count, Arguments arguments)
            throws IOException, InterruptedException {
        List<double[]> runs = new ArrayList<>();
        for (int i = 0; i < arguments.number("repeats", 3); i++) {
            runs.add(run(
                    client,
                    count,
                    Long.toString(arguments.number("rate", 1000)),
                    Long.toString(arguments.number("seconds", 20))));
        }
        return row(client + ", " + count, runs);
    }

    private static String row(String name, List<double[]> runs) {
        double[] medians = IntStream.range(0, runs.get(0).length)
                .mapToDouble(column -> Figures.median(
                        runs.stream().mapToDouble(run -> run[column]).toArray()))
                .toArray();
        return MarkdownTable.line(
                name,
                Figures.text("%,.0f", medians[0]),
                Figures.text("%,.0f", medians[1]),
                Figures.text("%.1f", medians[2]),
                Figures.text("%.0f", medians[3] * 1e3),
                Figures.text("%.0f", medians[4]),
                Figures.text("%.0f", medians[5]));
    }

    private static double[] run(String client, String sessions, String rate, String seconds)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench-websocket");
        Process server = java(
                Redirect.to(folder.resolve("server.log").toFile()),
                List.of("-Xmx1g"),
                FakeApiServer.class,
                folder.toString(),
                sessions,
                "0",
                "0",
                "0");
        try {
            if (!FakeApiServer.READY.equals(server.inputReader().readLine())) {
                throw new IOException("the server did not start, see " + folder.resolve("server.log"));
            }
            Process measured = java(
                    Redirect.INHERIT,
                    // Else a collection leaves some dead objects where they are.
                    List.of("-Xmx256m", "-XX:-UsePerfData", "-XX:MarkSweepAlwaysCompactCount=1"),
                    SocketCase.class,
                    client,
                    folder.toString(),
                    sessions,
                    rate,
                    seconds);
            String figures = new String(measured.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (measured.waitFor() != 0) {
                throw new IOException("no figures of " + client + " with " + sessions + " sessions");
            }
            return Arrays.stream(figures.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } finally {
            server.destroy();
            var unused = server.waitFor();
        }
    }

    private static Process java(Redirect errors, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(errors).start();
    }
}
