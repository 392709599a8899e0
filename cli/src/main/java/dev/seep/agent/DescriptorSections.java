package dev.seep.agent;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sections {@code fds} and {@code nofile} of an answer. From Linux 6.2 on the size of {@code /proc/PID/fd} is the
 * number of descriptors, for anybody to see; before, the folder is listed, which takes the capability
 * {@code DAC_READ_SEARCH} for processes of other users.
 */
final class DescriptorSections {
    private static final int REFRESH_LIMITS = 10;
    private static final Pattern SOFT_LIMIT = Pattern.compile("(?m)^Max open files +(\\S+)");

    private final Path proc;
    private final KernelFiles files;
    private final boolean counted;

    DescriptorSections(Path proc, KernelFiles files) {
        this.proc = proc;
        this.files = files;
        this.counted = size(proc.resolve("self/fd")) > 0;
    }

    /** Whether the kernel counts, so that no privilege is needed. */
    boolean areCounted() {
        return counted;
    }

    String descriptors(List<HostProcess> processes) {
        StringBuilder rows = new StringBuilder();
        for (HostProcess process : processes) {
            if (process.isZombie()) {
                rows.append(process.pid()).append(" 0\n");
            } else {
                count(process.pid()).ifPresent(count -> rows.append(process.pid())
                        .append(' ')
                        .append(count)
                        .append('\n'));
            }
        }
        return rows.toString();
    }

    /** Number of descriptors; empty for a process that has ended, a dash for one that may not be read. */
    private Optional<String> count(long pid) {
        Path folder = proc.resolve(pid + "/fd");
        if (counted) {
            long size = size(folder);
            return size < 0 ? Optional.empty() : Optional.of(Long.toString(size));
        }
        long entries = 0;
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
            for (Path ignored : listed) {
                entries++;
            }
            return Optional.of(Long.toString(entries));
        } catch (AccessDeniedException refused) {
            return Optional.of("-");
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static long size(Path folder) {
        try {
            return Files.size(folder);
        } catch (IOException gone) {
            return -1;
        }
    }

    String limits(List<HostProcess> processes) {
        StringBuilder rows = new StringBuilder();
        for (HostProcess process : processes) {
            String limit = limit(process);
            if (!limit.isEmpty()) {
                rows.append(process.pid()).append(' ').append(limit).append('\n');
            }
        }
        return rows.toString();
    }

    private String limit(HostProcess process) {
        String limit = process.knownLimit(REFRESH_LIMITS);
        if (limit.isEmpty() && !process.isZombie()) {
            Matcher line = SOFT_LIMIT.matcher(
                    files.text(proc.resolve(process.pid() + "/limits")).orElse(""));
            limit = line.find() ? line.group(1) : "";
            process.hasLimit(limit);
        }
        return limit;
    }
}
