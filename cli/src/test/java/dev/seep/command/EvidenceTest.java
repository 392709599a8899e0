package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import dev.seep.demo.DemoKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes that leak, and what the verdict says of them. */
class EvidenceTest {
    @TempDir
    private Path folder;

    private CliRunner seep;

    @BeforeEach
    void makeRunner() {
        seep = new CliRunner(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DESCRIPTOR_LEAK | fds.open               | \\+\\d+ descriptors of java to /dev/null
            CLOSE_WAIT_LEAK | sockets.tcp.close_wait | \\+\\d+ sockets of java, CLOSE_WAIT at port \\d+ from 127.0.0.1
            CLOSE_WAIT_LEAK | fds.open               | \\+\\d+ descriptors of java to socket CLOSE_WAIT at port \\d+ .*
            ZOMBIE_LEAK     | zombies                | \\+\\d+ zombies named sh, children of yes
            MEMORY_LEAK     | memory.anon            | \\+.* MiB anonymous memory of java.*
            """)
    void theFindingNamesWhatGrew(DemoKind kind, String metric, String cause) throws Exception {
        Result result = run("14s", kind.command());

        assertThat(cause(metric)).as(result.out() + result.err()).matches(cause);
        assertThat(result.out().replaceAll("\\s+", " ")).contains(cause(metric));
        Files.delete(folder.resolve("run/verdict.json"));
        assertThat(seep.run("analyze", "run").out()).isNotBlank().contains("does not flatten; +");
    }

    @Test
    void aGrowingDirectoryIsNamedInEveryReport() throws Exception {
        Path data = Files.createDirectory(folder.resolve("da_ta"));
        run(
                "14s",
                List.of(
                        "sh",
                        "-c",
                        "n=0; while :; do n=$((n+1)); head -c 100000 /dev/zero >$0/part$n; sleep 0.2; done",
                        data.toString()),
                "--probe",
                "fds,disk:path=" + data + ":every=500ms",
                "--report",
                "r.html",
                "--junit",
                "j.xml",
                "--summary",
                "s.md");

        String metric = findings().findFirst().orElseThrow().path("metric").asText();
        assertThat(cause(metric)).matches("\\+.* [KM]iB in .*/da_ta/part\\*");
        assertThat(Files.readString(folder.resolve("r.html"))).contains("/da_ta/part*");
        assertThat(Files.readString(folder.resolve("j.xml"))).contains("/da_ta/part*");
        assertThat(Files.readString(folder.resolve("s.md"))).contains("/da\\_ta/part\\*");
    }

    @Test
    void offMeansOff() throws Exception {
        run("3s", List.of("sleep", "100"), "--evidence", "off");

        assertThat(folder.resolve("run/evidence")).doesNotExist();
    }

    @Test
    void aCommandOfOnesOwnIsKeptAndNothingElse() throws Exception {
        run("3s", leakingShell(), "--evidence", "echo mine; echo yours >&2");

        assertThat(Files.readString(folder.resolve("run/evidence/local_sh.command.early.txt")))
                .startsWith("local/sh, life ")
                .endsWith("\n\nmine\n");
        assertThat(folder.resolve("run/evidence/local_sh.early.txt")).doesNotExist();
    }

    @Test
    void evidenceThatFailsIsOneLineAndChangesNothing() throws Exception {
        Result with = run("4s", leakingShell(), "--evidence", "exit 7");
        Result without = seep.run("analyze", "run");

        assertThat(with.exit()).isEqualTo(without.exit());
        assertThat(with.err().lines().filter(line -> line.contains("evidence")))
                .containsExactly("seep: no evidence from 1 of 1 targets: exit 7");
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneLineToo() throws Exception {
        Files.createDirectories(folder.resolve("run"));
        Result result = run("4s", List.of("sh", "-c", "sleep 1; echo x >" + folder + "/run/evidence; sleep 1000"));

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
        run("3s", List.of("sleep", "100"), "--evidence", "off");

        assertThat(Files.readString(folder.resolve("run/run.json"))).contains("--evidence=off");
    }

    /** Opens a file more, ever again. */
    private static List<String> leakingShell() {
        return List.of("sh", "-c", "while :; do sleep 1000 & sleep 0.2; done");
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
                .filter(finding -> finding.path("metric").asText().equals(metric))
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
