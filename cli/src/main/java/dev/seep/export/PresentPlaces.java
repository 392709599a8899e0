package dev.seep.export;

import dev.seep.verdict.Finding;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Workloads and containers of which a target is there. */
final class PresentPlaces {
    private final Set<Place> places;

    private record Place(
            @Nullable String namespace,
            @Nullable String workload,
            @Nullable String container) {}

    PresentPlaces(Collection<TargetState> present) {
        places = present.stream()
                .map(TargetState::target)
                .map(target -> new Place(target.namespace(), target.workload(), target.container()))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean have(Finding.Subject subject) {
        return places.contains(new Place(subject.namespace(), subject.workload(), subject.container()));
    }
}
