package dev.seep.probe;

import dev.seep.sample.Metric;
import java.util.List;

/**
 * Data written by a container, by the kept shell of the usual probes: {@link DiskMeasurement} brings more, by an exec
 * of its own.
 *
 * <p>Only files of the container are told and judged:
 *
 * <ul>
 *   <li>{@code disk.volume.NAME}: bytes of the files in an {@code emptyDir} on the node's disk, or in a volume of an
 *       engine, by {@code du}. Known by where it lies, so that no folder of the host is walked
 *   <li>{@code disk.writable_layer}: bytes of the files below the root, by {@code du}, without other mounts and without
 *       {@code /usr}, {@code /lib}, {@code /etc} and their like, which come with the image and hold most of its files.
 *       It grows as the writable layer does, and holds the image's files in the other places
 *   <li>{@code disk.used.NAME} of its size, {@code disk.inodes.NAME}: a volume that is a whole file system of its own,
 *       by {@code stat -f}
 * </ul>
 *
 * <p>The file system of the node, which {@code df} shows in every container, is nobody's: it grows by images, logs and
 * the other pods. Network file systems are left out too: a server that is down would hold up the other probes. So are
 * processes of this machine, whose disk is the machine's. Files that the user of the container may not see are not
 * counted: programs of that user could not write them either.
 *
 * <p>A walk is not begun before thirty times the length of the last one has passed, one that takes more than 2 s is
 * ended, and after three such in a row there is none in the same shell.
 */
final class DiskProbe implements Probe {
    static final String FUNCTIONS = Scripts.text("disk.sh");

    @Override
    public String name() {
        return DiskMeasurement.NAME;
    }

    @Override
    public List<Metric> metrics() {
        return DiskMeasurement.written();
    }

    @Override
    public ResourceScope scope() {
        return ResourceScope.CONTAINER;
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
