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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            foo                            | there is no command 'foo'
            manifest foo                   | there is no command 'foo'
            analyze a b                    | 'b' is one word too many
            analyze a -o yaml              | option '--output': 'yaml' is none of: text, json
            run --format xml               | option '--format': 'xml' is none of: jsonl, csv
            run --source here              | option '--source': 'here' is none of: kubernetes, agent, docker, local
            run --stop-when never          | option '--stop-when': 'never' is none of: decided
            run --pid abc                  | option '--pid' (PID): 'abc' is no whole number
            run --burst 1.5                | option '--burst': '1.5' is no whole number
            run --qps many                 | option '--qps': 'many' is no number
            analyze a --summary -          | option '--summary': '-' is no name of a file
            analyze -                      | '-' is no name of a file
            run web                        | 'web' is not kind/name, such as deployment/web
            run deploymnt/web              | unknown kind 'deploymnt'
            doctor web                     | 'web' is not kind/name
            collect deployment/web         | is no Job
            manifest exporter -A --image i web | 'web' is not kind/name
            run --pid 1 -n shop            | --namespace means nothing to processes of this machine
            run --pid 1 deployment/web     | 'deployment/web' means nothing to processes of this machine
            run --pid 1 --source agent     | --source means nothing to processes of this machine
            run --pid 1 -- true            | --pid does not go with a command
            run -n shop -- true            | --namespace means nothing to processes of this machine
            export --pid 1 --context c     | --context means nothing to processes of this machine
            doctor --pid 1                 | processes of this machine need nothing
            run --probe disk,disk:path=/x  | 'disk' is there twice: write it once
            run --probe memry -- true      | unknown probe 'memry': there are default, memory, fds
            """)
    void wrongUsageIsSaidInPlainWords(String arguments, String words) {
        Result result = seep.run(arguments.split(" "));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains(words).doesNotContain("[", "case-insensitive", "\tat ");
        assertThat(result.err().lines()).hasSize(2);
    }

    @Test
    void whatIsSetForOtherRunsDoesNotMatterToAProgram() {
        Result result = seep.with("SEEP_NAMESPACE", "shop")
                .run("run", "--every", "200ms", "--for", "1s", "--inconclusive=pass", "--", "sleep", "1");

        assertThat(result.exit()).as(result.err()).isZero();
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
