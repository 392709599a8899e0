package dev.seep.export;

import dev.seep.verdict.Leak;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Leaks that were told since this process began and whose targets are still there. One that a judgement no longer finds
 * stays, as one that is gone: a reader that takes the mean over some minutes can tell what flickers from what lasts.
 *
 * @param all at most one for each metric of a workload and container
 */
record ToldLeaks(List<Told> all) {
    static final ToldLeaks NONE = new ToldLeaks(List.of());

    /** @param isFound whether the last judgement found it */
    record Told(Leak leak, boolean isFound) {}

    ToldLeaks {
        all = List.copyOf(all);
    }

    /**
     * Those that are told after another judgement. What has become a part of another leak, or is the same by another
     * id, container or severity, is not gone: it is told in its new place alone.
     */
    ToldLeaks after(List<Leak> found, PresentPlaces presentPlaces) {
        Set<String> series = found.stream()
                .flatMap(leak -> leak.findings().stream())
                .map(finding -> finding.series())
                .collect(Collectors.toSet());
        List<Told> told = new ArrayList<>();
        found.forEach(leak -> told.add(new Told(leak, true)));
        all.stream()
                .map(Told::leak)
                .filter(leak -> !series.contains(leak.main().series())
                        && presentPlaces.have(leak.main().target()))
                .forEach(leak -> told.add(new Told(leak, false)));
        return new ToldLeaks(told);
    }
}
