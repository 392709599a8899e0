package dev.seep.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.probe.TimeLimit;
import dev.seep.sample.Growth;
import dev.seep.sample.Growth.Kind;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The script in every shell of this machine, asked about processes that the test made. */
@EnabledOnOs(OS.LINUX)
class EvidenceScriptTest {
    private static final EvidenceScript WITHOUT_FILES = new EvidenceScript(false, List.of());

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    /** As in images with all usual programs, with busybox, and with a shell alone. */
    static Stream<List<String>> shells() {
        return Stream.concat(shellsWithPrograms(), shellsAlone());
    }

    static Stream<List<String>> shellsWithPrograms() {
        return here(Stream.of(List.of("/usr/bin/dash"), List.of("/usr/bin/bash"), List.of("/usr/bin/busybox", "sh")));
    }

    static Stream<List<String>> shellsAlone() {
        return here(Stream.of(
                List.of("/usr/bin/env", "PATH=/nowhere", "/usr/bin/dash"),
                List.of("/usr/bin/env", "PATH=/nowhere", "/usr/bin/bash")));
    }

    private static Stream<List<String>> here(Stream<List<String>> shells) {
        return shells.filter(shell -> shell.stream()
                .filter(word -> word.startsWith("/"))
                .allMatch(word -> Files.isExecutable(Path.of(word))));
    }

    @AfterEach
    void endProcesses() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    @ParameterizedTest
    @MethodSource("shellsWithPrograms")
    void groupsDescriptorsByWhatTheyPointToWithoutTheirNumbers(List<String> shell) throws Exception {
        Process holder = holder("for i in 4 5 6; do eval \"exec $i>" + folder + "/app.$i.log\"; done; exec 7>" + folder
                + "/one.log 8</dev/null");

        EvidenceCapture evidenceCapture = look(shell, WITHOUT_FILES, holder);

        assertThat(amount(evidenceCapture, Kind.DESCRIPTORS, plain(folder) + "/app.*.log"))
                .isEqualTo(3);
        assertThat(amount(evidenceCapture, Kind.DESCRIPTORS, "/dev/null")).isPositive();
        assertThat(amount(evidenceCapture, Kind.DESCRIPTORS, folder + "/one.log"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("shellsAlone")
    void aShellAloneTellsDescriptorsByKind(List<String> shell) throws Exception {
        Process holder = holder("exec 4</dev/null 5</dev/null 6>" + folder + "/a 7>" + folder + "/b");

        EvidenceCapture evidenceCapture = look(shell, WITHOUT_FILES, holder);

        assertThat(amount(evidenceCapture, Kind.DESCRIPTORS, "files")).isEqualTo(2);
        assertThat(amount(evidenceCapture, Kind.DESCRIPTORS, "devices")).isGreaterThanOrEqualTo(2);
        assertThat(evidenceCapture.notes()).anyMatch(note -> note.startsWith("no awk or no cat"));
    }

    @ParameterizedTest
    @MethodSource("shellsWithPrograms")
    void tellsSocketsByStatePeerAndOwner(List<String> shell) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 5, loopback);
                Socket accepted = acceptedFromOneThatLeft(server)) {

            EvidenceCapture evidenceCapture = look(shell, WITHOUT_FILES, ProcessHandle.current());

            String name = "CLOSE_WAIT at port " + server.getLocalPort() + " from 127.0.0.1";
            assertThat(accepted.isClosed()).isFalse();
            assertThat(amount(evidenceCapture, Kind.SOCKETS, name)).isEqualTo(1);
            assertThat(amount(evidenceCapture, Kind.DESCRIPTORS, "socket " + name))
                    .isEqualTo(1);
            assertThat(evidenceCapture.text()).containsPattern("1  java +" + name);
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void namesZombiesAndTheirParent(List<String> shell) throws Exception {
        Process parent = ready("for i in 1 2 3; do sleep 0.01 & done; echo ready; exec sleep 1000");
        while (parent.children().anyMatch(child -> !isZombie(child))) {
            Thread.onSpinWait();
        }

        EvidenceCapture evidenceCapture = look(shell, WITHOUT_FILES, parent.toHandle());

        assertThat(amount(evidenceCapture, Kind.ZOMBIES, "sleep")).isEqualTo(3);
        assertThat(EvidenceDiff.of(null, evidenceCapture))
                .contains(new Growth(Kind.ZOMBIES, "sleep", "sleep", Double.NaN, 3))
                .contains(new Growth(Kind.PROCESSES, "sleep", "", Double.NaN, 1));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void addsUpMemoryByMapping(List<String> shell) throws Exception {
        Process holder = holder("x=x; while [ ${#x} -lt 8000000 ]; do x=$x$x; done");

        EvidenceCapture evidenceCapture = look(shell, WITHOUT_FILES, holder);

        double resident =
                amount(evidenceCapture, Kind.MEMORY, "[heap]") + amount(evidenceCapture, Kind.MEMORY, "anonymous");
        assertThat(resident).isBetween(8e6, 64e6);
    }

    @ParameterizedTest
    @MethodSource("shellsWithPrograms")
    void findsTheLargestFilesAndDirectories(List<String> shell) throws Exception {
        Path logs = Files.createDirectories(folder.resolve("it's a/logs"));
        for (int i = 0; i < 5; i++) {
            Files.write(logs.resolve("part-" + i + "-3f2a9c41.log"), new byte[100_000]);
        }

        EvidenceCapture evidenceCapture =
                look(shell, new EvidenceScript(true, List.of(folder + "/it's a", "/no/such")), holder(":"));

        assertThat(amount(evidenceCapture, Kind.FILES, plain(logs) + "/part-*.log"))
                .isBetween(500_000.0, 530_000.0);
        assertThat(amount(evidenceCapture, Kind.DIRECTORIES, logs.toString())).isBetween(500_000.0, 530_000.0);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void isNotMisledByHostileNames(List<String> shell) throws Exception {
        Path hostile = folder.resolve("\u001b[31m\tend\nfds\t9\t9\tx\ty\tz\u202e");
        Path program = Files.copy(Path.of("/usr/bin/sleep"), folder.resolve("a\tb) Z 1\n"));
        Process holder = ready("exec 4>'" + hostile + "'; echo ready; '" + program + "' 1000; :");
        while (holder.children().findAny().isEmpty()) {
            Thread.onSpinWait();
        }

        EvidenceCapture evidenceCapture = look(shell, WITHOUT_FILES, holder);

        assertThat(evidenceCapture.holdings()).isNotEmpty();
        assertThat(evidenceCapture.text().replace("\n", "")).doesNotContainPattern("[\\p{Cntrl}\u202e]");
        assertThat(evidenceCapture.has(Kind.ZOMBIES)).isFalse();
    }

    @Test
    void readsNeitherArgumentsNorEnvironmentsNorContents() throws Exception {
        Files.writeString(folder.resolve("config"), "content-secret");
        Process holder = ready("exec 4<" + folder + "/config; echo ready; read x; : argument-secret");
        String read = new EvidenceScript(true, List.of(folder.toString())).script() + EvidenceScript.classes();

        String out =
                run(List.of("/bin/sh"), new EvidenceScript(true, List.of(folder.toString())).script(), all(holder));

        assertThat(out).contains("config").doesNotContain("-secret");
        assertThat(read).doesNotContain("environ").doesNotContain("cmdline");
    }

    @Test
    void leavesItselfOutWhereItLooksAtEverything() throws Exception {
        Path shell = Files.copy(Path.of("/bin/sh"), folder.resolve("own-shell"));

        String out = run(List.of(shell.toString()), WITHOUT_FILES.script(), List.of());

        assertThat(EvidenceCapture.parse(out).hasProcess("java")).isTrue();
        assertThat(out).doesNotContain("own-shell");
    }

    @Test
    void thousandsOfDifferentThingsStayBounded() throws Exception {
        for (int i = 0; i < 3000; i++) {
            String name = Integer.toString(i, 26).replaceAll("[0-9]", "x") + Character.toString((char) ('a' + i % 26));
            Files.write(folder.resolve(name + "-" + letters(i)), new byte[10]);
        }

        String out = run(
                List.of("/bin/sh"), new EvidenceScript(true, List.of(folder.toString())).script(), all(holder(":")));

        assertThat(out.length()).isLessThan(100_000);
        assertThat(out).contains("(others)");
    }

    private static Socket acceptedFromOneThatLeft(ServerSocket server) throws IOException {
        try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(client.isConnected()).isTrue();
            return server.accept();
        }
    }

    @ParameterizedTest
    @MethodSource("shellsWithPrograms")
    void hundredsOfProcessesAreAddedUpByName(List<String> shell) throws Exception {
        Process holder = holder("i=0; while [ $i -lt 100 ]; do sleep 1000 & i=$((i+1)); done");
        // A process has the name of its parent until the program is loaded.
        Waiting.until(
                () -> holder.descendants().filter(EvidenceScriptTest::isAsleep).count() == 100);

        EvidenceCapture evidenceCapture = look(shell, WITHOUT_FILES, holder);

        assertThat(amount(evidenceCapture, Kind.PROCESSES, "sleep")).isEqualTo(100);
        assertThat(amount(evidenceCapture, Kind.THREADS, "sleep")).isEqualTo(100);
        assertThat(amount(evidenceCapture, Kind.MEMORY, "(all mappings)")).isPositive();
        assertThat(amount(evidenceCapture, Kind.MEMORY, "[heap]")).isPositive();
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 16) {
            letters.append((char) ('g' + rest % 16));
        }
        return letters.toString();
    }

    private static boolean isAsleep(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains("(sleep) S ");
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isZombie(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }

    /** A path of the machine as groups show it. */
    private static String plain(Path path) {
        StringBuilder plain = new StringBuilder();
        for (String word : path.toString().split("(?<=[^0-9A-Za-z])|(?=[^0-9A-Za-z])")) {
            boolean number = word.matches(".*[0-9].*");
            plain.append(!number ? word : word.matches("[0-9A-Fa-f]+") ? "*" : word.replaceAll("[0-9]+", "*"));
        }
        return plain.toString().replaceAll("\\*([-_.:]\\*)+", "*");
    }

    private static double amount(EvidenceCapture evidenceCapture, Kind kind, String what) {
        return evidenceCapture.holdings().values().stream()
                .filter(one -> one.kind() == kind && one.what().equals(what))
                .mapToDouble(HeldResource::amount)
                .sum();
    }

    /** A shell that has done this and waits. */
    private Process holder(String script) throws IOException {
        return ready(script + "; echo ready; read x");
    }

    private Process ready(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script).start();
        started.add(process);
        assertThat(process.inputReader(StandardCharsets.ISO_8859_1).readLine()).isEqualTo("ready");
        return process;
    }

    private static EvidenceCapture look(List<String> shell, EvidenceScript evidenceScript, Process process)
            throws Exception {
        return look(shell, evidenceScript, process.toHandle());
    }

    private static EvidenceCapture look(List<String> shell, EvidenceScript evidenceScript, ProcessHandle process)
            throws Exception {
        return EvidenceCapture.parse(run(shell, evidenceScript.script(), all(process)));
    }

    private static List<Long> all(Process process) {
        return all(process.toHandle());
    }

    private static List<Long> all(ProcessHandle process) {
        return Stream.concat(
                        Stream.of(process),
                        process.pid() == ProcessHandle.current().pid() ? Stream.of() : process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static String run(List<String> shell, String script, List<Long> pids) throws Exception {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of("-c", TimeLimit.FUNCTION + script, "seep"));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
