package dev.seep.report;

import dev.seep.sample.Event;
import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Targets that were polled for a whole run and never answered: nothing unmeasured must appear as passed. */
final class UnmeasuredTargets {
    private static final int NAMED = 3;

    private UnmeasuredTargets() {}

    /** In words, by reason: {@code shop/proxy-1/envoy, shop/proxy-2/envoy (no-shell)}; the first of each. */
    static List<String> byReason(Run run) {
        Map<String, List<String>> reasons = new TreeMap<>();
        of(run).forEach((target, reason) ->
                reasons.computeIfAbsent(reason, first -> new ArrayList<>()).add(target.path()));
        List<String> words = new ArrayList<>();
        reasons.forEach((reason, paths) -> words.add(named(paths) + " (" + reason + ")"));
        return words;
    }

    private static String named(List<String> paths) {
        String more = paths.size() > NAMED ? " and " + Quantity.count(paths.size() - NAMED) + " more" : "";
        return paths.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
    }

    /** All of them, with the reason why. */
    static Map<Target, String> of(Run run) {
        Set<Target> measured = run.series().stream()
                .map(Series::target)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Target, String> reasons = new LinkedHashMap<>();
        for (Event event : run.events()) {
            Target target = event.target();
            if (event.type() == Event.Type.POLL_FAILED && target != null && !measured.contains(target)) {
                reasons.put(target, event.detail().getOrDefault("reason", "failed"));
            }
        }
        return reasons;
    }
}
