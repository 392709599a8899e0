package dev.seep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CPU time of a cluster on this machine: its daemons, all that runs in its pods, and this process, with all children
 * they have waited for. Unlike the count for the machine it is exact also while the machine does other things.
 */
final class ClusterCpu {
    private static final double TICKS_PER_SECOND = 100;
    private static final Pattern PROCESS = Pattern.compile("\\d+");
    private static final Set<String> DAEMONS = Set.of(
            "etcd",
            "kube-apiserver",
            "kubelet",
            "containerd",
            "containerd-shim",
            "runc",
            "dockerd",
            "crio",
            "conmon",
            "k3s-server");
    /** Of the fields after the name: utime, stime, cutime, cstime; see proc(5). */
    private static final List<Integer> TIMES = List.of(11, 12, 13, 14);

    private ClusterCpu() {}

    /** Seconds so far; differences are meaningful while no pod ends. */
    static double busySeconds() throws IOException {
        long self = ProcessHandle.current().pid();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                            .filter(path -> PROCESS.matcher(path.getFileName().toString())
                                    .matches())
                            .mapToLong(path -> ticks(path, self))
                            .sum()
                    / TICKS_PER_SECOND;
        }
    }

    private static long ticks(Path process, long self) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            boolean counts = process.endsWith(Long.toString(self))
                    || DAEMONS.stream().anyMatch(name::startsWith)
                    || Files.readString(process.resolve("cgroup")).contains("kubepods");
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return counts
                    ? TIMES.stream()
                            .mapToLong(field -> Long.parseLong(fields[field]))
                            .sum()
                    : 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
