package dev.seep.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What seep tells GitHub when a workflow runs it. */
class GithubStepTest {
    private static final String[] ANALYZE = {"analyze", "leak.csv", "--columns", "time=t,series=s,value=v", "-o", "json"
    };

    @TempDir
    private Path folder;

    private CliRunner seep;

    @BeforeEach
    void recordALeak() throws Exception {
        Files.writeString(
                folder.resolve("leak.csv"),
                IntStream.range(0, 300)
                        .mapToObj(i -> (i * 60) + ",\"api, fds\"," + (100 + 3 * i))
                        .collect(Collectors.joining("\n", "t,s,v\n", "\n")));
        seep = new CliRunner(folder)
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_STEP_SUMMARY", "summary.md")
                .with("GITHUB_OUTPUT", "output");
    }

    @Test
    void annotatesTheLeakAndKeepsStdoutForTheResult() {
        Result result = seep.run(ANALYZE);

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("::error title=seep%3A api%2C fds::from 106 to 991, +180/h since the start ");
        assertThat(result.out()).startsWith("{").endsWith("}\n").doesNotContain("::error");
    }

    @Test
    void addsToTheSummaryAndTheOutputsOfTheStep() throws Exception {
        Files.writeString(folder.resolve("summary.md"), "# Before\n");

        seep.run(ANALYZE);

        assertThat(folder.resolve("summary.md")).content().startsWith("# Before\n## seep: leak\n");
        assertThat(folder.resolve("output")).hasContent("verdict=leak\nleaks=1");
    }

    @Test
    void namesTheFolderOfARunAbsolutely() throws Exception {
        seep.run("run", "--every", "200ms", "--out", "run", "--", "sleep", "1");

        assertThat(folder.resolve("output")).content().contains("folder=" + folder.resolve("run") + "\n");
    }

    @Test
    void leavesAFullSummaryAsItIs() throws Exception {
        Files.writeString(folder.resolve("summary.md"), "x".repeat(1 << 20));

        Result result = seep.run(ANALYZE);

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("seep: cannot write to GITHUB_STEP_SUMMARY: it is full");
        assertThat(folder.resolve("summary.md")).hasSize(1 << 20);
    }

    @Test
    void saysWhyNothingCouldBeMeasured() {
        Result result = seep.run("run", "--kubeconfig", "nowhere", "--for", "1s");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).containsPattern("(?m)^::error title=seep::.*nowhere");
    }

    @Test
    void tellsNobodyElsewhere() {
        Result result = new CliRunner(folder)
                .with("GITHUB_STEP_SUMMARY", "summary.md")
                .with("GITHUB_OUTPUT", "output")
                .run(ANALYZE);

        assertThat(result.err()).doesNotContain("::");
        assertThat(folder).isDirectoryContaining("glob:**/leak.csv").isDirectoryNotContaining("glob:**/output");
    }
}
