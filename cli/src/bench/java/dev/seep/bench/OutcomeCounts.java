package dev.seep.bench;

import dev.seep.verdict.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How series of one truth were called, with the names of those that were called each way. */
final class OutcomeCounts {
    private final Map<Outcome, List<String>> names = new EnumMap<>(Outcome.class);

    void add(String name, Outcome outcome) {
        names.computeIfAbsent(outcome, first -> new ArrayList<>()).add(name);
    }

    long all() {
        return names.values().stream().mapToLong(List::size).sum();
    }

    long called(Outcome outcome) {
        return names(outcome).size();
    }

    String percent(Outcome outcome) {
        return MarkdownTable.percent(called(outcome), all());
    }

    /** In the order in which they were added. */
    List<String> names(Outcome outcome) {
        return Collections.unmodifiableList(names.getOrDefault(outcome, List.of()));
    }
}
