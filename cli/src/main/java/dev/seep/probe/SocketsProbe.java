package dev.seep.probe;

import dev.seep.sample.BadDirection;
import dev.seep.sample.GapReason;
import dev.seep.sample.Metric;
import dev.seep.sample.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TCP sockets by state, of the network namespace or, for named processes, those that the processes hold open.
 *
 * <p>Reading {@code /proc/net/tcp} walks a hash table of the whole machine, so the script avoids it where that is
 * exact: {@code /proc/net/sockstat} counts no socket, or it and the TCP counters of {@code /proc/net/snmp} (segments in
 * and out, opens) say that nothing has moved since the last reading. Each tenth question reads regardless.
 */
final class SocketsProbe implements Probe {
    /** In the order of the kernel's include/net/tcp_states.h, from 1; in {@code /proc/net/tcp} as two hex digits. */
    private static final List<String> STATES = List.of(
            "established",
            "syn_sent",
            "syn_recv",
            "fin_wait1",
            "fin_wait2",
            "time_wait",
            "close",
            "close_wait",
            "last_ack",
            "listen",
            "closing",
            "new_syn_recv");

    /** The kernel ends them by itself after a minute: as many as were closed in it, and no leak. */
    private static final String TIME_WAIT = "time_wait";

    private static final Pattern LINK = Pattern.compile("-> socket:\\[(\\d+)]$", Pattern.MULTILINE);

    @Override
    public String name() {
        return "sockets";
    }

    @Override
    public List<Metric> metrics() {
        return STATES.stream()
                .map(state -> Metric.unlimited(
                        metric(state), Unit.COUNT, state.equals(TIME_WAIT) ? BadDirection.NEITHER : BadDirection.UP))
                .toList();
    }

    @Override
    public ResourceScope scope() {
        return ResourceScope.POD;
    }

    @Override
    public String script() {
        return Scripts.text("sockets.sh");
    }

    @Override
    public void read(ProbeAnswer probeAnswer, ReadingBuilder into) {
        boolean named = probeAnswer.ofNamedProcesses();
        String links = probeAnswer.section("links").orElse("");
        if (named && !probeAnswer.section("locked").orElse("").isEmpty()) {
            into.gap(name(), GapReason.DENIED);
        } else if (named && links.isBlank()) {
            into.gap(name(), GapReason.FAILED);
        } else {
            readStates(probeAnswer, named, inodes(links), into);
        }
    }

    private void readStates(ProbeAnswer probeAnswer, boolean named, Set<String> inodes, ReadingBuilder into) {
        double[] counts = new double[STATES.size()];
        List<String[]> rows = probeAnswer.rows("tcp");
        boolean ended = !rows.isEmpty() && rows.get(rows.size() - 1)[0].equals("end");
        if (!ended) {
            into.gap(name(), probeAnswer.section("tcp").isPresent() ? GapReason.FAILED : GapReason.DENIED);
            return;
        }
        for (String[] row : rows.subList(0, rows.size() - 1)) {
            int state = row.length == 2 ? state(row[0]) : -1;
            long countOrInode = row.length == 2 ? ProbeAnswer.number(row[1]) : -1;
            if (state < 0 || countOrInode < 0) {
                into.gap(name(), GapReason.MALFORMED);
                return;
            }
            counts[state] += !named ? countOrInode : inodes.contains(row[1]) ? 1 : 0;
        }
        for (int i = 0; i < counts.length; i++) {
            into.value(metric(STATES.get(i)), counts[i]);
        }
    }

    private static int state(String hex) {
        int number = hex.matches("[0-9A-F]{2}") ? Integer.parseInt(hex, 16) : 0;
        return number <= STATES.size() ? number - 1 : -1;
    }

    private static Set<String> inodes(String links) {
        Set<String> inodes = new HashSet<>();
        for (Matcher link = LINK.matcher(links); link.find(); ) {
            inodes.add(link.group(1));
        }
        return inodes;
    }

    private static String metric(String state) {
        return "sockets.tcp." + state;
    }
}
