package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Whether what is called a leak is still called so when the first or the last tenth of its time was not recorded:
 * {@code FILE.csv.gz...}. Each series is judged alone.
 */
public final class StabilityBench {
    private static final double CUT = 0.1;
    private static final int SHOWN = 3;

    private StabilityBench() {}

    public static void main(String[] args) {
        MarkdownTable table = new MarkdownTable(
                "file",
                "cut off",
                "called leak before",
                "still leak",
                "inconclusive",
                "pass",
                "pass %",
                "pass, such as");
        for (String file : new Arguments(args).words()) {
            List<Series> leaks = LabelledSeries.read(Path.of(file)).parallelStream()
                    .filter(series -> SingleSeriesJudge.judge(series).outcome() == Outcome.LEAK)
                    .toList();
            String name = String.valueOf(Path.of(file).getFileName());
            addRow(table, name, "first tenth", leaks, CUT, 1);
            addRow(table, name, "last tenth", leaks, 0, 1 - CUT);
        }
        System.out.print(table);
    }

    private record Called(String name, Outcome outcome) {}

    private static void addRow(
            MarkdownTable table, String file, String what, List<Series> leaks, double from, double to) {
        OutcomeCounts counts = new OutcomeCounts();
        leaks.parallelStream()
                .map(series -> new Called(
                        series.name(),
                        SingleSeriesJudge.judge(between(series, from, to)).outcome()))
                .toList()
                .forEach(one -> counts.add(one.name, one.outcome));
        List<String> passed = counts.names(Outcome.PASS);
        table.row(
                file,
                what,
                leaks.size(),
                counts.called(Outcome.LEAK),
                counts.called(Outcome.INCONCLUSIVE),
                counts.called(Outcome.PASS),
                counts.percent(Outcome.PASS),
                String.join(", ", passed.subList(0, Math.min(SHOWN, passed.size()))));
    }

    /** The samples between two shares of the time. */
    static Series between(Series series, double from, double to) {
        double first = series.seconds(0);
        double span = series.seconds(series.size() - 1) - first;
        IntPredicate within = i -> {
            double share = (series.seconds(i) - first) / span;
            return share >= from && share <= to;
        };
        return Subsample.of(series, series.name(), within);
    }
}
