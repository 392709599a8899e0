package dev.seep.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All kinds of series whose truth is known. */
final class Kinds {
    private Kinds() {}

    static List<Kind> all() {
        List<Kind> all = new ArrayList<>(fresh());
        all.addAll(Arrays.asList(Family.values()));
        return all;
    }

    /** Those that are not in the table of the README. */
    static List<Kind> fresh() {
        List<Kind> fresh = new ArrayList<>(HealthyKinds.all());
        fresh.addAll(GrowthKinds.all());
        return fresh;
    }

    /** @throws IllegalArgumentException if there is none with this label */
    static Kind labelled(String label) {
        return all().stream()
                .filter(kind -> kind.label().equals(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no family '" + label + "'; there are "
                        + all().stream().map(Kind::label).collect(Collectors.joining(", "))));
    }
}
