package dev.seep.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyStopTest {
    @TempDir
    private Path folder;

    @Test
    void aBrokenCeilingEndsTheRunAtOnce() throws Exception {
        Files.writeString(folder.resolve("p.yaml"), "rules:\n  - metric: fds.open\n    ceiling: 1\n");

        Result result = new CliRunner(folder)
                .run(
                        "run",
                        "--policy",
                        "p.yaml",
                        "--fail-fast",
                        "--for",
                        "10m",
                        "--every",
                        "1s",
                        "--out",
                        "o",
                        "--",
                        "sleep",
                        "600");

        assertThat(result.err()).contains("stopped early, ", "fds.open reached", "the policy allows 1");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("o/events.jsonl"))).contains("\"paused\"", "stopped early");
    }

    @Test
    void withoutAnEndNothingCanBeDecidedEarly() {
        Result result = new CliRunner(folder).run("run", "--stop-when", "decided", "--", "sleep", "1");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--stop-when decided needs --for");
    }
}
