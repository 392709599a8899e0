package dev.seep.bench;

import java.util.List;

/** The block of bytes with which seep's script answers a question, made up. Its format is that of dev.seep.probe.ProbeAnswer. */
final class AnswerBlock {
    private static final int PAGE = 4096;

    private final StringBuilder body = new StringBuilder();

    private AnswerBlock() {}

    /**
     * @param probes names with commas between them
     * @param processes in the container, 1 or more
     * @param anonymous bytes of memory over all processes
     */
    static String of(long sequence, String probes, int processes, long anonymous) {
        AnswerBlock block = new AnswerBlock();
        List<String> asked = List.of(probes.split(",", -1));
        block.section("page", "4");
        if (!probes.equals("sockets")) {
            block.section("stat", stat(processes, anonymous));
        }
        if (asked.contains("memory")) {
            block.section("node", "24576000");
            block.section("cgroup", cgroup(anonymous));
        }
        if (asked.contains("fds")) {
            block.section("fds", perProcess(processes, 9));
            block.section("nofile", perProcess(processes, 1_048_576));
        }
        if (asked.contains("disk")) {
            block.section(
                    "disk",
                    "volume /data data\nlayer /tmp\nlayer /var\n" + anonymous / 1024
                            + "\t/data\n4\t/tmp\n812\t/var\nwalked 0");
        }
        if (asked.contains("sockets")) {
            block.section("tcp", "01 14\n06 3\n08 1\n0A 4\nend");
        }
        return "seep-answer %d %d\n%s\nseep-end-of-answer %d\n"
                .formatted(sequence, block.body.length(), block.body, sequence);
    }

    private void section(String name, String text) {
        body.append(name)
                .append(' ')
                .append(text.length())
                .append('\n')
                .append(text)
                .append('\n');
    }

    private static String stat(int processes, long anonymous) {
        StringBuilder rows = new StringBuilder();
        long pages = anonymous / PAGE / processes;
        for (int pid = 1; pid <= processes; pid++) {
            rows.append(pid)
                    .append(" S ")
                    .append(1 + pid % 8)
                    .append(' ')
                    .append(pages)
                    .append('\n');
        }
        return rows.toString();
    }

    private static String cgroup(long anonymous) {
        long cache = 12L << 20;
        return "usage %d\nlimit %d\ntotal_cache %d\ntotal_rss %d\ntotal_inactive_file %d\n"
                .formatted(anonymous + cache, 512L << 20, cache, anonymous, cache / 2);
    }

    private static String perProcess(int processes, long value) {
        StringBuilder rows = new StringBuilder();
        for (int pid = 1; pid <= processes; pid++) {
            rows.append(pid).append(' ').append(value).append('\n');
        }
        return rows.toString();
    }
}
