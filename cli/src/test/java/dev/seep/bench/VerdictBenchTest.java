package dev.seep.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A small seeded bench: any change of a rule that moves a verdict shows here. */
class VerdictBenchTest {
    @Test
    void verdictsOnSeededSeriesStayWhatTheyAre() {
        List<Generated> all = Generated.all(7, 6);
        Map<String, Outcome> outcomes = VerdictBench.outcomes(all);
        Map<String, Integer> counts = new TreeMap<>();
        for (Generated one : all) {
            String truth = one.family().leaks ? "leak" : "healthy";
            counts.merge(
                    truth + " "
                            + Objects.requireNonNull(outcomes.get(one.series().name()))
                                    .word(),
                    1,
                    Integer::sum);
        }
        assertThat(counts)
                .isEqualTo(Map.of(
                        "healthy pass", 90,
                        "leak leak", 69,
                        "leak pass", 3));
    }
}
