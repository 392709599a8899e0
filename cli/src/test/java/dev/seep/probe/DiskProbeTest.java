package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.GapReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The script in every shell of this machine, with folders of the test in the place of a container's mounts. */
@EnabledOnOs(OS.LINUX)
class DiskProbeTest {
    private static final ProbeSet PROBES = ProbeSet.withDisk();
    private static final PollRequest QUESTION = new PollRequest(7, List.of("disk"));
    private static final double SLACK = 100_000;

    @TempDir
    private Path folder;

    static Stream<List<String>> shells() {
        return Shells.all();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void tellsWhatTheContainerHasWrittenAndNothingElse(List<String> shell) throws Exception {
        Path layer = Files.createDirectories(folder.resolve("layer"));
        write(layer.resolve("log/app.log"), 500_000);
        write(layer.resolve("core"), 200_000);
        write(layer.resolve("mounted/other"), 900_000);
        write(folder.resolve("cache/sub/a"), 300_000);
        write(folder.resolve("engine/b"), 100_000);
        write(folder.resolve("host/c"), 700_000);
        String mounts = """
                1 0 0:90 / / rw - overlay overlay rw,upperdir=/x
                2 1 8:1 /pods/1/etc-hosts /etc/hosts rw - ext4 /dev/sda rw
                3 1 8:1 /pods/1/volumes/kubernetes.io~empty-dir/my-cache DIR/cache rw shared:3 - ext4 /dev/sda rw
                4 1 8:1 /docker/volumes/abc/_data DIR/engine rw - ext4 /dev/sda rw
                5 1 8:1 /srv/data DIR/host rw - ext4 /dev/sda rw
                6 1 8:1 / DIR/node rw - ext4 /dev/sda rw
                7 1 8:9 / DIR/layer/mounted rw - xfs /dev/sdb rw
                8 1 0:77 / DIR/remote rw - nfs4 server:/ rw
                9 1 8:3 / DIR/layer/read-only ro - ext4 /dev/sdc rw
                """;
        Files.createDirectories(folder.resolve("node"));
        Files.createDirectories(folder.resolve("remote"));
        boolean bare = shell.contains("PATH=/nowhere");

        Reading reading = ask(shell, mounts);

        if (bare) {
            assertThat(reading.values()).isEmpty();
            assertThat(reading.gaps())
                    .containsEntry("disk.writable_layer", GapReason.NO_TOOL)
                    .containsEntry("disk.volume.my_cache", GapReason.NO_TOOL);
            return;
        }
        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.values().get("disk.writable_layer")).isBetween(700_000.0, 700_000 + SLACK);
        assertThat(reading.values().get("disk.volume.my_cache")).isBetween(300_000.0, 300_000 + SLACK);
        assertThat(reading.values().get("disk.volume." + DiskAnswer.name(folder + "/engine")))
                .isBetween(100_000.0, 100_000 + SLACK);
        String own = DiskAnswer.name(layer + "/mounted");
        assertThat(reading.values())
                .containsKeys("disk.used." + own, "disk.size." + own)
                .hasSizeBetween(5, 7);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void aWalkIsNotBegunAgainAtOnceAndLeavesNoProcess(List<String> shell) throws Exception {
        write(folder.resolve("cache/a"), 300_000);
        String mounts = "3 1 8:1 /volumes/kubernetes.io~empty-dir/v DIR/cache rw - ext4 /dev/sda rw\n";
        String slow = program(mounts).replace("(u-x)", "(u-x+100)");
        try (Shells.Resident resident = new Shells.Resident(shell, slow)) {
            Reading first = PROBES.read(QUESTION, resident.ask(QUESTION, List.of()));
            Reading second = PROBES.read(QUESTION, resident.ask(QUESTION, List.of()));

            assertThat(first.values().size() + first.gaps().size()).isEqualTo(1);
            assertThat(second.values()).isEmpty();
            assertThat(second.gaps()).isEmpty();
            assertThat(resident.process().descendants()).isEmpty();
        }
    }

    @Test
    void isAnsweredBesideAllOtherProbes() throws Exception {
        write(folder.resolve("cache/a"), 300_000);
        String mounts = "3 1 8:1 /volumes/kubernetes.io~empty-dir/v DIR/cache rw - ext4 /dev/sda rw\n";
        PollRequest all =
                new PollRequest(8, PROBES.probes().stream().map(Probe::name).toList());
        try (Shells.Resident resident = new Shells.Resident(List.of("/bin/sh"), program(mounts))) {
            Reading reading = PROBES.read(all, resident.ask(all, List.of()));

            assertThat(reading.values()).containsKeys("disk.volume.v", "processes", "sockets.tcp.close_wait");
        }
    }

    @Test
    void processesOfThisMachineHaveNoDiskOfTheirOwn() throws Exception {
        try (Shells.Resident resident = new Shells.Resident(List.of("/bin/sh"), PROBES.program())) {
            Reading reading = PROBES.read(
                    QUESTION,
                    resident.ask(QUESTION, List.of(ProcessHandle.current().pid())));

            assertThat(reading.values()).isEmpty();
            assertThat(reading.gaps()).isEmpty();
        }
    }

    @Test
    void aWalkThatWasEndedIsNoSum() {
        Reading reading = read("volume /data data\nlayer /tmp\n12\t/data\nwalked 124\n");

        assertThat(reading.values()).isEmpty();
        assertThat(reading.gaps())
                .containsEntry("disk.volume.data", GapReason.TIMEOUT)
                .containsEntry("disk.writable_layer", GapReason.TIMEOUT);
    }

    @Test
    void whatMayNotBeSeenWithinAFolderIsNoFault() {
        Reading reading = read("volume /data data\nlayer /tmp\nlayer /var\n12\t/data\n4\t/tmp\n8\t/var\nwalked 1\n");

        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.values())
                .containsEntry("disk.volume.data", 12 * 1024.0)
                .containsEntry("disk.writable_layer", 12 * 1024.0);
    }

    @Test
    void aFolderThatMayNotBeSeenAndOneWithoutASumAreGaps() {
        Reading reading = read("locked secret\nvolume /data data\n9\t/data/../etc\nwalked 0\n");

        assertThat(reading.values()).isEmpty();
        assertThat(reading.gaps())
                .containsEntry("disk.volume.secret", GapReason.DENIED)
                .containsEntry("disk.volume.data", GapReason.FAILED);
    }

    private static Reading read(String section) {
        return PROBES.read(QUESTION, new AnswerWriter().section("disk", section).to(QUESTION));
    }

    private static void write(Path file, int bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
    }

    private String program(String mounts) throws IOException {
        Path info = Files.writeString(folder.resolve("mountinfo"), mounts.replace("DIR", folder.toString()));
        return PROBES.program()
                .replace("/proc/self/mountinfo", info.toString())
                .replace("for x in /*;", "for x in " + folder + "/layer/*;");
    }

    private Reading ask(List<String> shell, String mounts) throws IOException {
        try (Shells.Resident resident = new Shells.Resident(shell, program(mounts))) {
            return PROBES.read(QUESTION, resident.ask(QUESTION, List.of()));
        }
    }
}
