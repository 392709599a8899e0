package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seep.sample.GapReason;
import dev.seep.sample.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProbeSetTest {
    private static final ProbeSet PROBES = ProbeSet.all();
    private static final PollRequest QUESTION =
            new PollRequest(3, List.of("memory", "fds", "processes", "threads", "zombies"));

    /** Pasted: busybox ash in a container with a limit, cgroup version 1. */
    private static final String BUSYBOX_V1 = """
            seep-answer 3 183
            page 1
            4
            stat 20
            1 S 1 364
            7 S 1 316

            cgroup 92
            usage 2486272
            limit 67108864
            total_cache 1683456
            total_rss 241664
            total_inactive_file 49152

            fds 8
            1 3
            7 3

            nofile 16
            1 20000
            7 20000


            seep-end-of-answer 3
            """;

    /** Pasted: dash without any other program, no limit, cgroup version 1. */
    private static final String DASH_V1_UNLIMITED = """
            seep-answer 3 173
            page 1
            4
            stat 10
            1 S 1 356

            cgroup 104
            usage 3239936
            limit 9223372036854771712
            total_cache 2236416
            total_rss 266240
            total_inactive_file 380928

            fds 4
            1 3

            nofile 8
            1 20000


            seep-end-of-answer 3
            """;

    @Test
    void readsCgroupVersionOne() {
        Reading reading = PROBES.read(QUESTION, BUSYBOX_V1);

        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.values())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "memory.rss", 680.0 * 4096,
                        "memory.anon", 241664.0,
                        "memory.cache", 1683456.0,
                        "memory.working_set", 2486272.0 - 49152,
                        "memory.limit", 67108864.0,
                        "fds.open", 6.0,
                        "fds.limit_share", 3 / 20000.0,
                        "processes", 2.0,
                        "threads", 2.0,
                        "zombies", 0.0));
    }

    @Test
    void hasNoLimitWhereTheCgroupHasNone() {
        Reading reading = PROBES.read(QUESTION, DASH_V1_UNLIMITED);

        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.values()).doesNotContainKey("memory.limit").containsEntry("memory.anon", 266240.0);
    }

    @Test
    void readsCgroupVersionTwo() {
        String cgroup = "usage 52428800\nlimit max\nanon 31457280\nfile 20971520\ninactive_file 1048576\n";
        Reading reading = memory("stat", "1 S 1 10\n", "cgroup", cgroup);

        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.values())
                .containsEntry("memory.anon", 31457280.0)
                .containsEntry("memory.cache", 20971520.0)
                .containsEntry("memory.working_set", 51380224.0)
                .doesNotContainKey("memory.limit");
    }

    @Test
    void yieldsGapForTheCgroupFileThatCannotBeRead() {
        Reading reading = memory("stat", "1 S 1 10\n", "cgroup", "usage \nlimit \nanon 4096\n");

        assertThat(reading.values()).containsOnlyKeys("memory.rss", "memory.anon");
        assertThat(reading.gaps())
                .isEqualTo(Map.of(
                        "memory.cache", GapReason.ABSENT,
                        "memory.working_set", GapReason.ABSENT,
                        "memory.limit", GapReason.ABSENT));
    }

    @Test
    void sumsOverTheProcessesWhereThereIsNoCgroup() {
        Reading reading = memory("stat", "1 S 1 10\n9 S 1 20\n", "statm", "1 10 4\n9 20 5\n");

        assertThat(reading.values()).isEqualTo(Map.of("memory.rss", 30 * 4096.0, "memory.anon", 21 * 4096.0));
        assertThat(reading.gaps()).containsOnlyKeys("memory.cache", "memory.working_set", "memory.limit");
    }

    @Test
    void pagesOfUnknownSizeAreNoBytes() {
        String out = Blocks.block(1, "page", "", "stat", "1 S 1 10\n", "statm", "1 10 4\n");
        Reading reading = PROBES.read(new PollRequest(1, List.of("memory")), out);

        assertThat(reading.values()).isEmpty();
        assertThat(reading.gaps()).containsEntry("memory.rss", GapReason.ABSENT);
    }

    @Test
    void yieldsGapForEverythingWhenAnyByteIsMissing() {
        for (int length = 0; length < BUSYBOX_V1.length() - 1; length++) {
            assertTruncated(BUSYBOX_V1.substring(0, length));
        }
        int body = BUSYBOX_V1.indexOf('\n') + 1;
        for (int at = body; at < BUSYBOX_V1.length() - 1; at++) {
            assertTruncated(BUSYBOX_V1.substring(0, at) + BUSYBOX_V1.substring(at + 1));
        }
    }

    @Test
    void yieldsGapForEverythingWhenTwoAnswersAreMixed() {
        assertTruncated(BUSYBOX_V1.substring(0, 60) + BUSYBOX_V1);
        assertTruncated(BUSYBOX_V1.replace("-answer 3", "-answer 4"));
        assertTruncated(BUSYBOX_V1.replace("183", "99999999999999999999"));
        assertTruncated(BUSYBOX_V1.replace("stat 20", "stat 900"));
    }

    private static void assertTruncated(String out) {
        assertThat(PROBES.read(QUESTION, out))
                .as(out)
                .isEqualTo(new Reading(Map.of(), Map.of("*", GapReason.TRUNCATED)));
    }

    @Test
    void skipsWhatTheShellOfTheImagePrintsAtItsStart() {
        assertThat(PROBES.read(QUESTION, "Welcome!\n" + BUSYBOX_V1).values()).hasSize(10);
    }

    @Test
    void yieldsGapWhenDescriptorsOfAnotherUserAreDenied() {
        Reading reading = ask("fds", "stat", "1 S 1 9\n8 S 1 9\n", "fds", "1 3\n8 -\n", "nofile", "1 10\n8 10\n");

        assertThat(reading).isEqualTo(new Reading(Map.of(), Map.of("fds", GapReason.DENIED)));
    }

    @Test
    void zombiesHoldNoDescriptorsHoweverUnreadable() {
        Reading reading = ask("fds", "stat", "1 S 1 9\n8 Z 1 0\n", "fds", "1 3\n8 -\n", "nofile", "1 10\n");

        assertThat(reading.values()).isEqualTo(Map.of("fds.open", 3.0, "fds.limit_share", 0.3));
    }

    @Test
    void theWorstProcessGivesTheShareOfTheLimit() {
        String nofile = "1 unlimited\n5 1000\n6 40\n";
        Reading reading = ask("fds", "stat", "1 S 1 9\n", "fds", "1 900\n5 100\n6 30\n", "nofile", nofile);

        assertThat(reading.values()).isEqualTo(Map.of("fds.open", 1030.0, "fds.limit_share", 0.75));
    }

    @Test
    void tellsZombiesFromProcesses() {
        String stat = "1 S 5 9\n2 Z 1 0\n3 Z 1 0\n4 D 2 9\n";
        String out = Blocks.block(1, "page", "4", "stat", stat);
        Reading reading = PROBES.read(new PollRequest(1, List.of("zombies", "threads", "processes")), out);

        assertThat(reading.values()).isEqualTo(Map.of("zombies", 2.0, "processes", 2.0, "threads", 7.0));
    }

    @Test
    void noProcessAtAllIsNotNone() {
        assertThat(ask("zombies", "stat", "")).isEqualTo(gap("zombies", GapReason.DENIED));
        assertThat(ask("zombies", "named", "1", "stat", "")).isEqualTo(gap("zombies", GapReason.TARGET_GONE));
        assertThat(ask("zombies", "stat", "1 S\n")).isEqualTo(gap("zombies", GapReason.MALFORMED));
        assertThat(ask("fds")).isEqualTo(gap("fds", GapReason.DENIED));
    }

    @Test
    void countsSocketsByState() {
        Reading reading = ask("sockets", "tcp", "08 17\n01 3\n08 1\n0A 2\nend");

        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.values())
                .hasSize(12)
                .containsEntry("sockets.tcp.close_wait", 18.0)
                .containsEntry("sockets.tcp.established", 3.0)
                .containsEntry("sockets.tcp.listen", 2.0)
                .containsEntry("sockets.tcp.time_wait", 0.0);
    }

    @Test
    void socketsThatCannotBeReadAreAGap() {
        assertThat(ask("sockets")).isEqualTo(gap("sockets", GapReason.DENIED));
        assertThat(ask("sockets", "tcp", "08 17\n")).isEqualTo(gap("sockets", GapReason.FAILED));
        assertThat(ask("sockets", "tcp", "FF 17\nend")).isEqualTo(gap("sockets", GapReason.MALFORMED));
        assertThat(ask("sockets", "tcp", "08 many\nend")).isEqualTo(gap("sockets", GapReason.MALFORMED));
        assertThat(ask("sockets", "named", "1", "locked", "12\n", "links", "x", "tcp", "end"))
                .isEqualTo(gap("sockets", GapReason.DENIED));
        assertThat(ask("sockets", "named", "1", "locked", "", "links", "", "tcp", "end"))
                .isEqualTo(gap("sockets", GapReason.FAILED));
    }

    @Test
    void countsOnlySocketsThatNamedProcessesHold() {
        String links = """
                total 0
                lrwx------ 1 root root 64 Nov 22 23:20 3 -> socket:[71]
                lrwx------ 1 root root 64 Nov 22 23:20 4 -> /tmp/socket:[72]
                lrwx------ 1 root root 64 Nov 22 23:20 5 -> socket:[73]
                """;
        Reading reading = ask("sockets", "named", "1", "locked", "", "links", links, "tcp", "08 71\n08 72\n01 73\nend");

        assertThat(reading.values())
                .containsEntry("sockets.tcp.close_wait", 1.0)
                .containsEntry("sockets.tcp.established", 1.0);
    }

    @Test
    void refusesAnUnknownProbeAndNamesTheKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbeSet.named(List.of("memory", "heap")))
                .withMessage("unknown probe 'heap': there are memory, fds, processes, threads, zombies, sockets");
    }

    @Test
    void everyMetricStartsWithTheNameOfItsProbe() {
        for (Probe probe : PROBES.probes()) {
            assertThat(probe.metrics()).extracting(Metric::name).allMatch(name -> (name + ".")
                    .startsWith(probe.name() + "."));
        }
        assertThat(ProbeSet.named(List.of("zombies", "fds")).metrics())
                .extracting(Metric::name)
                .containsExactly("fds.open", "fds.limit_share", "fds.sockets", "zombies");
    }

    private static Reading memory(String... sections) {
        return ask("memory", sections);
    }

    private static Reading ask(String probe, String... sections) {
        String page = Blocks.block(1, "page", "4");
        String out = Blocks.block(1, sections);
        String body = page.substring(page.indexOf('\n') + 1, page.indexOf("\nseep-end"))
                + out.substring(out.indexOf('\n') + 1, out.indexOf("\nseep-end"));
        return PROBES.read(
                new PollRequest(1, List.of(probe)),
                "seep-answer 1 " + body.length() + "\n" + body + "\nseep-end-of-answer 1\n");
    }

    private static Reading gap(String name, GapReason reason) {
        return new Reading(Map.of(), Map.of(name, reason));
    }
}
