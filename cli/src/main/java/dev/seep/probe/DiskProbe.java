package dev.seep.probe;

import dev.seep.sample.Metric;
import java.util.List;

/**
 * What a container has written, by the kept shell of the usual probes: {@link DiskMeasurement} brings more, by an exec
 * of its own.
 *
 * <p>Only what belongs to the container is told and judged:
 *
 * <ul>
 *   <li>{@code disk.volume.NAME}: bytes of the files in an {@code emptyDir} on the node's disk, or in a volume of an
 *       engine, by {@code du}. Known by where it lies, so that no folder of the host is walked
 *   <li>{@code disk.writable_layer}: bytes of the files below the root, by {@code du}, without other mounts and without
 *       {@code /usr}, {@code /lib}, {@code /etc} and their like, which come with the image and hold most of its files.
 *       It grows by what the writable layer grows by, and holds what the image has in the other places
 *   <li>{@code disk.used.NAME} of its size, {@code disk.inodes.NAME}: a volume that is a whole file system of its own,
 *       by {@code stat -f}
 * </ul>
 *
 * <p>The file system of the node, which {@code df} shows in every container, is nobody's: it grows by images, logs and
 * the other pods. Network file systems are left out too: a server that is down would hold up the other probes. So are
 * processes of this machine, whose disk is the machine's. Files that the user of the container may not see are not
 * counted: what runs as that user could not write them either.
 *
 * <p>A walk is not begun before thirty times the length of the last one has passed, one that takes more than
 * {@value #LONGEST_WALK_SECONDS} s is ended, and after three such in a row there is none in the same shell.
 */
final class DiskProbe implements Probe {
    private static final int LONGEST_WALK_SECONDS = 2;

    /**
     * The function {@code disk}, for a shell that has {@code limited} and {@code put}, a line feed as {@code N}, and
     * {@code O} not empty where processes are named. {@code mnts} are all mount points, {@code shared} the devices of
     * which a part is mounted, {@code vols} the folders to walk, {@code owns} the file systems, {@code walk} the time of
     * the next walk, in hundredths of a second since the machine started, {@code late} the walks that were ended in a row.
     */
    static final String FUNCTIONS = """
            walk=0 late=0 mnts=
            places() {
            vols= owns= layer= named= own= shared=
            while read -r x x d r m o x; do
            mnts="$mnts $m "
            [ "$r" = / ] || shared="$shared $d "
            case $o in rw|rw,*) ;; *) continue;; esac
            case $m in /dev|/dev/pts|/proc|/proc/*|/sys|/sys/*|*[!A-Za-z0-9/._-]*) continue;; esac
            [ -d "$m" ] || continue
            x=" $x"
            x=${x#* - }
            case $r in
            */kubernetes.io~empty-dir/*) v=${r##*/kubernetes.io~empty-dir/};;
            */volumes/*/_data) v=$m;;
            *) v=;;
            esac
            if [ "$m" = / ]; then
            case $x in overlay*|aufs*|fuse*overlay*) layer=1;; esac
            elif [ "$v" ] && [ -r "$m" ] && [ -x "$m" ]; then
            vols="$vols $m" named="${named}volume $m $v$N"
            elif [ "$v" ]; then
            named="${named}locked $v$N"
            elif [ "$r" = / ]; then
            case $x in ext[234]*|xfs*|btrfs*|f2fs*|tmpfs*) own="$own $d:$m";; esac
            fi
            done </proc/self/mountinfo
            for x in $own; do
            case $shared in *" ${x%:*} "*) ;; *) owns="$owns $x";; esac
            done
            }
            disk() {
            [ -z "$O" ] || return
            read -r u x </proc/uptime
            u=${u%.*}${u#*.}
            [ "$u" -ge $walk ] || return
            [ "$mnts" ] || places
            T=$named
            for x in $owns; do
            T="${T}mount ${x%:*}${N}at ${x##*:}$N$(stat -f -c 'space %S %b %f %c %d' ${x##*:})$N"
            done
            d=$vols
            if [ "$layer" ]; then
            for x in /*; do
            case $x in /bin|/boot|/dev|/etc|/lib*|/proc|/sbin|/sys|/usr|*[!A-Za-z0-9/._-]*) continue;; esac
            case $mnts in *" $x "*) continue;; esac
            [ -h $x ] || [ ! -r $x ] || { [ -d $x ] && [ ! -x $x ]; } || d="$d $x" T="${T}layer $x$N"
            done
            fi
            if [ -z "$d" ]; then :
            elif command -v du >/dev/null; then
            T="$T$(limited SECONDS du -skx $d; echo "walked $?")$N"
            else
            T="${T}no-tool walk$N"
            fi
            x=$u
            read -r u d </proc/uptime
            u=${u%.*}${u#*.}
            walk=$((u+30*(u-x)))
            case $T in *"${N}walked 124$N"|*"${N}walked 1[34][0-9]$N") late=$((late+1));; *) late=0;; esac
            [ $late -lt 3 ] || walk=999999999999
            put disk "$T"
            }
            """.replace("SECONDS", String.valueOf(LONGEST_WALK_SECONDS));

    @Override
    public String name() {
        return DiskMeasurement.NAME;
    }

    @Override
    public List<Metric> metrics() {
        return DiskMeasurement.written();
    }

    @Override
    public SharedScope scope() {
        return SharedScope.CONTAINER;
    }

    @Override
    public String script() {
        return TimeLimit.FUNCTION + FUNCTIONS;
    }

    @Override
    public void read(ProbeAnswer probeAnswer, ReadingBuilder into) {
        probeAnswer.section(name()).ifPresent(text -> {
            DiskAnswer disk = new DiskAnswer(false);
            text.lines().forEach(disk::line);
            Reading reading = disk.readings().reading();
            reading.values().forEach(into::value);
            reading.gaps().forEach(into::gap);
        });
    }
}
