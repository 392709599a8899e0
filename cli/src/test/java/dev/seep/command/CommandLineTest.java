package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakePod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole command line in one process: what is typed in, what is printed, and the exit code. */
class CommandLineTest {
    @TempDir
    private Path folder;

    private CliRunner seep;

    @BeforeEach
    void makeRunner() {
        seep = new CliRunner(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "analyze", "watch", "explain", "export", "demo", "completion", "man"})
    void helpHasExamplesOrSaysHowItEnds(String command) {
        Result result = seep.run(command, "--help");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("Usage: seep " + command).containsAnyOf("Example", "Exits");
    }

    @Test
    void withoutACommandItShowsWhatThereIs() {
        Result result = seep.run();

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("run", "analyze", "demo", "Examples:");
    }

    @Test
    void aFlagThatDoesNotExistIsOneLineWithASuggestion() {
        Result result = seep.run("run", "--evry", "2s");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("seep: Unknown option")
                .contains("--every")
                .doesNotContain("\tat ");
    }

    @Test
    void anUnknownProbeIsRefusedWithThoseThereAre() {
        Result result = seep.run("run", "--probe", "memry", "--for", "1s", "--", "true");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("unknown probe 'memry'").contains("memory, fds");
    }

    @Test
    void aTimeSpanThatIsNoneIsRefused() {
        Result result = seep.run("run", "--for", "soon", "--", "true");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("'soon'").contains("8h");
    }

    @Test
    void withoutAClusterItSaysSo() {
        Result result = seep.run("run", "--kubeconfig", "nowhere", "--for", "1s");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("nowhere").doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutAnEngineItSaysWhereItLooked() {
        Result result = seep.with("DOCKER_HOST", "unix://" + folder.resolve("no.sock"))
                .run("run", "--source", "docker", "--for", "1s");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err())
                .contains("no.sock")
                .contains("podman system service")
                .doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--all-namespaces",
                "--field-selector=a=b",
                "--init-containers",
                "--ephemeral-containers",
                "--context=c",
                "--kubeconfig=k",
                "--agents=a",
                "--debug-image=i",
                "--pid=1",
            })
    void whatOnlyClustersKnowMeansNothingToAnEngine(String option) {
        Result result = seep.with("DOCKER_HOST", "unix:///nowhere").run("run", "--source", "docker", option);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains(option.replaceFirst("=.*", "")).contains("means nothing to --source docker");
    }

    @Test
    void aFolderThatIsThereIsNotWrittenTo() throws Exception {
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full/precious"), "x");

        Result result = seep.run("run", "--out", "full", "--for", "1s", "--", "sleep", "5");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("not empty").contains("--out");
        assertThat(folder.resolve("full")).isDirectoryContaining("glob:**/precious");
    }

    @Test
    void watchesAProgramUntilItEnds() throws Exception {
        String untilFive = "until [ $(wc -l <$0) -gt 4 ]; do sleep 0.1; done";
        String samples = folder.resolve("run/samples.jsonl").toString();

        Result result = seep.run(
                "run", "--every", "200ms", "--out", "run", "--inconclusive=pass", "--", "sh", "-c", untilFive, samples);

        assertThat(result.err()).doesNotContain("fault");
        assertThat(result.exit()).isZero();
        assertThat(Files.readAllLines(folder.resolve("run/samples.jsonl"))).hasSizeGreaterThan(3);
        assertThat(Files.readString(folder.resolve("run/events.jsonl"))).contains("\"vanished\"");
        assertThat(Files.readString(folder.resolve("run/verdict.json"))).contains("seep.verdict/1");
    }

    @Test
    void printsJsonAndNothingElse() {
        Result result = seep.run("run", "--every", "200ms", "--out", "run", "-o", "json", "--", "sleep", "1");

        assertThat(result.out()).startsWith("{").endsWith("}\n").contains("\"findings\"");
    }

    @Test
    void noDataIsInconclusiveAndNeverPass() throws Exception {
        Files.writeString(folder.resolve("short.csv"), "ts,series,value\n1,a,5\n2,a,5\n");

        Result result = seep.run("analyze", "short.csv", "--columns", "time=ts,series=series,value=value");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(seep.run(
                                "analyze",
                                "short.csv",
                                "--columns",
                                "time=ts,series=series,value=value",
                                "--inconclusive=pass")
                        .exit())
                .isZero();
    }

    @Test
    void aBrokenCsvIsNamedWithLineAndColumn() throws Exception {
        Files.writeString(folder.resolve("bad.csv"), "ts,series,value\n1,a,5\n2,a,many\n");

        Result result = seep.run("analyze", "bad.csv", "--columns", "time=ts,series=series,value=value");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("bad.csv:3:").contains("many");
    }

    @Test
    void aWrongPolicyIsAUsageErrorWithLineAndColumn() throws Exception {
        Files.writeString(folder.resolve("policy.yaml"), "defaults:\n  growht: 5Mi/h\n");

        Result result = seep.run("run", "--policy", "policy.yaml", "--for", "1s", "--", "true");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("policy.yaml:2:").contains("growht");
    }

    @Test
    void optionsComeFromEnvironmentAndFileToo() throws Exception {
        Files.writeString(folder.resolve("config.yaml"), "every: 150ms\nformat: csv\n");

        seep.with("SEEP_CONFIG", "config.yaml").with("SEEP_OUT", "fromenv").run("run", "--", "sleep", "1");

        assertThat(folder.resolve("fromenv/samples.csv")).exists();
        assertThat(Files.readString(folder.resolve("fromenv/run.json"))).contains("PT0.15S");
    }

    @Test
    void anUnknownKeyOfTheConfigurationIsRefusedByName() throws Exception {
        Files.writeString(folder.resolve("config.yaml"), "evry: 1s\n");

        Result result = seep.with("SEEP_CONFIG", "config.yaml").run("analyze", "x");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("'evry'").contains("config.yaml");
    }

    @Test
    void pollsAClusterAndJudgesIt() throws Exception {
        try (FakeCluster cluster = FakeCluster.start()) {
            cluster.put(FakePod.running("shop", "web", "app"));
            String kubeconfig = cluster.kubeconfig(folder).toString();

            Result result = seep.runUntil(
                    () -> seep.recorded("memory.rss") >= 15,
                    "run",
                    "--kubeconfig",
                    kubeconfig,
                    "--every",
                    "200ms",
                    "--for",
                    "10m",
                    "--out",
                    "run",
                    "--inconclusive=pass");

            assertThat(result.err()).contains("polling 1 target on 1 node every 200ms: 5 polls/s, sessions kept");
            List<String> samples = Files.readAllLines(folder.resolve("run/samples.jsonl"));
            assertThat(samples).anyMatch(line -> line.contains("\"shop/web/app\"") && line.contains("memory.rss"));
            assertThat(Files.readString(folder.resolve("run/events.jsonl"))).contains("\"appeared\"");
            assertThat(result.exit()).isIn(0, 1);
        }
    }

    @Test
    void aResumedRunTakesNoOtherPlan() throws Exception {
        seep.run("run", "--every", "200ms", "--out", "run", "--for", "1s", "--", "sleep", "2");

        Result result = seep.run("run", "--resume", "run", "--every", "5s");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--every comes from the run");
    }
}
