package dev.seep.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.seep.probe.ProbeSet;
import dev.seep.probe.Reading;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent reads from the files of a host. */
class NodeReaderTest {
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "1".repeat(12) + "2".repeat(52);
    private static final double PAGES = 100 * 4096.0;

    @TempDir
    private Path folder;

    @Test
    void addsUpTheProcessesOfEachContainerOfCgroupVersionOne() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.inContainer(100, ONE, 4);
        host.inContainer(101, ONE, 2);
        host.inContainer(200, TWO, 1);
        host.memory(ONE, 5_000_000);

        Reading one = look(host.node(), ONE);

        assertThat(one.values())
                .containsEntry("processes", 2.0)
                .containsEntry("threads", 6.0)
                .containsEntry("zombies", 0.0)
                .containsEntry("fds.open", 6.0)
                .containsEntry("fds.limit_share", 4 / 1024.0)
                .containsEntry("memory.rss", 2 * PAGES)
                .containsEntry("memory.anon", 5_000_000.0)
                .containsEntry("memory.cache", 3_000.0)
                .containsEntry("memory.working_set", 5_002_000.0)
                .containsEntry("memory.limit", 67_108_864.0)
                .containsEntry("sockets.tcp.close_wait", 0.0);
        assertThat(one.gaps()).isEmpty();
    }

    @Test
    void readsCgroupVersionTwoAlsoWhereItsPathsBeginElsewhere() throws Exception {
        FakeHost host = new FakeHost(folder, false);
        host.inContainer(100, ONE, 4);
        host.memory(ONE, 7_000_000);

        Reading one = look(host.node(), ONE);

        assertThat(one.values())
                .containsEntry("memory.anon", 7_000_000.0)
                .containsEntry("memory.working_set", 7_002_000.0)
                .doesNotContainKey("memory.limit");
        assertThat(one.gaps()).isEmpty();
    }

    @Test
    void findsTheAgentsOwnContainerWhereItsCgroupIsTheRoot() throws Exception {
        FakeHost host = new FakeHost(folder, false);
        host.process(1, 0, "S", "systemd", "0::/../../../init.scope");
        host.process(2, 0, "S", "kthreadd", "0::/../../..");
        host.inContainer(200, TWO, 1);
        host.memory(ONE, 7_000_000);
        host.memory(TWO, 1_000_000);
        host.process(100, 1, "S", "agent", "0::/");
        host.process(101, 100, "S", "child", "0::/within");

        NodeReader nodeReader = host.node(FakeHost.scope(ONE));

        assertThat(look(nodeReader, ONE).values())
                .containsEntry("processes", 2.0)
                .containsEntry("memory.anon", 7_000_000.0);
        assertThat(look(nodeReader, TWO).values()).containsEntry("processes", 1.0);
    }

    @Test
    void believesTheStateBehindTheLastParenthesisOfANameAlone() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.inContainer(100, ONE, 1);
        host.process(101, 100, "S", "a) Z 1 1 (b\n) Z", host.cgroup(ONE));

        assertThat(look(host.node(), ONE).values())
                .containsEntry("processes", 2.0)
                .containsEntry("zombies", 0.0)
                .containsEntry("threads", 6.0);
    }

    @Test
    void aZombieBelongsToTheContainerOfItsParentWhenItHasLeftItsCgroups() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.inContainer(100, ONE, 1);
        host.process(101, 100, "Z", "gone", "8:pids:/\n4:memory:/\n0::/");
        host.process(102, 1, "Z", "of the host", "8:pids:/\n4:memory:/\n0::/");

        assertThat(look(host.node(), ONE).values())
                .containsEntry("processes", 1.0)
                .containsEntry("zombies", 1.0)
                .containsEntry("fds.open", 1.0);
    }

    @Test
    void whatVanishesWhileItIsLookedAtIsLeftOut() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.inContainer(100, ONE, 3);
        Files.createDirectories(host.path("proc/101"));
        host.process(102, 100, "S", "no files any more", host.cgroup(ONE));
        host.write("proc/103/stat", "103 (cut");

        Reading one = look(host.node(), ONE);

        assertThat(one.values()).containsEntry("processes", 2.0).containsEntry("fds.open", 3.0);
    }

    @Test
    void anotherProcessWithAKnownIdIsAnotherProcess() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.inContainer(100, ONE, 3);
        NodeReader nodeReader = host.node();
        look(nodeReader, ONE);

        host.process(100, 1, "S", "later", "0::/system.slice/ssh.service");
        String stat = Files.readString(host.path("proc/100/stat"));
        host.write("proc/100/stat", stat.replace("777100", "888100"));

        assertThat(look(nodeReader, ONE).gaps()).containsEntry(Observation.EVERYTHING, GapReason.TARGET_GONE);
    }

    @Test
    void aProcessOnItsWayIntoAContainerIsFoundThere() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.inContainer(100, ONE, 1);
        host.process(101, 1, "S", "runc", "0::/system.slice/containerd.service");
        NodeReader nodeReader = host.node();
        look(nodeReader, ONE);

        host.write("proc/101/cgroup", host.cgroup(ONE));

        assertThat(look(nodeReader, ONE).values()).containsEntry("processes", 2.0);
    }

    @Test
    void descriptorsThatMayNotBeSeenAreAGap() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.inContainer(100, ONE, 3);
        Files.setPosixFilePermissions(host.path("proc/100/fd"), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(host.path("proc/100/fd")), "root reads everything");

        Reading one = look(host.node(), ONE);

        assertThat(one.gaps()).containsEntry("fds", GapReason.DENIED);
        assertThat(one.values()).doesNotContainKey("fds.open").containsEntry("processes", 1.0);
    }

    @Test
    void whatIsNotThereIsAGapAndNeverZero() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.process(100, 1, "S", "app", host.cgroup(ONE));

        Reading one = look(host.node(), ONE);

        assertThat(one.values()).containsOnlyKeys("processes", "threads", "zombies", "memory.rss");
        assertThat(one.gaps())
                .containsEntry("memory.anon", GapReason.ABSENT)
                .containsEntry("sockets", GapReason.DENIED)
                .containsKey("fds");
    }

    @Test
    void readsTheTableOfSocketsOnlyIfSomethingHasMovedAndEachTenthTimeAnyway() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.inContainer(100, ONE, 1);
        host.sockets(100, 2, 1, "Tcp: 1 200 120000 -1 5 5 0 0 2 60 60 0 0 0 0");
        host.table(100, "tcp", "01", "08");
        host.table(100, "tcp6", "0A");
        NodeReader nodeReader = host.node();

        Reading first = look(nodeReader, ONE);
        host.table(100, "tcp", "01", "01", "01");
        Reading second = look(nodeReader, ONE);
        for (int i = 0; i < 8; i++) {
            look(nodeReader, ONE);
        }
        Reading eleventh = look(nodeReader, ONE);
        host.table(100, "tcp", "06");
        host.sockets(100, 2, 1, "Tcp: 1 200 120000 -1 6 5 0 0 2 60 60 0 0 0 0");
        Reading moved = look(nodeReader, ONE);

        assertThat(first.values())
                .containsEntry("sockets.tcp.established", 1.0)
                .containsEntry("sockets.tcp.close_wait", 1.0)
                .containsEntry("sockets.tcp.listen", 1.0);
        assertThat(second.values()).isEqualTo(first.values());
        assertThat(eleventh.values()).containsEntry("sockets.tcp.established", 3.0);
        assertThat(moved.values())
                .containsEntry("sockets.tcp.established", 0.0)
                .containsEntry("sockets.tcp.time_wait", 1.0);
    }

    @Test
    void theFirstDigitsAreEnoughWhereTheyMeanOneContainer() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.inContainer(100, ONE, 1);
        host.inContainer(200, TWO, 1);
        NodeReader nodeReader = host.node();

        assertThat(look(nodeReader, TWO.substring(0, 13)).values()).containsEntry("processes", 1.0);
        assertThat(look(nodeReader, TWO.substring(0, 12)).gaps())
                .containsOnly(java.util.Map.entry(Observation.EVERYTHING, GapReason.TARGET_GONE));
        assertThat(nodeReader.read(List.of(new ReadingsRequest(ProbeSet.all(), List.of()))))
                .extracting(ContainerReading::container)
                .containsExactly(ONE, TWO);
    }

    @Test
    void withoutTheHostsProcessesThereIsAnErrorAndNoAnswer() throws IOException {
        NodeReader nodeReader = new NodeReader(folder.resolve("proc"), folder.resolve("cgroup"), folder);

        assertThatThrownBy(() -> look(nodeReader, ONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no processes in");
    }

    private static Reading look(NodeReader nodeReader, String id) throws IOException {
        List<ContainerReading> containerReadings =
                nodeReader.read(List.of(new ReadingsRequest(ProbeSet.all(), List.of(id))));
        assertThat(containerReadings).hasSize(1);
        return containerReadings.get(0).reading();
    }
}
