package dev.seep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file system of 64 KiB, where this machine lets us mount one. */
class DiskFullTest {
    @TempDir
    Path temporary;

    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(temporary.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()))
                .as("may mount")
                .isZero();
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    @Test
    void keepsWhatIsRecordedAndGoesOnWhenThereIsSpaceAgain() throws IOException {
        Path folder = disk.resolve("run");
        Path ballast = disk.resolve("ballast");
        Files.write(ballast, new byte[16_384]);
        int recorded = 0;
        try (RunFolder run = RunFolder.create(folder, Recorded.plan(SampleFormat.JSONL))) {
            recorded = fill(run);
            assertThat(Files.readString(folder.resolve("samples.jsonl"))).endsWith("}\n");
            Files.delete(ballast);
            run.observe(Recorded.poll(recorded));
        }
        assertThat(recorded).isPositive();
        assertThat(RunReader.read(folder).polls()).isEqualTo(recorded + 1);
    }

    @Test
    void keepsTheOldReportWhenThereIsNoSpaceForTheNewOne() throws IOException {
        Path report = disk.resolve("verdict.json");
        AtomicFile.write(report, "old");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> AtomicFile.write(report, "new".repeat(100_000)))
                .withMessageStartingWith(
                        "cannot write " + report + ": no space left on " + disk + " (tmpfs), free some");
        assertThat(report).hasContent("old");
        assertThat(disk.toFile().list()).containsExactly("verdict.json");
    }

    private int fill(RunFolder run) {
        for (int n = 0; n < 10_000; n++) {
            try {
                run.observe(Recorded.poll(n));
            } catch (StoreException full) {
                assertThat(full)
                        .hasMessageContaining("no space left on " + disk + " (tmpfs), free some")
                        .hasMessageEndingWith("continue with --resume " + disk.resolve("run"));
                return n;
            }
        }
        throw new AssertionError("64 KiB never filled up");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
