package dev.seep.verdict;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import java.util.HashMap;
import java.util.Map;

/** Provenance of the values where they came from elsewhere than a shell in the target: they are coarser in time. */
final class Provenance {
    private final Map<String, String> words = new HashMap<>();

    Provenance(Run run) {
        for (Event event : run.events()) {
            Target target = event.target();
            if (event.type() == Event.Type.FALLEN_BACK && target != null) {
                words.put(target.path(), event.detail().getOrDefault("through", ""));
            }
        }
    }

    /** {@code " (seen by the kubelet)"}, or nothing. */
    String of(Group group) {
        return group.members().stream()
                .map(member -> member.target() == null
                        ? ""
                        : words.getOrDefault(member.target().path(), ""))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .map(word -> " (seen by the " + word + ")")
                .orElse("");
    }
}
