package dev.seep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU time of all processes and of the kernel of this machine, from {@code /proc/stat}, in ticks of 10 ms. */
final class MachineCpu {
    private static final double TICKS_PER_SECOND = 100;
    /** Fields of the first line, see proc(5): user, nice, system, irq, softirq; idle, iowait and steal are not ours. */
    private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7);

    private MachineCpu() {}

    /** Seconds since the start of the machine, summed over its processors. */
    static double busySeconds() throws IOException {
        String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +", -1);
        return BUSY.stream().mapToLong(field -> Long.parseLong(fields[field])).sum() / TICKS_PER_SECOND;
    }
}
