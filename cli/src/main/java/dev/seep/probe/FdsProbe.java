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
 * Open descriptors: entries of {@code /proc/PID/fd}, counted by a glob, and the soft limit {@code Max open files} of
 * {@code /proc/PID/limits}. Limits hardly ever change, so the script reads them for each tenth question, and when
 * processes came or went. If one process may not be read, the sum would lie, and the probe has a gap.
 */
final class FdsProbe implements Probe {
    private static final String OPEN = "fds.open";
    private static final String SHARE = "fds.limit_share";
    /** Those that are sockets, where the kubelet counts them because nothing can be run. */
    private static final String SOCKETS = "fds.sockets";

    @Override
    public String name() {
        return "fds";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.unlimited(OPEN, Unit.COUNT, BadDirection.UP),
                new Metric(SHARE, Unit.RATIO, BadDirection.UP, new Limit.Fixed(1)),
                Metric.unlimited(SOCKETS, Unit.COUNT, BadDirection.UP));
    }

    @Override
    public ResourceScope scope() {
        return ResourceScope.CONTAINER;
    }

    @Override
    public String script() {
        return Scripts.text("fds.sh");
    }

    @Override
    public void read(ProbeAnswer probeAnswer, ReadingBuilder into) {
        Map<Long, Long> open = new HashMap<>();
        for (String[] row : probeAnswer.rows("fds")) {
            long pid = row.length == 2 ? ProbeAnswer.number(row[0]) : -1;
            boolean unreadable = row.length == 2 && row[1].equals("-");
            long count =
                    unreadable && probeAnswer.processes().hasZombie(pid) ? 0 : ProbeAnswer.number(row[row.length - 1]);
            if (pid < 0 || count < 0) {
                into.gap(name(), unreadable ? GapReason.DENIED : GapReason.MALFORMED);
                return;
            }
            open.put(pid, count);
        }
        if (open.isEmpty()) {
            into.gap(name(), ProcessProbe.noProcesses(probeAnswer));
            return;
        }
        into.value(OPEN, open.values().stream().mapToDouble(Long::doubleValue).sum());
        worstShare(open, probeAnswer)
                .ifPresentOrElse(share -> into.value(SHARE, share), () -> into.gap(SHARE, GapReason.ABSENT));
    }

    private static OptionalDouble worstShare(Map<Long, Long> open, ProbeAnswer probeAnswer) {
        return probeAnswer.rows("nofile").stream()
                .mapToDouble(row -> share(open, row))
                .filter(share -> share >= 0)
                .max();
    }

    private static double share(Map<Long, Long> open, String[] row) {
        if (row.length == 2 && row[1].equals("unlimited")) {
            return 0;
        }
        Long count = open.get(ProbeAnswer.number(row[0]));
        long limit = row.length == 2 ? ProbeAnswer.number(row[1]) : -1;
        return count == null || limit <= 0 ? -1 : (double) count / limit;
    }
}
