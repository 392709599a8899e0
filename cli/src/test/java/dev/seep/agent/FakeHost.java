package dev.seep.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a host, as far as the agent reads them. */
final class FakeHost {
    private final Path root;
    private final boolean versionOne;

    FakeHost(Path root, boolean versionOne) throws IOException {
        this.root = root;
        this.versionOne = versionOne;
        write("proc/self/smaps", "Rss: 4 kB\nKernelPageSize:        4 kB\n");
        process(1, 0, "S", "systemd", "0::/init.scope");
        process(2, 0, "S", "kthreadd", "0::/");
        process(3, 2, "I", "kworker/0:0", "0::/");
        write(versionOne ? "sys/fs/cgroup/memory/memory.stat" : "sys/fs/cgroup/memory.stat", "");
    }

    NodeReader node() {
        return node("nowhere");
    }

    /** @param own the cgroup that is the root for the agent */
    NodeReader node(String own) {
        return new NodeReader(root.resolve("proc"), root.resolve("sys/fs/cgroup"), root.resolve(own));
    }

    Path path(String path) {
        return root.resolve(path);
    }

    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A process with 3 threads and 100 resident pages. */
    void process(long pid, long parent, String state, String name, String cgroup) throws IOException {
        write(
                "proc/" + pid + "/stat",
                pid + " (" + name + ") " + state + " " + parent + " 1 1 0 -1 4194304 99 0 0 0 1 2 0 0 20 0 3 0 777"
                        + pid + " 100000 100 18446744073709551615 1 1 0\n");
        write("proc/" + pid + "/cgroup", cgroup + "\n");
    }

    /** A process with so many descriptors and the soft limit 1024, in a container. */
    void inContainer(long pid, String id, int descriptors) throws IOException {
        process(pid, 1, "S", "app", cgroup(id));
        write("proc/" + pid + "/limits", """
                Limit                     Soft Limit           Hard Limit           Units
                Max processes             95000                95000                processes
                Max open files            1024                 1048576              files
                """);
        Files.createDirectories(path("proc/" + pid + "/fd"));
        for (int i = 0; i < descriptors; i++) {
            write("proc/" + pid + "/fd/" + i, "");
        }
        sockets(pid, 0, 0, "Tcp: 1 200 120000 -1 5 5 0 0 0 60 60 0 0 0 0");
    }

    /** Counters of the network namespace of a process. */
    void sockets(long pid, int four, int six, String counters) throws IOException {
        String net = "proc/" + pid + "/net/";
        write(
                net + "sockstat",
                "sockets: used 5\nTCP: inuse " + four + " orphan 0 tw 0 alloc 9 mem 1\nUDP: inuse 0 mem 0\n");
        write(net + "sockstat6", "TCP6: inuse " + six + "\nUDP6: inuse 0\n");
        write(
                net + "snmp",
                "Ip: Forwarding\nIp: 1\nTcp: RtoAlgorithm RtoMin\n" + counters + "\nUdp: InDatagrams\nUdp: 1\n");
    }

    /** The table of sockets, one in each of these states. */
    void table(long pid, String file, String... states) throws IOException {
        StringBuilder table = new StringBuilder("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when\n");
        for (int i = 0; i < states.length; i++) {
            table.append("%4d: 0100007F:1F90 0100007F:C350 %s 00000000:00000000 00:00000000 0 0 4711 1 0%n"
                    .formatted(i, states[i]));
        }
        write("proc/" + pid + "/net/" + file, table.toString());
    }

    void memory(String id, long anonymous) throws IOException {
        if (versionOne) {
            String folder = "sys/fs/cgroup/memory/kubepods/burstable/podx/" + id + "/";
            write(folder + "memory.usage_in_bytes", anonymous + 3000 + "\n");
            write(folder + "memory.limit_in_bytes", "67108864\n");
            write(
                    folder + "memory.stat",
                    "cache 7\nrss 7\ntotal_cache 3000\ntotal_rss " + anonymous
                            + "\ntotal_inactive_anon 9\ntotal_inactive_file 1000\n");
        } else {
            String folder = scope(id) + "/";
            write(folder + "memory.current", anonymous + 3000 + "\n");
            write(folder + "memory.max", "max\n");
            write(folder + "memory.stat", "anon " + anonymous + "\nfile 3000\nkernel 1\ninactive_file 1000\n");
        }
    }

    /** Of version 2. */
    static String scope(String id) {
        return "sys/fs/cgroup/kubepods.slice/kubepods-podx.slice/cri-containerd-" + id + ".scope";
    }

    String cgroup(String id) {
        return versionOne
                ? "8:pids:/kubepods/burstable/podx/" + id + "\n4:memory:/kubepods/burstable/podx/" + id + "\n0::/"
                : "0::/../../kubepods-podx.slice/cri-containerd-" + id + ".scope";
    }
}
