package dev.seep.agent;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The section {@code cgroup} of an answer: the figures that the memory probe reads of a container's own cgroup. */
final class MemorySection {
    private static final Set<String> KEYS_OF_ONE = Set.of("total_rss", "total_cache", "total_inactive_file");
    private static final Set<String> KEYS_OF_TWO = Set.of("anon", "file", "inactive_file");

    private final KernelFiles files;
    private final CgroupFolders folders;

    MemorySection(KernelFiles files, CgroupFolders folders) {
        this.files = files;
        this.folders = folders;
    }

    /** Lines of the section; empty for a container whose folder is not found. */
    String of(String container) {
        return folders.of(container).map(this::figures).orElse("");
    }

    private String figures(Path folder) {
        boolean one = folders.isVersionOne();
        Set<String> keys = one ? KEYS_OF_ONE : KEYS_OF_TWO;
        String stat = files.text(folder.resolve("memory.stat")).orElse("");
        return "usage " + figure(folder, one ? "memory.usage_in_bytes" : "memory.current")
                + "\nlimit " + figure(folder, one ? "memory.limit_in_bytes" : "memory.max") + "\n"
                + stat.lines()
                        .filter(line -> keys.contains(line.substring(0, Math.max(0, line.indexOf(' ')))))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private String figure(Path folder, String name) {
        return files.text(folder.resolve(name)).orElse("").strip();
    }
}
