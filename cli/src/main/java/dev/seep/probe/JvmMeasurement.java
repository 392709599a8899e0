package dev.seep.probe;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.util.List;

/**
 * Java virtual machines, by the performance data that HotSpot writes to {@code /tmp/hsperfdata_USER/PID}: reading that
 * file costs a {@code cat} of 32 KiB, starts no JVM and attaches to none. Summed over the JVMs of a target.
 *
 * <ul>
 *   <li>{@code jvm.heap.live}: bytes in use in the old generation right after its collection, limited by its maximum;
 *       of the whole heap with Shenandoah and ZGC. It has a value only where there is a new one, see {@link LiveSet}
 *   <li>{@code jvm.heap.used}: all generations; {@code jvm.heap.old}: the old one. In between two collections of the
 *       old generation it grows in every JVM, so that these are recorded and never judged
 *   <li>{@code jvm.metaspace}, {@code jvm.classes}, {@code jvm.threads}
 * </ul>
 *
 * <p>Direct buffers are not in there: they need an agent or an attached tool. A JVM with {@code -XX:-UsePerfData} is a
 * gap; a target without any JVM brings nothing at all.
 */
public record JvmMeasurement(MeasurementSchedule schedule) implements Measurement {
    public static final String NAME = "jvm";
    static final String LIVE = "jvm.heap.live";

    private static final Limit OLD = new Limit.Reported("jvm.heap.old_limit");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(LIVE, Unit.BYTES, BadDirection.UP, OLD),
                Metric.unlimited("jvm.heap.used", Unit.BYTES, BadDirection.NEITHER),
                new Metric("jvm.heap.old", Unit.BYTES, BadDirection.NEITHER, OLD),
                Metric.unlimited("jvm.heap.old_limit", Unit.BYTES, BadDirection.NEITHER),
                Metric.unlimited("jvm.metaspace", Unit.BYTES, BadDirection.UP),
                Metric.unlimited("jvm.classes", Unit.COUNT, BadDirection.UP),
                Metric.unlimited("jvm.threads", Unit.COUNT, BadDirection.UP));
    }

    @Override
    public boolean isFor(Target target) {
        return schedule.isFor(target);
    }

    /** Arguments are the processes of a local target. The file of a process that died without notice stays. */
    @Override
    public Transport transport() {
        return new Transport.Command(Scripts.text("jvm.sh"));
    }

    @Override
    public Result read(Output output) {
        return reader().read(output);
    }

    @Override
    public Reader reader() {
        return new JvmReader();
    }
}
