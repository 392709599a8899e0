package dev.seep.probe;

import dev.seep.sample.BadDirection;
import dev.seep.sample.GapReason;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Disk usage: bytes and inodes of the volumes that a container may write to, by {@code stat -f} or {@code df}; bytes of
 * single paths, by {@code du}; files that are deleted and still open, by {@code ls}.
 *
 * <ul>
 *   <li>{@code disk.used.data}, {@code disk.inodes.data}: of the volume at {@code /data}; limited by its size
 *   <li>{@code disk.node.used}, {@code .size}: of the file system that holds the container's own files and its
 *       {@code emptyDir} volumes. It belongs to the node and all its pods, so it is shown and never judged
 *   <li>{@code disk.path.var_log}: of the files below {@code /var/log}, without other file systems
 *   <li>{@code disk.deleted_open}: descriptors of deleted files, whose space nobody gets back
 *   <li>{@code disk.writable_layer}, {@code disk.logs}: data written by the container besides volumes, and its log, as
 *       the kubelet counts them where nothing can be run
 *   <li>{@code disk.volume.cache}: of the files in the volume {@code cache} of the pod, by the kubelet too
 * </ul>
 *
 * <p>Not among the probes of the common script: a file server that is down would hold up everything else.
 *
 * @param paths absolute, each to be added up
 */
public record DiskMeasurement(List<String> paths, MeasurementSchedule schedule) implements Measurement {
    public static final String NAME = "disk";

    private static final String WRITTEN = TimeLimit.FUNCTION + DiskProbe.FUNCTIONS + """
            N='
            '
            O=$P
            put() { printf '%s\\n' "$2"; }
            disk 2>/dev/null
            """;

    /** @throws IllegalArgumentException if a path is not absolute or holds a control character */
    public DiskMeasurement {
        paths = List.copyOf(paths);
        Set<String> names = new HashSet<>();
        for (String path : paths) {
            if (!path.startsWith("/") || path.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("disk: '" + path + "' is no absolute path");
            }
            if (!names.add(DiskAnswer.name(path))) {
                throw new IllegalArgumentException("disk: another path has the name of '" + path + "'");
            }
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(written());
        metrics.addAll(List.of(
                Metric.unlimited("disk.node.*", Unit.BYTES, BadDirection.NEITHER),
                Metric.unlimited("disk.path.*", Unit.BYTES, BadDirection.UP),
                Metric.unlimited("disk.deleted_open", Unit.COUNT, BadDirection.UP),
                Metric.unlimited("disk.logs", Unit.BYTES, BadDirection.NEITHER)));
        return metrics;
    }

    /** Of these {@link DiskProbe} brings some too, with the same meaning. */
    static List<Metric> written() {
        return List.of(
                new Metric("disk.used.*", Unit.BYTES, BadDirection.UP, new Limit.Reported("disk.size.*")),
                Metric.unlimited("disk.size.*", Unit.BYTES, BadDirection.NEITHER),
                new Metric("disk.inodes.*", Unit.COUNT, BadDirection.UP, new Limit.Reported("disk.inodes_limit.*")),
                Metric.unlimited("disk.inodes_limit.*", Unit.COUNT, BadDirection.NEITHER),
                Metric.unlimited("disk.volume.*", Unit.BYTES, BadDirection.UP),
                Metric.unlimited("disk.writable_layer", Unit.BYTES, BadDirection.UP));
    }

    @Override
    public boolean isFor(Target target) {
        return schedule.isFor(target);
    }

    @Override
    public Transport transport() {
        String quoted = paths.stream()
                .map(path -> "'" + path.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        return Transport.Command.bounded(
                Scripts.text("disk-on-demand.sh") + "[ \"$P\" ] || volumes 2>/dev/null\npaths " + quoted + "\ndeleted\n"
                        + WRITTEN,
                schedule.timeout());
    }

    @Override
    public Result read(Output output) {
        DiskAnswer answer = new DiskAnswer(output.err().contains("denied"));
        output.out().lines().forEach(answer::line);
        ReadingBuilder readingBuilder = answer.readings();
        if (output.out().isEmpty()) {
            readingBuilder.gap(NAME, GapReason.FAILED);
        }
        return new Result(
                readingBuilder.reading(), answer.isComplete() ? "" : NAME + ": " + ErrorOutput.line(output.err()));
    }
}
