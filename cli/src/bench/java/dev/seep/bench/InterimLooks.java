package dev.seep.bench;

import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks ten times at each growing series, at 10, 20 ... 100 % of it, and counts those that any look decides, by label:
 * CSV.gz LABELS, where LABELS has a line "series label" each.
 */
public final class InterimLooks {
    private static final int LOOKS = 10;

    private InterimLooks() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> labels = Files.readAllLines(Path.of(args[1])).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        List<Series> all = LabelledSeries.read(Path.of(args[0]));
        Map<String, Long> total = all.stream()
                .collect(Collectors.groupingBy(s -> labels.get(s.name()), TreeMap::new, Collectors.counting()));
        Map<String, Long> early = count(all, labels, LOOKS - 1, false);
        Map<String, Long> any = count(all, labels, LOOKS, true);
        total.forEach((label, n) -> System.err.printf(
                Locale.ROOT,
                "%s: %d series, decided before the end %d, called a leak at any look %d%n",
                label,
                n,
                early.getOrDefault(label, 0L),
                any.getOrDefault(label, 0L)));
    }

    private static Map<String, Long> count(List<Series> all, Map<String, String> labels, int looks, boolean withEnd) {
        return all.parallelStream()
                .filter(series -> isDecided(series, looks) || (withEnd && isLeakAtTheEnd(series)))
                .collect(Collectors.groupingBy(series -> labels.get(series.name()), Collectors.counting()));
    }

    private static boolean isDecided(Series series, int looks) {
        Duration planned = Duration.ofMillis((long) (1000 * (series.seconds(series.size() - 1) - series.seconds(0))));
        for (int look = 1; look <= looks; look++) {
            Run run = JudgeFile.run(List.of(head(series, series.size() * look / LOOKS)));
            if (new Judge(Policy.DEFAULT).decided(run, planned).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLeakAtTheEnd(Series series) {
        Verdict verdict = new Judge(Policy.DEFAULT).judge(JudgeFile.run(List.of(series)));
        return verdict.outcome() == Outcome.LEAK;
    }

    private static Series head(Series series, int n) {
        return Subsample.of(series, series.name(), sample -> sample < n);
    }
}
