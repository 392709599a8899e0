package dev.seep.agent;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the memory of each container is accounted for. Folders are found by their names and not by
 * {@code /proc/PID/cgroup}, whose paths begin at the reader's own cgroup where that has a namespace. Not safe for use by
 * several threads.
 */
final class CgroupFolders {
    private static final int DEEPEST = 12;

    private final Path root;
    private Map<String, Optional<Path>> folders = new HashMap<>();

    /** @param cgroup where the host's {@code /sys/fs/cgroup} is, of version 1 or 2 */
    CgroupFolders(Path cgroup) {
        Path memory = cgroup.resolve("memory");
        this.root = Files.exists(memory.resolve("memory.stat")) ? memory : cgroup;
    }

    boolean isVersionOne() {
        return root.endsWith("memory");
    }

    /** Forgets containers that are no more, and looks for new ones. */
    void keepUpWith(Set<String> containers) throws IOException {
        folders.keySet().retainAll(containers);
        if (!folders.keySet().containsAll(containers)) {
            Map<String, Optional<Path>> now = new HashMap<>();
            containers.forEach(container -> now.put(container, Optional.empty()));
            Files.walkFileTree(root, Set.of(), DEEPEST, new Search(now));
            folders = now;
        }
    }

    Optional<Path> of(String container) {
        return folders.getOrDefault(container, Optional.empty());
    }

    /** Finds the outermost folder of each container. */
    private static final class Search extends SimpleFileVisitor<Path> {
        private final Map<String, Optional<Path>> found;

        Search(Map<String, Optional<Path>> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Optional<String> container = ContainerId.in(folder.getFileName().toString());
            container.ifPresent(id -> found.computeIfPresent(id, (same, none) -> Optional.of(folder)));
            return container.isPresent() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
