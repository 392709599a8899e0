package dev.seep.probe;

import dev.seep.probe.ProcessTable.Row;
import dev.seep.sample.BadDirection;
import dev.seep.sample.GapReason;
import dev.seep.sample.Metric;
import dev.seep.sample.Unit;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Probe of a number that adds up over the process table. Zombies are neither processes nor threads, so that a leak has
 * one name.
 */
record ProcessProbe(String name, ToDoubleFunction<Row> share) implements Probe {
    static final ProcessProbe PROCESSES = new ProcessProbe("processes", row -> row.isLiving() ? 1 : 0);
    static final ProcessProbe THREADS = new ProcessProbe("threads", row -> row.isLiving() ? row.threads() : 0);
    static final ProcessProbe ZOMBIES = new ProcessProbe("zombies", row -> row.state() == 'Z' ? 1 : 0);

    @Override
    public List<Metric> metrics() {
        return List.of(Metric.unlimited(name, Unit.COUNT, BadDirection.UP));
    }

    @Override
    public ResourceScope scope() {
        return ResourceScope.CONTAINER;
    }

    @Override
    public String script() {
        return "";
    }

    @Override
    public void read(ProbeAnswer probeAnswer, ReadingBuilder into) {
        ProcessTable table = probeAnswer.processes();
        if (table.rows().isEmpty()) {
            into.gap(name, noProcesses(probeAnswer));
        } else {
            into.value(name, table.rows().stream().mapToDouble(share).sum());
        }
    }

    /** Why there is no process to be seen: even an idle container has one besides the probe's own. */
    static GapReason noProcesses(ProbeAnswer probeAnswer) {
        if (probeAnswer.processes().isMalformed()) {
            return GapReason.MALFORMED;
        }
        return probeAnswer.ofNamedProcesses() ? GapReason.TARGET_GONE : GapReason.DENIED;
    }
}
