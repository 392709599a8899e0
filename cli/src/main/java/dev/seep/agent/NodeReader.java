package dev.seep.agent;

import dev.seep.probe.AnswerWriter;
import dev.seep.probe.PollRequest;
import dev.seep.probe.Probe;
import dev.seep.probe.ProbeSet;
import dev.seep.probe.Reading;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Reads the containers of a node from outside: into the same sections of text that the probes' script prints inside, so
 * that every metric means the same. Safe for use by several threads; one reading at a time.
 */
final class NodeReader {
    private static final String SOCKETS = "sockets";

    private final Containers containers;
    private final CgroupFolders folders;
    private final MemorySection memory;
    private final DescriptorSections descriptors;
    private final SocketSection sockets;
    private final String page;
    /** All memory of the machine in KiB, empty if that cannot be read. */
    private final String total;

    private long sequence;

    /**
     * @param proc where the host's {@code /proc} is
     * @param cgroup where its {@code /sys/fs/cgroup} is
     * @param own this process's {@code /sys/fs/cgroup}
     */
    NodeReader(Path proc, Path cgroup, Path own) {
        KernelFiles files = new KernelFiles();
        folders = new CgroupFolders(cgroup);
        containers = new Containers(proc, files, folders.containerOf(own));
        memory = new MemorySection(files, folders);
        descriptors = new DescriptorSections(proc, files);
        sockets = new SocketSection(proc, files);
        total = files.text(proc.resolve("meminfo"))
                .map(text -> text.lines().findFirst().orElse("").replaceAll("\\D", ""))
                .orElse("");
        page = PageSize.kibibytes(files.text(proc.resolve("self/smaps")).orElse(""));
    }

    /** IDs of the containers that have processes. */
    synchronized List<String> containers() throws IOException {
        return List.copyOf(containers.scan().keySet());
    }

    /** @throws IOException if nothing can be seen at all */
    synchronized void check() throws IOException {
        containers.check();
    }

    boolean countsDescriptorsOfAll() {
        return descriptors.areCounted();
    }

    /**
     * One reading for each container of each request, in order.
     *
     * @throws IOException if nothing can be seen at all
     */
    synchronized List<ContainerReading> read(List<ReadingsRequest> readingsRequests) throws IOException {
        NavigableMap<String, List<HostProcess>> present = containers.scan();
        folders.keepUpWith(present.keySet());
        sockets.forgetAllBut(present.keySet());
        List<ContainerReading> containerReadings = new ArrayList<>();
        for (ReadingsRequest readingsRequest : readingsRequests) {
            List<String> asked = readingsRequest.containers().isEmpty()
                    ? List.copyOf(present.keySet())
                    : readingsRequest.containers();
            for (String digits : asked) {
                Reading reading = full(digits, present)
                        .map(id -> read(readingsRequest.probes(), id, present.getOrDefault(id, List.of())))
                        .orElse(new Reading(Map.of(), Map.of(Observation.EVERYTHING, GapReason.TARGET_GONE)));
                containerReadings.add(new ContainerReading(digits, reading));
            }
        }
        return containerReadings;
    }

    /** The one container whose ID begins like this. */
    private static Optional<String> full(String digits, NavigableMap<String, List<HostProcess>> present) {
        String id = present.ceilingKey(digits);
        if (id == null || !id.startsWith(digits)) {
            return Optional.empty();
        }
        String next = present.higherKey(id);
        return next != null && next.startsWith(digits) ? Optional.empty() : Optional.of(id);
    }

    private Reading read(ProbeSet probes, String id, List<HostProcess> processes) {
        List<String> names = probes.probes().stream().map(Probe::name).toList();
        AnswerWriter answer = new AnswerWriter();
        answer.section("page", page);
        StringBuilder table = new StringBuilder();
        processes.forEach(process -> table.append(process.row()).append('\n'));
        answer.section("stat", table.toString());
        if (names.contains("memory")) {
            answer.section("node", total);
            answer.section("cgroup", memory.of(id));
        }
        if (names.contains("fds")) {
            answer.section("fds", descriptors.descriptors(processes));
            answer.section("nofile", descriptors.limits(processes));
        }
        if (names.contains(SOCKETS)) {
            sockets.of(id, processes).ifPresent(found -> answer.section("tcp", found));
        }
        PollRequest pollRequest = new PollRequest(++sequence, names);
        return probes.read(pollRequest, answer.to(pollRequest));
    }
}
