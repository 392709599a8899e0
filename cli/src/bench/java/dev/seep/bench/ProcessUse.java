package dev.seep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process of this machine has used so far.
 *
 * @param cpuSeconds user and system time, of proc(5) {@code stat}, in ticks of 10 ms
 * @param residentPeak largest resident set ever, bytes
 */
record ProcessUse(double cpuSeconds, long resident, long residentPeak, int threads, int descriptors) {
    private static final double TICKS_PER_SECOND = 100;

    static ProcessUse of(long pid) throws IOException {
        Path folder = Path.of("/proc", Long.toString(pid));
        String stat = Files.readString(folder.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        String status = Files.readString(folder.resolve("status"));
        int descriptors;
        try (var entries = Files.list(folder.resolve("fd"))) {
            descriptors = (int) entries.count();
        }
        return new ProcessUse(
                (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND,
                number(status, "VmRSS") * 1024,
                number(status, "VmHWM") * 1024,
                (int) number(status, "Threads"),
                descriptors);
    }

    private static long number(String status, String name) {
        Matcher line = Pattern.compile(name + ":\\s+(\\d+)").matcher(status);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }
}
