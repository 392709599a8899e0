package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.verdict.Outcome;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How many series of each of some kinds are called a leak, each judged alone: {@code [NAME...] [--each N] [--seed S]}.
 * Without names all kinds that the table of the README does not have. Seeds as in {@link VerdictBench}.
 */
public final class FamilyBench {
    private static final int EACH = 200;
    private static final int SHOWN = 3;

    private record Called(String name, Outcome outcome) {}

    private FamilyBench() {}

    public static void main(String[] args) {
        Arguments arguments = new Arguments(args);
        List<Kind> kinds = arguments.words().isEmpty()
                ? Kinds.fresh()
                : arguments.words().stream().map(Kinds::labelled).toList();
        long each = arguments.number("each", EACH);
        long seed = arguments.number("seed", VerdictBench.JUDGING_SEED);
        MarkdownTable table =
                new MarkdownTable("family", "truth", "series", "leak %", "inconclusive %", "pass %", "wrong, such as");
        for (Kind kind : kinds) {
            OutcomeCounts counts = counts(kind, seed, each);
            List<String> wrong = counts.names(kind.leaks() ? Outcome.PASS : Outcome.LEAK);
            table.row(
                    kind.label(),
                    kind.leaks() ? "leak" : "healthy",
                    counts.all(),
                    counts.percent(Outcome.LEAK),
                    counts.percent(Outcome.INCONCLUSIVE),
                    counts.percent(Outcome.PASS),
                    wrong.stream().limit(SHOWN).collect(Collectors.joining(", ")));
        }
        System.out.print(table);
    }

    private static OutcomeCounts counts(Kind kind, long seed, long each) {
        long[] seeds =
                new Random(31 * seed + kind.label().hashCode()).longs(each).toArray();
        OutcomeCounts counts = new OutcomeCounts();
        LongStream.range(0, each)
                .parallel()
                .mapToObj(i -> called(kind, "#" + i, new Random(seeds[(int) i])))
                .toList()
                .forEach(one -> counts.add(one.name, one.outcome));
        return counts;
    }

    /** The name of a series tells which one it is and how many samples it has. */
    private static Called called(Kind kind, String number, Random random) {
        Series series = kind.draw(number, random);
        return new Called(number + " n=" + series.size(), Alone.judge(series).outcome());
    }
}
