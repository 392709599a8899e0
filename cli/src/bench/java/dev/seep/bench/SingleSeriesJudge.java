package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Judge;
import dev.seep.verdict.policy.Policy;
import java.util.List;

/**
 * Judges a series in a run of its own, so that no verdict hangs on what else a bench looks at: the rate of false
 * discoveries spares weak evidence where few other series grow.
 */
final class SingleSeriesJudge {
    private static final Judge JUDGE = new Judge(Policy.DEFAULT);

    private SingleSeriesJudge() {}

    static Finding judge(Series series) {
        return JUDGE.judge(JudgeFile.run(List.of(series))).findings().stream()
                .filter(finding -> finding.series().equals(series.name()))
                .findFirst()
                .orElseThrow();
    }
}
