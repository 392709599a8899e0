package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.probe.Measurement.Output;
import dev.seep.probe.Measurement.Result;
import dev.seep.sample.GapReason;
import dev.seep.sample.Limit;
import dev.seep.sample.Metrics;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledOnOs(OS.LINUX)
class DiskMeasurementTest {
    private static final MeasurementSchedule TERMS =
            new MeasurementSchedule(Duration.ofSeconds(30), Duration.ofMinutes(3), Pattern.compile(""));

    @TempDir
    private Path folder;

    static Stream<List<String>> shells() {
        return Shells.all();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void addsUpAPathWhereItCanAndNeverSaysZeroWhereItCannot(List<String> shell) throws Exception {
        Path path = Files.createDirectory(folder.resolve("it's a $HOME"));
        Files.write(path.resolve("a\n99 b"), new byte[300_000]);
        String metric = "disk.path." + MetricNames.word(path.toString());
        boolean bare = shell.contains("PATH=/nowhere");

        Result result = run(shell, List.of(path.toString(), "/no/such"), List.of());

        assertThat(result.reading().gaps()).containsEntry("disk.path.no_such", GapReason.ABSENT);
        if (bare) {
            assertThat(result.reading().values()).isEmpty();
            assertThat(result.reading().gaps())
                    .containsEntry(metric, GapReason.NO_TOOL)
                    .containsEntry("disk.used", GapReason.NO_TOOL)
                    .containsEntry("disk.deleted_open", GapReason.NO_TOOL);
        } else {
            assertThat(result.reading().values().get(metric)).isBetween(300_000.0, 400_000.0);
            assertThat(result.reading().values()).containsKeys("disk.deleted_open");
        }
    }

    @Test
    void countsFilesThatAreDeletedAndStillOpen() throws Exception {
        long pid = ProcessHandle.current().pid();
        double before = deletedOpen(pid);
        Path file = folder.resolve("gone");
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            Files.delete(file);

            assertThat(deletedOpen(pid)).isEqualTo(before + 1);
            assertThat(open.isOpen()).isTrue();
        }
    }

    private double deletedOpen(long pid) throws Exception {
        Result result = run(List.of("/bin/sh"), List.of(), List.of(String.valueOf(pid)));
        return result.reading().values().getOrDefault("disk.deleted_open", Double.NaN);
    }

    @Test
    void tellsVolumesFromTheDiskOfTheNode() {
        Map<String, Double> values = read("""
                mount 0:171 overlay overlay rw
                at /
                space 4096 1000 400 500 100
                mount 254:0 ext4 /dev/vda rw
                at /cache
                space 4096 1000 400 500 100
                node 254:0
                mount 8:16 ext4 /dev/sdb rw
                at /var/lib/My\\040Data
                space 1024 1000 250 100 40
                mount 8:16 ext4 /dev/sdb rw
                at /var/lib/My\\040Data/sub
                space 1024 1000 250 100 40
                mount 0:121 tmpfs tmpfs rw
                at /mem
                df 1000 10
                deleted 0
                """, "").reading().values();

        assertThat(values)
                .containsEntry("disk.used.var_lib_my_040data", 750 * 1024.0)
                .containsEntry("disk.size.var_lib_my_040data", 1000 * 1024.0)
                .containsEntry("disk.inodes.var_lib_my_040data", 60.0)
                .containsEntry("disk.used.mem", 10 * 1024.0)
                .containsEntry("disk.node.used", 600 * 4096.0)
                .containsEntry("disk.deleted_open", 0.0)
                .doesNotContainKeys("disk.used.root", "disk.used.cache", "disk.inodes.mem")
                .hasSize(9);
        Limit limit = new Metrics(disk(List.of()).metrics())
                .named("disk.used.mem")
                .orElseThrow()
                .limit();
        assertThat(limit).isEqualTo(new Limit.Reported("disk.size.mem"));
    }

    @Test
    void doesNotTakeTheSumOfWhatMayNotBeReadForTheTruth() {
        Result result =
                read("path /data\ndu 12\ndeleted 0\n", "du: can't open '/data/\u001b[2Jx': Permission denied\n");

        assertThat(result.reading().gaps()).containsEntry("disk.path.data", GapReason.DENIED);
        assertThat(result.complaint()).contains("Permission denied").matches("\\P{Cntrl}*");
    }

    @Test
    void takesAnEmptyAnswerForAGap() {
        assertThat(read("", "killed").reading().gaps()).containsEntry("disk", GapReason.FAILED);
    }

    @Test
    void refusesAPathThatIsNone() {
        assertThatThrownBy(() -> disk(List.of("data"))).hasMessageContaining("'data' is no absolute path");
    }

    private static Result read(String out, String err) {
        return disk(List.of()).read(new Output(0, out, err));
    }

    private static DiskMeasurement disk(List<String> paths) {
        return new DiskMeasurement(paths, TERMS);
    }

    private static Result run(List<String> shell, List<String> paths, List<String> pids)
            throws IOException, InterruptedException {
        DiskMeasurement disk = disk(paths);
        String script = ((Transport.Command) disk.transport())
                .script()
                .replace(" sh -c", " " + String.join(" ", shell) + " -c");
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of("-c", script, "seep"));
        command.addAll(pids);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return disk.read(new Output(process.waitFor(), out, ""));
    }
}
