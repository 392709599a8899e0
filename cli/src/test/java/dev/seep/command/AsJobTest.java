package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same command, started again and again by a Job. */
class AsJobTest {
    @TempDir
    private Path folder;

    private CliRunner seep;

    @BeforeEach
    void makeRunner() {
        seep = new CliRunner(folder);
    }

    @Test
    void endsWellOnceThereIsAVerdictWhateverItSays() throws Exception {
        Result result = run("--for", "1s");

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("INCONCLUSIVE");
        assertThat(folder.resolve("run/verdict.json")).exists();
    }

    @Test
    void goesOnWithWhatAKilledPodLeft() throws Exception {
        seep.runUntil(() -> seep.recorded("\"local/sleep\"") >= 3, command("--for", "4s"));
        Path samples = folder.resolve("run/samples.jsonl");
        List<String> before = Files.readAllLines(samples).subList(0, 3);
        Files.write(samples, before);

        Result result = run("--for", "4s");

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(Files.readAllLines(samples))
                .startsWith(before.toArray(new String[0]))
                .hasSizeGreaterThan(6);
        assertThat(Files.readString(folder.resolve("run/events.jsonl"))).contains("\"resumed\"");
        assertThat(folder.resolve("run/verdict.json")).exists();
    }

    @Test
    void recordsWhoEndedItBeforeItsTime() throws Exception {
        Result result = seep.runUntil(() -> seep.recorded("\"local/sleep\"") >= 3, command("--for", "1h"));

        String words = "ended early by you after \\d+s of 1h";
        assertThat(result.exit()).isEqualTo(143);
        assertThat(result.err()).containsPattern("seep: " + words);
        assertThat(Files.readString(folder.resolve("run/events.jsonl")))
                .containsPattern("\"event\":\"paused\",\"detail\":\\{\"by\":\"you\",\"reason\":\"" + words + "\"}");
    }

    @Test
    void aFolderWithAnotherPlanIsLeftAlone() throws Exception {
        run("--for", "1s");
        String before = Files.readString(folder.resolve("run/samples.jsonl"));

        Result result = run("--for", "3s");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("run holds a run with another plan (").contains("--for=1s");
        assertThat(folder.resolve("run/samples.jsonl")).hasContent(before);
    }

    @Test
    void needsAFolderAndAnEnd() {
        assertThat(run().exit()).isEqualTo(2);
        assertThat(seep.run("run", "--as-job", "--for", "1s", "--", "true").err())
                .contains("--as-job needs --for and --out");
    }

    private Result run(String... more) {
        return seep.run(command(more));
    }

    private static String[] command(String... more) {
        String[] words = new String[more.length + 8];
        System.arraycopy(new String[] {"run", "--as-job", "--out", "run", "--every=200ms"}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        System.arraycopy(new String[] {"--", "sleep", "9"}, 0, words, 5 + more.length, 3);
        return words;
    }
}
