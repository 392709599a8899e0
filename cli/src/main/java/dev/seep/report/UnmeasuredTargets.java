package dev.seep.report;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Targets that were polled for a whole run and never answered: nothing unmeasured must appear as passed. */
final class UnmeasuredTargets {
    private UnmeasuredTargets() {}

    /** Each with the reason: {@code shop/proxy-1/envoy (no-shell)}. */
    static List<String> of(Run run) {
        Set<Target> measured = run.series().stream()
                .map(Series::target)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Event event : run.events()) {
            Target target = event.target();
            if (event.type() == Event.Type.POLL_FAILED && target != null && !measured.contains(target)) {
                reasons.put(target.path(), event.detail().getOrDefault("reason", "failed"));
            }
        }
        List<String> words = new ArrayList<>();
        reasons.forEach((path, reason) -> words.add(path + " (" + reason + ")"));
        return words;
    }
}
