package dev.seep.bench;

import dev.seep.testing.Golden;
import dev.seep.verdict.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A small seeded bench: any change of a rule that moves a verdict shows here, also where two of them change places. */
class VerdictBenchTest {
    private static final long SEED = 7;
    private static final int EACH = 6;

    @Test
    void verdictsOnSeededSeriesStayWhatTheyAre() throws IOException {
        List<Generated> all = Generated.all(SEED, EACH);
        Map<String, Finding> findings = VerdictBench.findings(all);

        Golden.isKept(
                "verdict/bench-outcomes.txt",
                all.stream()
                        .map(one -> line(
                                one,
                                Objects.requireNonNull(findings.get(one.series().name()))))
                        .collect(Collectors.joining()));
    }

    /** Truth, family and number, outcome and pattern. */
    private static String line(Generated one, Finding finding) {
        String truth = one.family().leaks ? "leak" : "healthy";
        return truth + " " + one.series().name() + " " + finding.outcome().word() + " "
                + finding.pattern().word() + "\n";
    }
}
