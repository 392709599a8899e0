package dev.seep.export;

import dev.seep.sample.Metric;
import dev.seep.sample.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics of the probes as families of gauges: {@code memory.anon} is {@code seep_memory_anon_bytes}. */
final class MetricFamilies {
    private static final String SOCKETS = "sockets.tcp.";

    /**
     * One metric of a family.
     *
     * @param state of sockets, empty for other metrics
     */
    private record Member(int index, String state) {}

    private final Map<String, List<Member>> families = new LinkedHashMap<>();
    private final Map<String, String> helps = new LinkedHashMap<>();

    MetricFamilies(List<Metric> metrics) {
        for (int i = 0; i < metrics.size(); i++) {
            String metric = metrics.get(i).name();
            boolean sockets = metric.startsWith(SOCKETS);
            String name = sockets ? "seep_tcp_sockets" : name(metrics.get(i));
            String state = sockets ? metric.substring(SOCKETS.length()) : "";
            families.computeIfAbsent(name, none -> new ArrayList<>()).add(new Member(i, state));
            helps.put(
                    name, sockets ? "TCP sockets of the pod by state." : "Last value of " + metric + " of the target.");
        }
    }

    static String name(Metric metric) {
        String name = "seep_" + metric.name().replaceAll("[^a-zA-Z0-9]", "_");
        String unit = metric.unit() == Unit.COUNT ? "" : "_" + metric.unit().word();
        return name.endsWith(unit) ? name : name + unit;
    }

    void write(ExpositionWriter expositionWriter, List<TargetState> present) throws IOException {
        for (Map.Entry<String, List<Member>> family : families.entrySet()) {
            String name = family.getKey();
            expositionWriter.gauge(name, String.valueOf(helps.get(name)));
            for (TargetState targetState : present) {
                for (Member member : family.getValue()) {
                    double value = targetState.latest(member.index());
                    if (!Double.isNaN(value)) {
                        expositionWriter.sample(name, labels(targetState, member), value);
                    }
                }
            }
        }
    }

    private static String labels(TargetState targetState, Member member) {
        return member.state().isEmpty()
                ? targetState.labels()
                : Labels.with(targetState.labels(), "state", member.state());
    }
}
