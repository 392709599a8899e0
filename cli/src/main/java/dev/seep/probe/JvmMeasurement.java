package dev.seep.probe;

import dev.seep.sample.BadDirection;
import dev.seep.sample.GapReason;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Java virtual machines, by the performance data that HotSpot writes to {@code /tmp/hsperfdata_USER/PID}: reading that
 * file costs a {@code cat} of 32 KiB, starts no JVM and attaches to none. Summed over the JVMs of a target.
 *
 * <ul>
 *   <li>{@code jvm.heap.used}: all generations, as of the last collection; {@code jvm.heap.old}: what collections left
 *       in the old generation, limited by its maximum
 *   <li>{@code jvm.metaspace}, {@code jvm.classes}, {@code jvm.threads}
 * </ul>
 *
 * <p>Direct buffers are not in there: they need an agent or an attached tool. A JVM with {@code -XX:-UsePerfData} is a
 * gap; a target without any JVM brings nothing at all.
 */
public record JvmMeasurement(Terms terms) implements Measurement {
    public static final String NAME = "jvm";

    private static final Limit OLD = new Limit.Reported("jvm.heap.old_limit");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.unlimited("jvm.heap.used", Unit.BYTES, BadDirection.UP),
                new Metric("jvm.heap.old", Unit.BYTES, BadDirection.UP, OLD),
                Metric.unlimited("jvm.heap.old_limit", Unit.BYTES, BadDirection.NEITHER),
                Metric.unlimited("jvm.metaspace", Unit.BYTES, BadDirection.UP),
                Metric.unlimited("jvm.classes", Unit.COUNT, BadDirection.UP),
                Metric.unlimited("jvm.threads", Unit.COUNT, BadDirection.UP));
    }

    @Override
    public boolean isFor(Target target) {
        boolean runs = target.kind() == Target.Kind.CONTAINER || target.kind() == Target.Kind.PROCESS;
        return runs && terms.containers().matcher(target.path()).find();
    }

    /** Arguments are the processes of a local target. The file of a process that died without notice stays. */
    @Override
    public Way way() {
        return new Way.Command("""
                [ $# -gt 0 ] || { set -- /proc/[0-9]*; }
                for p; do
                p=${p##*/} f=
                for g in /tmp/hsperfdata_*/$p; do [ ! -e "$g" ] || f=$g; done
                if [ "$f" ]; then
                command -v cat >/dev/null && command -v wc >/dev/null || { echo jvm no-tool; continue; }
                [ -r "$f" ] || { echo jvm denied; continue; }
                echo "jvm $(($(wc -c <"$f")))"
                cat "$f"
                echo
                else
                c=
                read -r c 2>/dev/null </proc/$p/comm
                [ "$c" != java ] || echo jvm absent
                fi
                done
                """);
    }

    @Override
    public Result read(Output output) {
        Readings readings = new Readings();
        JvmAnswer answer = JvmAnswer.parse(output.out());
        if (answer.gap() != null) {
            readings.gap(NAME, answer.gap());
        } else if (!answer.machines().isEmpty()) {
            value("jvm.heap.used", answer, jvm -> jvm.sum("sun.gc.generation.", ".used"), readings);
            value("jvm.heap.old", answer, jvm -> jvm.sum("sun.gc.generation.1.space.", ".used"), readings);
            value("jvm.heap.old_limit", answer, jvm -> jvm.value("sun.gc.generation.1.maxCapacity"), readings);
            value("jvm.metaspace", answer, jvm -> jvm.value("sun.gc.metaspace.used"), readings);
            value("jvm.classes", answer, JvmMeasurement::classes, readings);
            value("jvm.threads", answer, jvm -> jvm.value("java.threads.live"), readings);
        }
        return new Result(readings);
    }

    private static double classes(PerfData jvm) {
        double loaded = jvm.value("java.cls.loadedClasses") + jvm.value("java.cls.sharedLoadedClasses");
        return loaded - jvm.value("java.cls.unloadedClasses") - jvm.value("java.cls.sharedUnloadedClasses");
    }

    private static void value(String metric, JvmAnswer answer, ToDoubleFunction<PerfData> of, Readings into) {
        double sum = answer.machines().stream().mapToDouble(of).sum();
        OptionalDouble known = Double.isNaN(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
        known.ifPresentOrElse(value -> into.value(metric, value), () -> into.gap(metric, GapReason.ABSENT));
    }
}
