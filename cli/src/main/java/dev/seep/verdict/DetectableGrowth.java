package dev.seep.verdict;

import dev.seep.sample.Quantity;
import dev.seep.sample.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sensitivity of a run: the growth that it would have shown. A pass after ten seconds must not read like one after
 * eight hours.
 */
public final class DetectableGrowth {
    /** Kinds of metrics that are told, in this order; series of a foreign file are told by their unit. */
    private static final List<String> TOLD =
            List.of("memory", "fds", "threads", "zombies", "sockets", "disk", "objects", "bytes", "count");

    private static final int MOST = 4;
    /** Of so many series of a kind one may see less sharply. */
    private static final int ONE_OF = 10;

    private DetectableGrowth() {}

    /** {@code ; growth above 4.1 MiB/h of memory, 95/h of zombies would have shown}, or nothing. */
    public static String of(List<Finding> passed) {
        Map<String, List<Finding>> kinds = new LinkedHashMap<>();
        TOLD.forEach(kind -> kinds.put(kind, new ArrayList<>()));
        for (Finding finding : passed) {
            if (finding.detectablePerHour() > 0) {
                kinds.computeIfAbsent(kind(finding), unlisted -> new ArrayList<>())
                        .add(finding);
            }
        }
        List<String> words = kinds.entrySet().stream()
                .filter(kind -> TOLD.contains(kind.getKey()) && !kind.getValue().isEmpty())
                .limit(MOST)
                .map(kind -> rate(kind.getValue()) + " of " + kind.getKey())
                .toList();
        return words.isEmpty() ? "" : "; growth above " + String.join(", ", words) + " would have shown";
    }

    private static String kind(Finding finding) {
        boolean foreign = finding.target().namespace() == null;
        String name =
                foreign ? finding.metric().unit().word() : finding.metric().name();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static Unit commonest(List<Finding> findings) {
        Map<Unit, Long> counts = new EnumMap<>(Unit.class);
        findings.forEach(finding -> counts.merge(finding.metric().unit(), 1L, Long::sum));
        return Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** Growth that nine of ten of them would have shown. */
    private static String rate(List<Finding> findings) {
        Unit unit = commonest(findings);
        double[] rates = findings.stream()
                .filter(finding -> finding.metric().unit() == unit)
                .mapToDouble(Finding::detectablePerHour)
                .sorted()
                .toArray();
        return Quantity.perHour(rates[Math.max(0, (int) Math.ceil(rates.length * (1 - 1.0 / ONE_OF)) - 1)], unit);
    }
}
