package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.trend.Pattern;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.time.Duration;
import java.util.IntSummaryStatistics;
import java.util.List;

/** Series that are all open for the same dull reason, that the run was too short: one line says as much as many. */
final class TooFewSamples {
    private static final int SEVERAL = 3;

    private final List<Finding> findings;
    private final Run run;

    TooFewSamples(Verdict verdict) {
        this.run = verdict.run();
        List<Finding> found =
                verdict.findings().stream().filter(TooFewSamples::is).toList();
        this.findings = found.size() < SEVERAL ? List.of() : found;
    }

    private static boolean is(Finding finding) {
        return finding.outcome() == Outcome.INCONCLUSIVE
                && finding.severity() == Severity.FAIL
                && finding.pattern() == Pattern.TOO_SHORT
                && finding.counts().samples() > 0
                && finding.counts().samples() < Judge.FEWEST_TO_PASS;
    }

    /** Whether {@link #told()} tells of it. */
    boolean covers(Finding finding) {
        return !findings.isEmpty() && is(finding);
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    /** {@code 83 series have 1 or 2 samples; a run of 15 min would tell}. */
    String told() {
        IntSummaryStatistics samples = findings.stream()
                .mapToInt(finding -> finding.counts().samples())
                .summaryStatistics();
        Duration every = run.every();
        boolean rare = every != null
                && every.multipliedBy(Judge.FEWEST_TO_PASS).compareTo(Duration.between(run.from(), run.to())) <= 0;
        String longer = every == null || rare
                ? Judge.FEWEST_TO_PASS + " samples would tell"
                : "a run of "
                        + Quantity.ofHours(
                                every.multipliedBy(Judge.FEWEST_TO_PASS).toMillis() / 3.6e6) + " would tell";
        return Quantity.count(findings.size()) + " series have " + range(samples.getMin(), samples.getMax()) + "; "
                + longer;
    }

    private static String range(int least, int most) {
        if (least == most) {
            return most == 1 ? "1 sample" : most + " samples";
        }
        return least + (most == least + 1 ? " or " : " to ") + most + " samples";
    }
}
