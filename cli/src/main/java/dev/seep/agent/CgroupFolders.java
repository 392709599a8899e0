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
import org.jspecify.annotations.Nullable;

/**
 * Folders of the cgroups that account for the memory of each container. They are found by their names and not by {@code
 * /proc/PID/cgroup}, whose paths begin at the reader's own cgroup where that has a namespace. Not safe for use by
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

    /** Forgets containers that are no more, and searches for new ones. */
    void keepUpWith(Set<String> containers) throws IOException {
        folders.keySet().retainAll(containers);
        if (!folders.keySet().containsAll(containers)) {
            Map<String, Optional<Path>> now = new HashMap<>();
            containers.forEach(container -> now.put(container, Optional.empty()));
            Files.walkFileTree(root, Set.of(), DEEPEST, new AllSearch(now));
            folders = now;
        }
    }

    /** ID of the container whose folder that is, seen through another mount; empty if it is none. */
    String containerOf(Path folder) {
        try {
            Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
            OwnSearch search = new OwnSearch(key);
            Files.walkFileTree(root, Set.of(), DEEPEST, search);
            return search.found;
        } catch (IOException none) {
            return "";
        }
    }

    Optional<Path> of(String container) {
        return folders.getOrDefault(container, Optional.empty());
    }

    /** Goes down to the outermost folder of each container, and not further. */
    private abstract static class Search extends SimpleFileVisitor<Path> {
        abstract FileVisitResult found(String container, Path folder, BasicFileAttributes attributes);

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return ContainerId.in(folder.getFileName().toString())
                    .map(container -> found(container, folder, attributes))
                    .orElse(FileVisitResult.CONTINUE);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class OwnSearch extends Search {
        private final @Nullable Object key;
        private String found = "";

        OwnSearch(@Nullable Object key) {
            this.key = key;
        }

        @Override
        FileVisitResult found(String container, Path folder, BasicFileAttributes attributes) {
            if (key == null || !key.equals(attributes.fileKey())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            found = container;
            return FileVisitResult.TERMINATE;
        }
    }

    private static final class AllSearch extends Search {
        private final Map<String, Optional<Path>> found;

        AllSearch(Map<String, Optional<Path>> found) {
            this.found = found;
        }

        @Override
        FileVisitResult found(String container, Path folder, BasicFileAttributes attributes) {
            found.computeIfPresent(container, (same, none) -> Optional.of(folder));
            return FileVisitResult.SKIP_SUBTREE;
        }
    }
}
