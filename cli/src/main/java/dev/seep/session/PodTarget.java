package dev.seep.session;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Target for resources shared by a pod's containers, such as sockets: one container, the carrier, is asked for all. A
 * restart of any container takes its sockets along, so it begins a new life of the pod as well.
 */
final class PodTarget {
    private final Target pod;
    private final SortedMap<String, ProbePoll> members = new TreeMap<>();

    PodTarget(Target pod) {
        this.pod = pod;
    }

    Target target() {
        return pod;
    }

    void put(String container, ProbePoll member) {
        members.put(container, member);
    }

    void remove(String container) {
        members.remove(container);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** The container that is asked: the first one that has a shell, and just the first one if none has. */
    @Nullable
    ProbePoll carrier() {
        return members.values().stream()
                .filter(ProbePoll::hasShell)
                .findFirst()
                .orElseGet(() -> members.isEmpty() ? null : members.get(members.firstKey()));
    }

    Incarnation life() {
        String lives =
                members.values().stream().map(member -> member.live.life().id()).collect(Collectors.joining("+"));
        Instant start = members.values().stream()
                .map(member -> member.live.life().start())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new Incarnation(members.size() == 1 ? lives : String.format("%08x", lives.hashCode()), start, null);
    }
}
