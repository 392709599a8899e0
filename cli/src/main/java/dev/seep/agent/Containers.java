package dev.seep.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The processes of each container of a node, by {@code /proc/PID/cgroup}. Not safe for use by several threads.
 *
 * <p>A process that is in a container stays there; one that is not may be on its way into one, so it is read again.
 */
final class Containers {
    private static final long KERNEL_THREADS = 2;

    private final Path proc;
    private final KernelFiles files;
    private final String own;
    private Map<Long, HostProcess> known = Map.of();

    /** @param own ID of the container whose cgroup is the root of this process's cgroup namespace, empty for none */
    Containers(Path proc, KernelFiles files, String own) {
        this.proc = proc;
        this.files = files;
        this.own = own;
    }

    /**
     * The processes of each container, by its ID.
     *
     * @throws IOException if processes cannot be listed
     */
    NavigableMap<String, List<HostProcess>> scan() throws IOException {
        Map<Long, HostProcess> present = new HashMap<>();
        for (String name : names()) {
            process(Long.parseLong(name)).ifPresent(process -> present.put(process.pid(), process));
        }
        known = present;
        NavigableMap<String, List<HostProcess>> containers = new TreeMap<>();
        for (HostProcess process : present.values()) {
            if (process.container().isEmpty()) {
                process.isIn(container(process));
            }
            if (!process.container().isEmpty()) {
                containers
                        .computeIfAbsent(process.container(), none -> new ArrayList<>())
                        .add(process);
            }
        }
        return containers;
    }

    /** @throws IOException if processes cannot be listed */
    void check() throws IOException {
        names();
    }

    private List<String> names() throws IOException {
        String[] names = new File(proc.toString()).list((folder, name) -> isNumber(name));
        if (names == null || names.length == 0) {
            throw new IOException("no processes in " + proc);
        }
        return List.of(names);
    }

    private static boolean isNumber(String name) {
        return name.length() < 18 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Optional<HostProcess> process(long pid) {
        Optional<HostProcess.Stat> stat =
                files.text(proc.resolve(pid + "/stat")).flatMap(HostProcess.Stat::parse);
        HostProcess before = known.get(pid);
        return before != null && stat.isPresent() && before.isStill(stat.get())
                ? Optional.of(before)
                : stat.map(now -> new HostProcess(pid, now));
    }

    private String container(HostProcess process) {
        if (process.pid() == KERNEL_THREADS || process.parent() == KERNEL_THREADS) {
            return "";
        }
        return files.text(proc.resolve(process.pid() + "/cgroup"))
                .map(cgroup -> ContainerId.in(cgroup).orElse(isOwn(cgroup) ? own : ""))
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> process.isZombie() ? ofParent(process) : "");
    }

    /** A cgroup outside of the own cgroup namespace has a path that leads out of it. */
    private static boolean isOwn(String cgroup) {
        return cgroup.startsWith("0::/") && !cgroup.startsWith("0::/..");
    }

    /** A zombie has left its cgroups of version 1 already. */
    private String ofParent(HostProcess zombie) {
        HostProcess parent = known.get(zombie.parent());
        if (parent == null || parent.isZombie()) {
            return "";
        }
        return parent.container().isEmpty() ? container(parent) : parent.container();
    }
}
