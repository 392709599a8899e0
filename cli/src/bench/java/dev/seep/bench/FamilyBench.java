package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.verdict.Outcome;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many series of each of some kinds are called a leak, each judged alone, and how many in a run of all of its kind,
 * where the rate of false discoveries has a say: {@code [NAME...] [--each N] [--seed S]}. Without names all kinds that the
 * table of the README does not have. Seeds as in {@link VerdictBench}.
 */
public final class FamilyBench {
    private static final int EACH = 200;
    private static final int SHOWN = 3;

    /** @param name tells which one it is and how many samples it has */
    private record Called(String name, Outcome outcome) {}

    private FamilyBench() {}

    public static void main(String[] args) {
        Arguments arguments = new Arguments(args);
        List<Kind> kinds = arguments.words().isEmpty()
                ? Kinds.fresh()
                : arguments.words().stream().map(Kinds::labelled).toList();
        long each = arguments.number("each", EACH);
        long seed = arguments.number("seed", VerdictBench.JUDGING_SEED);
        MarkdownTable table = new MarkdownTable(
                "family",
                "truth",
                "series",
                "leak %",
                "inconclusive %",
                "pass %",
                "leak % in one run",
                "wrong alone, such as");
        for (Kind kind : kinds) {
            List<Series> series = draw(kind, seed, each);
            OutcomeCounts counts = alone(series);
            long together = new Judging()
                    .apply(series).values().stream()
                            .filter(Outcome.LEAK.word()::equals)
                            .count();
            List<String> wrong = counts.names(kind.leaks() ? Outcome.PASS : Outcome.LEAK);
            table.row(
                    kind.label(),
                    kind.leaks() ? "leak" : "healthy",
                    counts.all(),
                    counts.percent(Outcome.LEAK),
                    counts.percent(Outcome.INCONCLUSIVE),
                    counts.percent(Outcome.PASS),
                    MarkdownTable.percent(together, series.size()),
                    wrong.stream().limit(SHOWN).collect(Collectors.joining(", ")));
        }
        System.out.print(table);
    }

    private static List<Series> draw(Kind kind, long seed, long each) {
        long[] seeds =
                new Random(31 * seed + kind.label().hashCode()).longs(each).toArray();
        return IntStream.range(0, seeds.length)
                .mapToObj(i -> kind.draw("#" + i, new Random(seeds[i])))
                .toList();
    }

    private static OutcomeCounts alone(List<Series> series) {
        OutcomeCounts counts = new OutcomeCounts();
        series.parallelStream()
                .map(one -> new Called(
                        one.name() + " n=" + one.size(),
                        SingleSeriesJudge.judge(one).outcome()))
                .toList()
                .forEach(one -> counts.add(one.name, one.outcome));
        return counts;
    }
}
