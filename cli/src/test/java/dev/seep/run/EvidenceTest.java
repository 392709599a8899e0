package dev.seep.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import dev.seep.demo.DemoKind;
import dev.seep.store.RunReader;
import dev.seep.testing.Waiting;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Policy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that leak, and what the verdict says of them. */
class EvidenceTest {
    /** Samples between two questions whether it leaks by now. */
    private static final int FEW = 12;
    /** A false discovery rate far below the one that a leak needs. */
    private static final double SURE = 1e-6;
    /** What leaks may stand still for a second where the machine is busy, and is then no leak for a while. */
    private static final int TIMES = 3;

    @TempDir
    private Path folder;

    private CliRunner seep;

    private @Nullable Process leaking;

    @AfterEach
    void endLeaks() {
        if (leaking != null) {
            leaking.descendants().forEach(ProcessHandle::destroyForcibly);
            leaking.destroyForcibly().onExit().join();
        }
    }

    @BeforeEach
    void makeRunner() {
        seep = new CliRunner(folder);
    }

    @Test
    void theFindingsNameWhatGrew() throws Exception {
        leaking = leaking("DESCRIPTOR_LEAK", "CLOSE_WAIT_LEAK", "ZOMBIE_LEAK", "MEMORY_LEAK");

        Result result = runUntil(
                seenAndLeaking("fds.limit_share", "sockets.tcp.close_wait", "zombies", "memory.anon"),
                "2m",
                List.of("--pid", "" + leaking.pid()));

        String socket = "CLOSE_WAIT at port \\d+ from 127.0.0.1";
        assertThat(cause("fds.limit_share"))
                .as(result.out() + result.err())
                .matches("\\+\\d+ descriptors of java to .*")
                .containsPattern("to socket " + socket)
                .contains("to /dev/null");
        assertThat(cause("sockets.tcp.close_wait"))
                .as(result.out() + result.err())
                .matches("\\+\\d+ sockets of java, " + socket);
        assertThat(cause("zombies"))
                .as(result.out() + result.err())
                .matches("\\+\\d+ zombies named sh, children of yes");
        assertThat(cause("memory.anon"))
                .as(result.out() + result.err())
                .matches("\\+.* MiB anonymous memory of java.*");
        assertThat(result.out().replaceAll("\\s+", " ")).contains(cause("zombies"));
        Files.delete(folder.resolve("run/verdict.json"));
        assertThat(seep.run("analyze", "run").out()).isEqualTo(result.out());
    }

    @Test
    void aGrowingDirectoryIsNamedInEveryReport() throws Exception {
        Path data = Files.createDirectory(folder.resolve("da_ta"));
        String script = "n=0; while :; do n=$((n+1)); head -c 100000 /dev/zero >$0/part$n; sleep 0.2; done";

        Result result = runUntil(
                seenAndLeaking("disk.path."),
                "2m",
                List.of("--", "sh", "-c", script, data.toString()),
                "--probe",
                "fds,disk:path=" + data + ":every=300ms",
                "--report",
                "r.html",
                "--junit",
                "j.xml",
                "--summary",
                "s.md");

        assertThat(cause("disk.path.")).as(result.out() + result.err()).matches("\\+.* [KM]iB in .*/da_ta/part\\*");
        assertThat(Files.readString(folder.resolve("r.html"))).contains("/da_ta/part*");
        assertThat(Files.readString(folder.resolve("j.xml"))).contains("/da_ta/part*");
        assertThat(Files.readString(folder.resolve("s.md"))).contains("/da\\_ta/part\\*");
    }

    @Test
    void offMeansOff() throws Exception {
        run("2s", List.of("sleep", "100"), "--evidence", "off");

        assertThat(folder.resolve("run/evidence")).doesNotExist();
    }

    @Test
    void aCommandOfOnesOwnIsKeptAndNothingElse() throws Exception {
        Path early = folder.resolve("run/evidence/local_sh.command.early.txt");

        runUntil(() -> Files.exists(early), "30s", leakingShell(), "--evidence", "echo mine; echo yours >&2");

        assertThat(Files.readString(early)).startsWith("local/sh, life ").endsWith("\n\nmine\n");
        assertThat(folder.resolve("run/evidence/local_sh.early.txt")).doesNotExist();
    }

    @Test
    void evidenceThatFailsIsOneLineAndChangesNothing() throws Exception {
        Result with =
                runUntil(() -> seep.recorded("\"processes\"") >= 12, "30s", leakingShell(), "--evidence", "exit 7");
        Result without = seep.run("analyze", "run");

        assertThat(with.exit()).isEqualTo(without.exit());
        assertThat(with.err().lines().filter(line -> line.contains("evidence")))
                .containsExactly("seep: no evidence from 1 of 1 targets: exit 7");
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneLineToo() throws Exception {
        Files.createDirectories(folder.resolve("run"));
        Result result = run("3s", List.of("sh", "-c", "sleep 1; echo x >" + folder + "/run/evidence; sleep 1000"));

        assertThat(result.exit()).isNotIn(4, 70);
        assertThat(result.err()).doesNotContain("\tat ");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Result result = seep.run("run", "--evidence", "off", "--evidence", "auto", "--for", "1s", "--", "true");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--evidence off goes with nothing else");
    }

    @Test
    void aResumedRunLooksAsPlanned() throws Exception {
        run("2s", List.of("sleep", "100"), "--evidence", "off");

        assertThat(Files.readString(folder.resolve("run/run.json"))).contains("--evidence=off");
    }

    /** Demo processes as one tree, each of which has begun to leak; they end when their input does. */
    private static Process leaking(String... kinds) throws IOException {
        StringBuilder script = new StringBuilder();
        Set<String> names = new HashSet<>(Set.of("yes")); // the parent of zombies
        for (String kind : kinds) {
            DemoKind demo = DemoKind.valueOf(kind);
            script.append("sleep 1000 | '")
                    .append(String.join("' '", demo.command()))
                    .append("' & ");
            names.add(demo.word());
        }
        Process tree = new ProcessBuilder("sh", "-c", script + "wait").start();
        Waiting.until(() -> threads(tree).containsAll(names));
        return tree;
    }

    private static Set<String> threads(Process tree) {
        Set<String> names = new HashSet<>();
        for (ProcessHandle process : tree.descendants().toList()) {
            File[] threads = new File("/proc/" + process.pid() + "/task").listFiles();
            for (File thread : threads == null ? new File[0] : threads) {
                try {
                    names.add(Files.readString(thread.toPath().resolve("comm")).strip());
                } catch (IOException ended) {
                    // It is none that is waited for.
                }
            }
        }
        return names;
    }

    /** Starts a process more, ever again. */
    private static List<String> leakingShell() {
        return List.of("--", "sh", "-c", "while :; do sleep 1000 & sleep 0.2; done");
    }

    /** Until there was a first look, and all of these leak for sure, and still do some samples later. */
    private BooleanSupplier seenAndLeaking(String... metrics) {
        AtomicLong next = new AtomicLong(FEW);
        AtomicInteger sure = new AtomicInteger();
        return () -> {
            if (!Files.exists(folder.resolve("run/evidence")) || seep.recorded(metrics[0]) < next.get()) {
                return false;
            }
            next.set(seep.recorded(metrics[0]) + FEW); // each verdict takes time from what is polled
            List<String> leaks = new Judge(Policy.DEFAULT)
                    .judge(RunReader.read(folder.resolve("run"))).findings().stream()
                            .filter(finding -> finding.outcome() == Outcome.LEAK && finding.q() < SURE)
                            .map(finding -> finding.metric().name())
                            .toList();
            boolean all =
                    Stream.of(metrics).allMatch(metric -> leaks.stream().anyMatch(leak -> leak.startsWith(metric)));
            return sure.updateAndGet(times -> all ? times + 1 : 0) >= TIMES;
        };
    }

    /** @param length a tenth of it is before the first look; the last one is when there is enough */
    private Result runUntil(BooleanSupplier enough, String length, List<String> what, String... options)
            throws Exception {
        List<String> args = new ArrayList<>(List.of("run", "--every", "250ms", "--for", length, "--out", "run"));
        args.addAll(List.of(options));
        args.addAll(what);
        return seep.runUntil(enough, args.toArray(String[]::new));
    }

    private Result run(String length, List<String> command, String... options) {
        List<String> args = new ArrayList<>(List.of("run", "--every", "250ms", "--for", length, "--out", "run"));
        args.addAll(List.of(options));
        args.add("--");
        args.addAll(command);
        return seep.run(args.toArray(String[]::new));
    }

    private String cause(String metric) throws IOException {
        return findings()
                .filter(finding -> finding.path("metric").asText().startsWith(metric))
                .map(finding -> finding.path("cause").asText())
                .findFirst()
                .orElse("no finding");
    }

    private Stream<JsonNode> findings() throws IOException {
        List<JsonNode> findings = new ArrayList<>();
        new ObjectMapper()
                .readTree(folder.resolve("run/verdict.json").toFile())
                .path("findings")
                .forEach(findings::add);
        return findings.stream();
    }
}
