package dev.seep.bench;

import dev.seep.bench.Labels.Labelled;
import dev.seep.sample.Series;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * seep beside the rules of others on series that people have labelled, all of them in one run:
 * {@code [FILE.csv.gz LABELS.json.gz]... [--every K]}.
 */
public final class Scoreboard {
    private Scoreboard() {}

    public static void main(String[] args) throws IOException {
        Arguments arguments = new Arguments(args);
        List<Labelled> all = Labels.read(arguments.words(), arguments.number("every", 1));
        System.out.printf(
                "%d healthy, %d leaks, %d undecidable%n%n",
                count(all, Labelled::isHealthy),
                count(all, Labelled::isLeak),
                count(all, one -> !one.isHealthy() && !one.isLeak()));
        MarkdownTable table = new MarkdownTable(
                "rule",
                "false alarms %",
                "recall %",
                "healthy inconclusive %",
                "leaks inconclusive %",
                "leaks passed %");
        Map<String, Outcome> outcomes = outcomes(all);
        table.row(
                "seep",
                share(all, Labelled::isHealthy, is(outcomes, Outcome.LEAK)),
                share(all, Labelled::isLeak, is(outcomes, Outcome.LEAK)),
                share(all, Labelled::isHealthy, is(outcomes, Outcome.INCONCLUSIVE)),
                share(all, Labelled::isLeak, is(outcomes, Outcome.INCONCLUSIVE)),
                share(all, Labelled::isLeak, is(outcomes, Outcome.PASS)));
        for (PeerRule rule : PeerRule.ALL) {
            List<Labelled> called = all.parallelStream()
                    .filter(one -> rule.callsLeak(one.series()))
                    .toList();
            table.row(
                    rule.label(),
                    MarkdownTable.percent(count(called, Labelled::isHealthy), count(all, Labelled::isHealthy)),
                    MarkdownTable.percent(count(called, Labelled::isLeak), count(all, Labelled::isLeak)),
                    "",
                    "",
                    "");
        }
        System.out.print(table);
    }

    private static Map<String, Outcome> outcomes(List<Labelled> all) {
        List<Series> series = all.stream().map(Labelled::series).toList();
        return new Judge(Policy.DEFAULT)
                .judge(JudgeFile.run(series)).findings().stream()
                        .collect(Collectors.toMap(Finding::series, Finding::outcome, (one, other) -> one));
    }

    private static Predicate<Labelled> is(Map<String, Outcome> outcomes, Outcome outcome) {
        return one -> outcomes.get(one.series().name()) == outcome;
    }

    private static long count(List<Labelled> some, Predicate<Labelled> which) {
        return some.stream().filter(which).count();
    }

    private static String share(List<Labelled> all, Predicate<Labelled> of, Predicate<Labelled> which) {
        return MarkdownTable.percent(count(all, of.and(which)), count(all, of));
    }
}
