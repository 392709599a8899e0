package dev.seep.verdict;

import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Natural limits: the values at which metrics do harm that have no limit of their own.
 *
 * <ul>
 *   <li>memory: the memory of the node, where the cgroup has no limit
 *   <li>descriptors, and sockets that hold nothing but one: the soft limit of the process that is nearest to it
 *   <li>sockets that hold a local port: as many as there are to one destination
 *   <li>processes, threads and zombies: the least {@code kernel.pid_max}
 *   <li>bytes written to a disk whose size is not the container's: 1 GiB
 *   <li>counted objects: the guidance of Kubernetes for pods in a namespace
 * </ul>
 */
final class NaturalLimits {
    /** {@code net.ipv4.ip_local_port_range} is 32768 to 60999 (kernel, Documentation/networking/ip-sysctl.rst). */
    private static final double LOCAL_PORTS = 28_232;
    /** Default of {@code kernel.pid_max} where there are 32 CPUs or fewer (kernel, admin-guide/sysctl/kernel.rst). */
    private static final double PIDS = 32_768;
    /** Pods per namespace (kubernetes/community, sig-scalability/configs-and-limits/thresholds.md). */
    private static final double OBJECTS = 3_000;

    /**
     * Bytes that a node has to spare for the writes of a container: kubelets evict at 10 % of the disk that are left.
     */
    private static final double DISK = 0x1p30;

    /** Last value of each series, limits among them, by the path of the target and the metric. */
    private final Map<String, Double> last = new HashMap<>();
    /**
     * Descriptors at which a process of the pod is at its soft limit, by the path of the pod, or of the process tree.
     */
    private final Map<String, Double> descriptors = new HashMap<>();

    NaturalLimits(Run run) {
        for (Series series : run.series()) {
            Target target = series.target();
            if (target != null && series.size() > 0) {
                last.put(target.series(series.metric().name()), series.value(series.size() - 1));
            }
        }
        for (Series series : run.series()) {
            Target target = series.target();
            if (target != null) {
                Target shared = target.kind() == Target.Kind.CONTAINER ? target.pod() : target;
                softLimit(target).ifPresent(limit -> descriptors.merge(shared.path(), limit, Math::min));
            }
        }
    }

    /** Least one of the members, in the metric's unit; NaN if none is known. */
    double of(Group group) {
        return group.members().stream()
                .mapToDouble(member -> of(member.target(), group.metric()))
                .filter(limit -> !Double.isNaN(limit))
                .min()
                .orElse(Double.NaN);
    }

    private double of(@Nullable Target target, Metric metric) {
        if (target == null) {
            return Double.NaN;
        }
        String[] words = metric.name().split("\\.");
        return switch (words[0]) {
            case "memory" -> last(target, "memory.node").orElse(Double.NaN);
            case "fds" -> softLimit(target).orElse(Double.NaN);
            case "sockets" -> sockets(target, words[words.length - 1]);
            case "processes", "threads", "zombies" -> PIDS;
            case "objects" -> OBJECTS;
            case "disk" -> metric.unit() == Unit.BYTES ? DISK : Double.NaN;
            case "jvm" -> jvm(target, metric.name());
            default -> Double.NaN;
        };
    }

    private double sockets(Target target, String state) {
        boolean holdsPort =
                switch (state) {
                    case "established", "syn_sent", "fin_wait1", "fin_wait2", "time_wait" -> true;
                    default -> false;
                };
        double held = descriptors.getOrDefault(target.path(), LOCAL_PORTS);
        return holdsPort ? Math.min(LOCAL_PORTS, held) : held;
    }

    private double jvm(Target target, String metric) {
        return switch (metric) {
            case "jvm.threads" -> PIDS;
            case "jvm.metaspace" ->
                last(target, "memory.limit")
                        .orElseGet(() -> last(target, "memory.node").orElse(Double.NaN));
            default -> Double.NaN;
        };
    }

    /** Open descriptors at which the process that is nearest to its limit would reach it, if all of them grow alike. */
    private OptionalDouble softLimit(Target target) {
        OptionalDouble open = last(target, "fds.open");
        OptionalDouble share = last(target, "fds.limit_share");
        return open.isPresent() && share.isPresent() && share.getAsDouble() > 0
                ? OptionalDouble.of(open.getAsDouble() / share.getAsDouble())
                : OptionalDouble.empty();
    }

    private OptionalDouble last(Target target, String metric) {
        Double value = last.get(target.series(metric));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
