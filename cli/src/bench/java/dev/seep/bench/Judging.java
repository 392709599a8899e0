package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.verdict.Judge;
import dev.seep.verdict.policy.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What {@link OtherJudge} loads together with another judge: the word for the outcome of each series by its name. */
public final class Judging implements Function<List<Series>, Map<String, String>> {
    @Override
    public Map<String, String> apply(List<Series> series) {
        Map<String, String> outcomes = new HashMap<>();
        new Judge(Policy.DEFAULT)
                .judge(JudgeFile.run(series))
                .findings()
                .forEach(finding ->
                        outcomes.put(finding.series(), finding.outcome().word()));
        return outcomes;
    }
}
