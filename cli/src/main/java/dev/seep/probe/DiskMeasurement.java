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
 * What is stored: bytes and inodes of the volumes that a container may write to, by {@code stat -f} or {@code df};
 * bytes of single paths, by {@code du}; files that are deleted and still open, by {@code ls}.
 *
 * <ul>
 *   <li>{@code disk.used.data}, {@code disk.inodes.data}: of the volume at {@code /data}; limited by its size
 *   <li>{@code disk.node.used}, {@code .size}: of the file system that holds the container's own files and its
 *       {@code emptyDir} volumes. It belongs to the node and all its pods, so it is shown and never judged
 *   <li>{@code disk.path.var_log}: of the files below {@code /var/log}, without other file systems
 *   <li>{@code disk.deleted_open}: descriptors of deleted files, whose space nobody gets back
 *   <li>{@code disk.writable_layer}, {@code disk.logs}: what the container has written besides volumes, and its log, as
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

    /**
     * Mount points come from {@code /proc/self/mountinfo}, where white space in them is written in octal. Arguments are
     * the processes of a local target, whose mounts are those of the whole machine and are left out.
     */
    @Override
    public Transport transport() {
        String quoted = paths.stream()
                .map(path -> "'" + path.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        return Transport.Command.bounded("""
                export LC_ALL=C
                P=$*
                can() { command -v $1 >/dev/null 2>&1; }
                volumes() {
                if can stat && stat -f -c %%S / >/dev/null 2>&1; then t=stat; elif can df; then t=df; else echo no-tool volumes; return; fi
                while read -r x x d x m o x; do
                case $o in rw|rw,*) ;; *) continue;; esac
                case $m in /proc|/proc/*|/sys|/sys/*|/dev|/dev/pts|/dev/mqueue) continue;; esac
                x=" $x"
                x=${x#* - }
                case $x in nsfs*|proc*|sysfs*|cgroup*|devpts*|mqueue*|autofs*) continue;; esac
                p=$m
                case $m in *\\\\*) p=$(printf %%b "$m");; esac
                if [ ! -d "$p" ]; then [ $m != /etc/hosts ] || echo "node $d"; continue; fi
                echo "mount $d $x"
                echo "at $m"
                if [ $t = stat ]; then stat -f -c 'space %%S %%b %%f %%c %%d' "$p"; else
                df -P "$p" | while read -r a b c e; do case $b in [0-9]*) echo "df $b $c";; esac; done
                fi
                done </proc/self/mountinfo
                }
                paths() {
                for p; do
                echo "path $p"
                if [ ! -e "$p" ]; then echo absent
                elif ! can du; then echo no-tool
                else
                r=$(du -skx "$p")
                echo "du ${r%%%%[!0-9]*}"
                fi
                done
                }
                deleted() {
                can ls || { echo no-tool deleted; return; }
                if [ "$P" ]; then
                F=
                for p in $P; do F="$F /proc/$p/fd"; done
                else
                F="/proc/[0-9]*/fd"
                fi
                n=0
                ls -l $F 2>/dev/null | {
                while read -r x x x x x x x x l; do
                case $l in *"-> /memfd:"*|*"-> /dev/zero (deleted)") ;; *"-> /"*" (deleted)") n=$((n+1));; esac
                done
                echo "deleted $n"
                }
                }
                [ "$P" ] || volumes 2>/dev/null
                paths %s
                deleted
                """.formatted(quoted) + WRITTEN, schedule.timeout());
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
                readingBuilder.reading(), answer.isComplete() ? "" : NAME + ": " + Complaint.line(output.err()));
    }
}
