package dev.seep.verdict;

import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The series that are evidence about one leak: one metric, of all replicas and replaced pods of a workload.
 *
 * @param name {@code namespace/workload/container metric}, or the name of a series that nothing owns
 * @param members in the order of the run
 */
record Group(String name, List<Series> members) {
    static List<Group> of(List<Series> all) {
        Map<String, List<Series>> byName = new LinkedHashMap<>();
        for (Series series : all) {
            byName.computeIfAbsent(nameOf(series), name -> new ArrayList<>()).add(series);
        }
        List<Group> groups = new ArrayList<>();
        byName.forEach((name, members) -> groups.add(new Group(name, members)));
        return groups;
    }

    static String nameOf(Series series) {
        Target target = series.target();
        return target == null ? series.name() : nameOf(target, series.metric().name());
    }

    static String nameOf(Target target, String metric) {
        if (target.kind() == Target.Kind.SCOPE) {
            return target.namespace() + " " + metric;
        }
        String container = target.container() == null ? "" : "/" + target.container();
        return target.namespace() + "/" + target.workload() + container + " " + metric;
    }

    Metric metric() {
        return members.get(0).metric();
    }

    @Nullable
    Target target() {
        return members.get(0).target();
    }

    Finding.Subject subject() {
        return subjectOf(target(), members.size() == 1);
    }

    static Finding.Subject subjectOf(@Nullable Target target, boolean onePod) {
        if (target == null) {
            return new Finding.Subject(null, null, null, null);
        }
        String pod = onePod && !target.name().equals(target.workload()) ? target.name() : null;
        return new Finding.Subject(target.namespace(), target.workload(), pod, target.container());
    }

    /**
     * The members as if a replaced pod were another life of the one that it replaced: those that do not overlap in time
     * become one series.
     */
    List<Series> slots() {
        if (members.size() == 1) {
            return members;
        }
        List<Series> inOrder = new ArrayList<>(
                members.stream().filter(series -> series.size() > 0).toList());
        inOrder.sort(
                Comparator.comparingDouble((Series series) -> series.seconds(0)).thenComparing(Series::name));
        List<List<Series>> slots = new ArrayList<>();
        for (Series series : inOrder) {
            slotFor(series, slots).add(series);
        }
        return slots.isEmpty()
                ? members.subList(0, 1)
                : slots.stream().map(ConcatenatedSeries::of).toList();
    }

    private static List<Series> slotFor(Series series, List<List<Series>> slots) {
        for (List<Series> slot : slots) {
            Series last = slot.get(slot.size() - 1);
            if (last.seconds(last.size() - 1) < series.seconds(0)) {
                return slot;
            }
        }
        List<Series> slot = new ArrayList<>();
        slots.add(slot);
        return slot;
    }
}
