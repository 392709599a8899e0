package dev.seep.live;

import dev.seep.sample.Evidence;
import dev.seep.sample.Growth;
import dev.seep.sample.Growth.Kind;
import dev.seep.sample.Quantity;
import dev.seep.sample.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was seen to grow in a target so far and bears on one of its metrics, in a few lines. */
final class EvidenceLines {
    private static final int MOST = 3;

    private EvidenceLines() {}

    /** {@code +54 descriptors of awk: /tmp/doc*}, the greatest first; none where there is no evidence. */
    static List<String> of(Target target, String metric, List<Evidence> evidence) {
        Set<Kind> kinds = kinds(metric);
        String state = metric.startsWith("sockets.tcp.")
                ? metric.substring("sockets.tcp.".length()).toUpperCase(Locale.ROOT) + " "
                : "";
        return evidence.stream()
                .filter(one -> isOf(target, one))
                .flatMap(one -> one.growths().stream())
                .filter(growth -> kinds.contains(growth.kind()) && growth.what().startsWith(state))
                .filter(growth -> growth.isKnownBefore() && growth.rise() > 0)
                .sorted(Comparator.comparingDouble(Growth::rise).reversed())
                .limit(MOST)
                .map(EvidenceLines::line)
                .toList();
    }

    /** Kinds of growth that can explain a metric. */
    private static Set<Kind> kinds(String metric) {
        return switch (metric.replaceFirst("\\..*", "")) {
            case "fds" -> Set.of(Kind.DESCRIPTORS);
            case "sockets" -> Set.of(Kind.SOCKETS);
            case "zombies" -> Set.of(Kind.ZOMBIES);
            case "processes" -> Set.of(Kind.PROCESSES);
            case "threads" -> Set.of(Kind.THREADS);
            case "memory" -> Set.of(Kind.MEMORY, Kind.CLASSES);
            case "jvm" -> Set.of(Kind.CLASSES);
            case "disk" ->
                metric.equals("disk.deleted_open") ? Set.of(Kind.DESCRIPTORS) : Set.of(Kind.FILES, Kind.DIRECTORIES);
            default -> Set.of();
        };
    }

    /** What the containers of a pod share is seen from each of them. */
    private static boolean isOf(Target target, Evidence evidence) {
        return evidence.target().equals(target.path())
                || (target.kind() == Target.Kind.POD && evidence.target().startsWith(target.path() + "/"));
    }

    private static String line(Growth growth) {
        String rise = "+" + Quantity.of(growth.rise(), growth.kind().unit());
        boolean owned = !growth.who().isEmpty() && !growth.who().equals("-");
        return rise + " " + growth.kind().word() + (owned ? " of " + growth.who() : "") + ": " + growth.what();
    }
}
