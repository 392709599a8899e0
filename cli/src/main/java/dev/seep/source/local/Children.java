package dev.seep.source.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Finder of a process's direct children, zombies too. The kernel lists them by the thread that started them
 * ({@code /proc/PID/task/TID/children}, proc(5)); where it does not, all processes of the machine are searched, which
 * costs a hundred times more.
 */
final class Children {
    private static final boolean LISTED = Files.exists(Path.of("/proc/thread-self/children"));

    private Children() {}

    static List<Long> of(ProcessHandle parent) {
        return LISTED
                ? listed(parent.pid())
                : parent.children().map(ProcessHandle::pid).toList();
    }

    private static List<Long> listed(long parent) {
        List<Long> children = new ArrayList<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + parent + "/task"))) {
            for (Path thread : threads) {
                read(thread.resolve("children"), children);
            }
        } catch (IOException ended) {
            // The process is gone, and whose its children are now is told by their new parent.
        }
        return children;
    }

    private static void read(Path file, List<Long> into) {
        try {
            StringTokenizer pids = new StringTokenizer(Files.readString(file));
            while (pids.hasMoreTokens()) {
                into.add(Long.parseLong(pids.nextToken()));
            }
        } catch (IOException threadEnded) {
            // Its children went to another thread of the process.
        }
    }
}
