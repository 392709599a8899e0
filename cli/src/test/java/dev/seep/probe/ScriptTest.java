package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.seep.testing.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts in every shell of this machine, asked about processes that the test made. */
@EnabledOnOs(OS.LINUX)
class ScriptTest {
    private static final ProbeSet PROBES = ProbeSet.all();

    private final List<Process> started = new ArrayList<>();

    static Stream<List<String>> shells() {
        return Shells.all();
    }

    @AfterEach
    void endProcesses() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void countsDescriptorsExactly(List<String> shell) throws IOException {
        long pid = ready("exec 3</dev/null 4</dev/null 5</dev/null; ulimit -n 60; echo ready; read x");

        Map<String, Double> values = ask(shell, "fds", List.of(pid)).values();

        assertThat(values).containsEntry("fds.open", 6.0).containsEntry("fds.limit_share", 0.1);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void countsZombiesExactly(List<String> shell) throws IOException {
        long parent =
                ready("for i in 1 2 3; do (while read -r x </proc/$$/comm && [ $x != sleep ]; do :; done) & done; "
                        + "echo ready; exec sleep 1000");
        List<Long> tree = tree(parent);
        Waiting.until(() -> descriptors(parent) == 3);
        for (long child : tree.subList(1, tree.size())) {
            while (!Files.readString(Path.of("/proc/" + child + "/stat")).contains(") Z ")) {
                Thread.onSpinWait();
            }
        }

        Map<String, Double> values =
                ask(shell, "zombies,processes,threads,fds,memory", tree).values();

        assertThat(values)
                .containsEntry("zombies", 3.0)
                .containsEntry("processes", 1.0)
                .containsEntry("threads", 1.0)
                .containsEntry("fds.open", 3.0);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void isNotMisledByNamesOfProcesses(List<String> shell, @TempDir Path folder) throws IOException {
        List<Long> pids = hostile(folder);

        Reading reading = ask(shell, "zombies,processes,memory", pids);

        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.values()).containsEntry("zombies", 0.0).containsEntry("processes", (double) pids.size());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void readsManyProcessesAsItReadsFew(List<String> shell, @TempDir Path folder) throws IOException {
        List<Long> pids = new ArrayList<>(hostile(folder));
        pids.addAll(
                tree(ready("i=0; while [ $i -lt 23 ]; do sleep 1000 & i=$((i+1)); done; echo ready; exec sleep 1000")));
        assertThat(pids).hasSize(30);
        pids.forEach(pid -> Waiting.until(() -> descriptors(pid) == 3));
        pids.add(999_999_999L);

        Reading reading = ask(shell, "zombies,processes,fds", pids);

        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.values())
                .containsEntry("zombies", 0.0)
                .containsEntry("processes", 30.0)
                .containsEntry("fds.open", 90.0)
                .containsKey("fds.limit_share");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void memoryIsThatOfTheKernel(List<String> shell) throws IOException {
        long pid = ProcessHandle.current().pid();

        Map<String, Double> values = ask(shell, "memory", List.of(pid)).values();

        assertThat(values).containsOnlyKeys("memory.rss", "memory.anon", "memory.node");
        assertThat(values.get("memory.rss")).isCloseTo(kibibytes(pid, "VmRSS:"), withinPercentage(5));
        assertThat(values.get("memory.anon")).isCloseTo(kibibytes(pid, "RssAnon:"), withinPercentage(5));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void countsSocketsOfTheProcessExactly(List<String> shell) throws IOException {
        boolean hasLs = !shell.contains("PATH=/nowhere");
        long pid = ProcessHandle.current().pid();
        PollRequest pollRequest = question("sockets");
        List<AutoCloseable> open = new ArrayList<>();
        try (Shells.Resident resident = new Shells.Resident(shell, PROBES.program());
                ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Reading before = PROBES.read(pollRequest, resident.ask(pollRequest, List.of(pid)));
            for (int i = 0; i < 10; i++) {
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept();
                open.add(accepted);
                if (i < 7) {
                    client.close();
                    assertThat(accepted.getInputStream().read()).isEqualTo(-1);
                } else {
                    open.add(client);
                }
            }
            Reading after = PROBES.read(pollRequest, resident.ask(pollRequest, List.of(pid)));

            if (hasLs) {
                assertThat(grown(before, after, "close_wait")).isEqualTo(7);
                assertThat(grown(before, after, "established")).isEqualTo(6);
            } else {
                assertThat(after.values()).isEmpty();
                assertThat(after.gaps()).containsOnlyKeys("sockets");
            }
        } finally {
            open.forEach(ScriptTest::close);
        }
    }

    private static double grown(Reading before, Reading after, String state) {
        String metric = "sockets.tcp." + state;
        return after.values().getOrDefault(metric, Double.NaN) - before.values().getOrDefault(metric, Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void leavesItsOwnShellOutOfAContainer(List<String> shell) throws IOException {
        PollRequest pollRequest = new PollRequest(1, List.of("memory", "fds", "processes", "threads", "zombies"));
        try (Shells.Resident resident = new Shells.Resident(shell, PROBES.program())) {
            ProbeAnswer probeAnswer = ProbeAnswer.parse(pollRequest, resident.ask(pollRequest, List.of()))
                    .orElseThrow();

            assertThat(probeAnswer.processes().rows())
                    .extracting(ProcessTable.Row::pid)
                    .contains(ProcessHandle.current().pid())
                    .doesNotContain(resident.process().pid());
            assertThat(probeAnswer.rows("fds"))
                    .extracting(row -> row[0])
                    .contains("" + ProcessHandle.current().pid())
                    .doesNotContain("" + resident.process().pid());
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void answersManyQuestionsLeavesNoChildAndEndsWithItsInput(List<String> shell) throws IOException {
        Shells.Resident resident = new Shells.Resident(shell, PROBES.program());
        for (int i = 1; i <= 30; i++) {
            PollRequest pollRequest = new PollRequest(i, List.of(i % 2 == 0 ? "sockets" : "fds", "memory"));
            List<Long> pids = List.of(ProcessHandle.current().pid());
            assertThat(ProbeAnswer.parse(pollRequest, resident.ask(pollRequest, pids)))
                    .isPresent();
        }
        assertThat(resident.process().descendants()).isEmpty();
        resident.close();
        assertThat(resident.process().exitValue()).isZero();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void answersOneQuestionWithoutASession(List<String> shell) throws IOException {
        long pid = ready("echo ready; read x");
        PollRequest pollRequest = question("processes,fds");
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of("-c", PROBES.once(pollRequest), "seep", "" + pid));
        Process once = new ProcessBuilder(command).start();
        String out = new String(once.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

        assertThat(PROBES.read(pollRequest, out).values())
                .containsEntry("processes", 1.0)
                .containsEntry("fds.open", 3.0);
    }

    /** Processes whose names look like the rest of the line in /proc/PID/stat, or are no text at all. */
    private List<Long> hostile(Path folder) throws IOException {
        List<Long> pids = new ArrayList<>();
        for (String name :
                List.of("a) Z (b", "x) Z 1\\n2 (y) Z", "\\201\\202\\204\\210\\377", "*", ")", "$(ls) `ls`")) {
            String sleep = Files.createTempDirectory(folder, "bin") + "/";
            pids.add(ready("f=\"" + sleep + "$(printf '" + name
                    + "')\"; cp \"$(command -v sleep)\" \"$f\"; echo ready; exec \"$f\" 1000"));
        }
        return pids;
    }

    private Reading ask(List<String> shell, String probes, List<Long> pids) throws IOException {
        PollRequest pollRequest = question(probes);
        try (Shells.Resident resident = new Shells.Resident(shell, PROBES.program())) {
            return PROBES.read(pollRequest, resident.ask(pollRequest, pids));
        }
    }

    private static PollRequest question(String probes) {
        return new PollRequest(42, List.of(probes.split(",")));
    }

    /** The PID of a process that has come to {@code echo ready} and, if it then becomes another program, is that. */
    private long ready(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        while (script.contains("exec ")
                && script.endsWith("1000")
                && commandLine(process).contains("ready")) {
            Thread.onSpinWait();
        }
        return process.pid();
    }

    private static String commandLine(Process process) throws IOException {
        return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
    }

    private static List<Long> tree(long root) {
        return Stream.concat(
                        Stream.of(root),
                        ProcessHandle.of(root).orElseThrow().descendants().map(ProcessHandle::pid))
                .toList();
    }

    /** A program that is still being loaded has its libraries open for a moment. */
    private static int descriptors(long pid) {
        String[] open = Path.of("/proc/" + pid + "/fd").toFile().list();
        return open == null ? 0 : open.length;
    }

    private static double kibibytes(long pid, String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("\\D", "")))
                .sum();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
