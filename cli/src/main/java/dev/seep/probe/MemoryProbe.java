package dev.seep.probe;

import dev.seep.sample.BadDirection;
import dev.seep.sample.GapReason;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Memory of the processes and of their cgroup, version 1 or 2.
 *
 * <ul>
 *   <li>{@code memory.rss}: resident pages of all processes; shared ones count once for each of them, and the kernel's
 *       count may lag by some pages a CPU
 *   <li>{@code memory.anon}: the cgroup's {@code total_rss} (version 1) or {@code anon} (version 2); without a cgroup
 *       of its own, or for named processes, the sum of resident minus shared pages of {@code /proc/PID/statm}
 *   <li>{@code memory.cache}: the cgroup's {@code total_cache} or {@code file}
 *   <li>{@code memory.working_set}: usage minus inactive file pages, as kubelet and cAdvisor count it
 *   <li>{@code memory.limit}: of the cgroup, nothing where there is none
 *   <li>{@code memory.node}: all of the machine, {@code MemTotal}
 * </ul>
 *
 * <p>The shell of the probe is left out of sums over processes. The cgroup's own figures hold it: about 200 KiB, the
 * same at each poll of a kept session.
 */
final class MemoryProbe implements Probe {
    private static final Limit LIMIT = new Limit.Reported("memory.limit");
    /** Version 1 reports no limit as the greatest multiple of a page; anything of an exbibyte or more is none. */
    private static final double UNLIMITED = 0x1p60;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric("memory.rss", Unit.BYTES, BadDirection.UP, LIMIT),
                new Metric("memory.anon", Unit.BYTES, BadDirection.UP, LIMIT),
                Metric.unlimited("memory.cache", Unit.BYTES, BadDirection.NEITHER),
                new Metric("memory.working_set", Unit.BYTES, BadDirection.NEITHER, LIMIT),
                Metric.unlimited("memory.limit", Unit.BYTES, BadDirection.NEITHER),
                Metric.unlimited("memory.node", Unit.BYTES, BadDirection.NEITHER));
    }

    @Override
    public ResourceScope scope() {
        return ResourceScope.CONTAINER;
    }

    @Override
    public String script() {
        return Scripts.text("memory.sh");
    }

    @Override
    public void read(ProbeAnswer probeAnswer, ReadingBuilder into) {
        readResident(probeAnswer, into);
        readNode(probeAnswer, into);
        if (probeAnswer.section("cgroup").isPresent()) {
            readCgroup(probeAnswer, into);
            return;
        }
        readStatm(probeAnswer, into);
        if (!probeAnswer.ofNamedProcesses()) {
            for (String metric : List.of("memory.cache", "memory.working_set", "memory.limit")) {
                into.gap(metric, GapReason.ABSENT);
            }
        }
    }

    private static void readResident(ProbeAnswer probeAnswer, ReadingBuilder into) {
        List<ProcessTable.Row> rows = probeAnswer.processes().rows();
        if (rows.isEmpty()) {
            into.gap("memory.rss", ProcessProbe.noProcesses(probeAnswer));
        } else if (probeAnswer.pageBytes() < 0) {
            into.gap("memory.rss", GapReason.ABSENT);
        } else {
            long pages =
                    rows.stream().mapToLong(ProcessTable.Row::residentPages).sum();
            into.value("memory.rss", (double) pages * probeAnswer.pageBytes());
        }
    }

    private static void readNode(ProbeAnswer probeAnswer, ReadingBuilder into) {
        long kib = ProbeAnswer.number(probeAnswer.section("node").orElse("").strip());
        if (kib > 0) {
            into.value("memory.node", kib * 1024.0);
        }
    }

    private static void readStatm(ProbeAnswer probeAnswer, ReadingBuilder into) {
        long pages = 0;
        for (String[] row : probeAnswer.rows("statm")) {
            long resident = row.length == 3 ? ProbeAnswer.number(row[1]) : -1;
            long shared = row.length == 3 ? ProbeAnswer.number(row[2]) : -1;
            if (resident < 0 || shared < 0) {
                into.gap("memory.anon", GapReason.MALFORMED);
                return;
            }
            pages += Math.max(0, resident - shared);
        }
        if (probeAnswer.rows("statm").isEmpty()) {
            into.gap("memory.anon", ProcessProbe.noProcesses(probeAnswer));
        } else if (probeAnswer.pageBytes() < 0) {
            into.gap("memory.anon", GapReason.ABSENT);
        } else {
            into.value("memory.anon", (double) pages * probeAnswer.pageBytes());
        }
    }

    private static void readCgroup(ProbeAnswer probeAnswer, ReadingBuilder into) {
        Map<String, Double> figures = new HashMap<>();
        for (String[] row : probeAnswer.rows("cgroup")) {
            figure(row).ifPresent(value -> figures.put(row[0], value));
        }
        put("memory.anon", first(figures, "total_rss", "anon"), into);
        put("memory.cache", first(figures, "total_cache", "file"), into);
        OptionalDouble inactive = first(figures, "total_inactive_file", "inactive_file");
        OptionalDouble usage = first(figures, "usage", "usage");
        put(
                "memory.working_set",
                usage.isPresent() && inactive.isPresent()
                        ? OptionalDouble.of(Math.max(0, usage.getAsDouble() - inactive.getAsDouble()))
                        : OptionalDouble.empty(),
                into);
        OptionalDouble limit = first(figures, "limit", "limit");
        if (limit.isEmpty() || limit.getAsDouble() < UNLIMITED) {
            put("memory.limit", limit, into);
        }
    }

    private static OptionalDouble figure(String[] row) {
        if (row.length != 2) {
            return OptionalDouble.empty();
        }
        if (row[1].equals("max")) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        boolean digits = !row[1].isEmpty() && row[1].chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalDouble.of(Double.parseDouble(row[1])) : OptionalDouble.empty();
    }

    private static OptionalDouble first(Map<String, Double> figures, String versionOne, String versionTwo) {
        Double value = figures.getOrDefault(versionOne, figures.get(versionTwo));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static void put(String metric, OptionalDouble value, ReadingBuilder into) {
        value.ifPresentOrElse(known -> into.value(metric, known), () -> into.gap(metric, GapReason.ABSENT));
    }
}
