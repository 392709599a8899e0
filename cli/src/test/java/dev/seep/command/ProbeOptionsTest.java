package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakeObjects;
import dev.seep.testing.FakePod;
import dev.seep.testing.FakeRights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --probe} may mean, by whole runs. */
class ProbeOptionsTest {
    @TempDir
    private Path folder;

    private CliRunner seep;

    @BeforeEach
    void makeRunner() {
        seep = new CliRunner(folder);
    }

    @Test
    void aCommandAndAScriptOfOnesOwnAreMeasuredBesideTheUsualProbes() throws Exception {
        Files.writeString(folder.resolve("count.sh"), "echo \"a 1\"\necho 'b_total 2'\n");

        run(
                List.of("\"rows\":7", "\"counts.b_total\":2", "\"zombies\""),
                "--probe",
                "rows=cmd:echo 'select 1, 2' >/dev/null; echo 7",
                "--probe",
                "counts=script:count.sh");

        assertThat(samples())
                .contains("\"rows\":7")
                .contains("\"counts.a\":1")
                .contains("\"counts.b_total\":2")
                .contains("\"fds.open\"")
                .contains("\"zombies\"");
    }

    @Test
    void namedProbesAreAllThatIsMeasured() throws Exception {
        run(
                List.of("\"fds.open\"", "\"disk.path.no_such\""),
                "--probe",
                "fds,disk:path=/no/such:path=" + folder + ":every=300ms");

        assertThat(samples())
                .contains("\"fds.open\"")
                .contains("\"disk.path.no_such\":\"absent\"")
                .containsPattern("\"disk\\.path\\.[a-z0-9_]+\":\\d")
                .doesNotContain("zombies");
    }

    @Test
    void aConfigurationFileSaysEverythingAboutAMeasurement() throws Exception {
        Files.writeString(folder.resolve("config.yaml"), """
                probe:
                - fds
                - name: queue
                  cmd: |-
                    echo 5,
                    echo "free 6" >&2; exit 1
                - {name: free, cmd: "echo 3", unit: bytes, bad: down, limit: 2Ki, every: 400ms, timeout: 3s}
                - {name: elsewhere, cmd: "echo 1", containers: "^other/"}
                """);

        seep.with("SEEP_CONFIG", "config.yaml");
        run(List.of("\"free\":3", "\"queue\":\"failed\""));

        assertThat(samples())
                .contains("\"free\":3")
                .contains("\"queue\":\"failed\"")
                .doesNotContain("elsewhere");
        assertThat(Files.readString(folder.resolve("run/events.jsonl"))).contains("queue ended with status 1: free 6");
        assertThat(Files.readString(folder.resolve("run/run.json")))
                .containsPattern(
                        "\"name\" : \"free\",\\s+\"unit\" : \"bytes\",\\s+\"bad\" : \"down\",\\s+\"limit\" : 2048");
    }

    @Test
    void aResumedRunMeasuresTheSame() throws Exception {
        String eights = "\"rows\":8";
        run(
                List.of(eights),
                "--probe",
                "rows=cmd:echo 7, 8 | { read a b; echo $b; }",
                "--probe",
                "fds,threads:every=400ms");
        long before = seep.recorded(eights);

        seep.runUntil(() -> seep.recorded(eights) > before, "run", "--resume", "run");

        assertThat(before).isPositive();
        assertThat(seep.recorded(eights)).isGreaterThan(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rows=cmd:               | unknown probe 'rows=cmd:'
            memory,restarts         | every run tells of restarts
            restarts                | every run tells of restarts, exit, events by itself
            exit=cmd:x              | is none of default
            memory=cmd:echo 1       | a name of one's own
            x=script:missing.sh     | cannot read the script
            x=http:metrics          | of the form PORT/PATH
            disk:path=data          | 'data' is no absolute path
            disk:size=3             | no option 'size'
            {name: x}               | needs one of cmd, script and http
            {name: x, cmd: y, unit: apples}   | unknown unit 'apples'
            {name: x, cmd: y, containers: '['}| not a regular expression
            {name: x, cmd: y, evry: 3s}       | no option 'evry'
            {name: x, cmd: y, every: soon}    | 'soon'
            {cmd: y}                | has no name
            objects                 | counts objects of a cluster
            """)
    void whatMakesNoSenseIsRefusedInOneLine(String probe, String words) {
        Result result = seep.run("run", "--probe", probe, "--for", "1s", "--", "true");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains(words).doesNotContain("\tat ");
        assertThat(result.err().lines().count()).isLessThanOrEqualTo(2);
    }

    @Test
    void columnsThatNobodyKnowsBeforehandAreRefused() {
        Result result = seep.run("run", "--probe", "x=cmd:echo 1", "--format", "csv", "--for", "1s", "--", "true");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--format csv").contains("jsonl");
    }

    @Test
    void objectsOfAClusterAreCountedWithoutAnyRightOnPods() throws Exception {
        try (FakeCluster cluster = FakeCluster.start()) {
            FakeObjects jobs = new FakeObjects("batch", "jobs");
            cluster.intercept(jobs);
            cluster.intercept(FakeRights.allBut("list pods", "watch pods", "get pods/exec", "create pods/exec"));
            jobs.put("shop", "a", "{}");

            Result result = seep.runUntil(
                    () -> seep.recorded("\"objects.jobs\":1") >= 32,
                    "run",
                    "--kubeconfig",
                    cluster.kubeconfig(folder).toString(),
                    "--probe",
                    "objects:kinds=jobs",
                    "--every",
                    "100ms",
                    "--for",
                    "10m",
                    "--out",
                    "run");

            jobs.close();
            assertThat(result.exit()).as(result.out() + result.err()).isZero();
            assertThat(samples()).contains("\"shop/objects:jobs\"").contains("\"objects.jobs\":1");
            assertThat(cluster.requests()).noneMatch(FakeCluster::isExec).noneMatch(FakeCluster::isList);
        }
    }

    @Test
    void anEndpointOfAPodIsReadThroughTheApiServer() throws Exception {
        try (FakeCluster cluster = FakeCluster.start()) {
            cluster.put(FakePod.running("shop", "web", "app"));
            cluster.intercept(request ->
                    request.getUrl().encodedPath().equals("/api/v1/namespaces/shop/pods/web:8080/proxy/status")
                            ? new MockResponse.Builder()
                                    .body("{\"pool\":{\"active\":4}}")
                                    .build()
                            : null);

            seep.runUntil(
                    recorded(List.of("\"pool\":4", "\"gone\":\"absent\"", "\"fds.open\"")),
                    "run",
                    "--kubeconfig",
                    cluster.kubeconfig(folder).toString(),
                    "--probe",
                    "pool=http:8080/status#/pool/active",
                    "--probe",
                    "gone=http:8081/",
                    "--every",
                    "300ms",
                    "--for",
                    "10m",
                    "--out",
                    "run");

            assertThat(samples())
                    .contains("\"pool\":4")
                    .contains("\"gone\":\"absent\"")
                    .contains("\"fds.open\"");
        }
    }

    /** Polls until all these words are recorded. */
    private void run(List<String> awaited, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("run", "--every", "200ms", "--out", "run", "--for", "10m"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--", "sleep", "600"));
        Result result = seep.runUntil(recorded(awaited), words.toArray(new String[0]));
        assertThat(result.exit()).as(result.err()).isIn(0, 1, 3);
    }

    private BooleanSupplier recorded(List<String> words) {
        return () -> words.stream().allMatch(word -> seep.recorded(word) > 0);
    }

    private String samples() throws Exception {
        return Files.readString(folder.resolve("run/samples.jsonl"));
    }
}
