package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real programs that end while they are watched, and probes of one's own that never bring a number. */
@EnabledOnOs(OS.LINUX)
class WatchedProgramTest {
    @TempDir
    private Path folder;

    @Test
    void anErrorAtOnceFailsWithItsCodeItsLastLinesAndThePlaceOfItsOutput() {
        Result result = run("--for", "1h", "--", "sh", "-c", "echo fine; echo oops >&2; exit 3");

        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
        String shown = result.out().replaceAll("\\s+", " ");
        assertThat(shown)
                .startsWith("LEAK ")
                .contains("local/sh exit ended with exit code 3 after")
                .contains("of 60 min")
                .contains("run/output.log; it said last: fine | oops");
        assertThat(result.err()).contains("run/output.log; seep ends it after 1h");
        assertThat(again().exit()).isEqualTo(1);
    }

    @Test
    void aSignalFailsAndIsNamed() {
        Result result = run("--for", "1h", "--", "sh", "-c", "kill -KILL $$");

        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(result.out()).contains("exit code 137 (signal 9)");
    }

    @Test
    void anEndWithoutErrorIsANote() throws Exception {
        Result result = run("--for", "1h", "--inconclusive=pass", "--", "sh", "-c", "sleep 2");

        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("note       local/sh exit: ended by itself with exit code 0 after");
        assertThat(Files.readString(folder.resolve("run/verdict.json")))
                .contains("\"notes\" : [ \"local/sh exit: ended by itself");
    }

    @Test
    void whatSeepEndsItselfIsNoEarlyEnd() throws Exception {
        Result result = run("--for", "2s", "--inconclusive=pass", "--", "sleep", "1000");

        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(Files.readString(folder.resolve("run/events.jsonl"))).doesNotContain("vanished");
    }

    @Test
    void aProcessThatGoesAwayBeforeTheEndFails() throws Exception {
        Process process = new ProcessBuilder("sleep", "1000").start();
        try {
            Result result = new CliRunner(folder)
                    .runUntil(
                            () -> {
                                if (new CliRunner(folder).recorded("local/sleep") > 0) {
                                    process.destroy();
                                }
                                return false;
                            },
                            "run",
                            "--every",
                            "1s",
                            "--for",
                            "1h",
                            "--out",
                            "run",
                            "--pid",
                            Long.toString(process.pid()));

            assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
            assertThat(result.out().replaceAll("\\s+", " "))
                    .contains("exit ended, with which exit code is not known, after");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void everyProbeThatNeverBringsANumberIsTold() {
        Result result = run(
                "--for",
                "6s",
                "--probe",
                "memory",
                "--probe",
                "words=cmd:echo hello",
                "--probe",
                "bad=cmd:nosuchcmd",
                "--",
                "sleep",
                "1000");

        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(3);
        assertThat(result.out())
                .contains("never brought a value: words is not a number: hello")
                .contains("never brought a value: bad ended with status 127");
        assertThat(result.err())
                .containsPattern("! .*words is not a number: hello.*")
                .containsPattern("! .*bad ended with status 127.*");
    }

    private Result run(String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(new String[] {"run", "--every", "1s", "--out", "run"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return new CliRunner(folder).run(arguments);
    }

    private Result again() {
        return new CliRunner(folder).run("analyze", "run");
    }
}
