package dev.seep.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.Main;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the live set of real JVMs tells a leak from a healthy service, with each collector. */
public final class JvmBench {
    private static final String MIB_PER_MINUTE = "1.5";

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private record Program(String collector, boolean leaks) {
        Process start() throws IOException {
            boolean tight = collector.equals("Serial") || collector.equals("Parallel");
            List<String> command = new ArrayList<>(List.of(
                    JAVA.toString(),
                    "-XX:+Use" + collector + "GC",
                    tight ? "-Xmx128m" : "-Xmx192m",
                    "-cp",
                    CLASS_PATH,
                    JvmLoad.class.getName()));
            if (leaks) {
                command.add(MIB_PER_MINUTE);
            }
            return new ProcessBuilder(command).inheritIO().start();
        }
    }

    private JvmBench() {}

    /** Arguments: the folder of the run, its length, and collectors as in {@code -XX:+UseG1GC}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        Map<Long, Program> programs = new LinkedHashMap<>();
        List<Process> processes = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> processes.forEach(Process::destroyForcibly)));
        for (String collector : List.of(args).subList(2, args.length)) {
            for (boolean leaks : List.of(false, true)) {
                Program program = new Program(collector, leaks);
                Process process = program.start();
                processes.add(process);
                programs.put(process.pid(), program);
            }
        }
        processes.add(seep(folder, args[1], programs));
        processes.get(processes.size() - 1).waitFor();
        print(new ObjectMapper().readTree(folder.resolve("verdict.json").toFile()), programs);
    }

    private static Process seep(Path folder, String length, Map<Long, Program> programs) throws IOException {
        String pids = programs.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(List.of("-cp", CLASS_PATH, Main.class.getName(), "run", "--pid", pids));
        command.addAll(List.of("--every", "2s", "--for", length, "--probe", "memory", "--probe", "jvm:every=2s"));
        command.addAll(List.of("--out", folder.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static void print(JsonNode verdict, Map<Long, Program> programs) {
        System.out.printf("%-12s %-8s %-13s %6s  %s%n", "collector", "program", "verdict", "points", "why");
        programs.forEach((pid, program) -> {
            for (JsonNode finding : verdict.path("findings")) {
                if (finding.path("series").asText().endsWith("-" + pid + " jvm.heap.live")) {
                    System.out.printf(
                            Locale.ROOT,
                            "%-12s %-8s %-13s %6d  %s, %s%n",
                            program.collector(),
                            program.leaks() ? "leaking" : "healthy",
                            finding.path("verdict").asText(),
                            finding.path("samples").asInt(),
                            finding.path("pattern").asText(),
                            finding.path("reason").asText());
                }
            }
        });
    }
}
