package dev.seep.bench;

import dev.seep.verdict.Finding;
import dev.seep.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether the interval of the growth holds the true growth at the end, in detected leaks that are as the model of the
 * judge has them: lines, and lines that begin between 0.3 and 0.7 of the run, in noise of known memory.
 * {@code [--each N] [--seed S]}; each cell shows how many percent hold it, and of how many detected.
 */
public final class CoverageBench {
    private static final int EACH = 200;
    private static final double[] MEMORIES = {0, 0.5, 0.9};
    private static final int[] LENGTHS = {60, 240, 1440};
    private static final double[] SIGNALS = {8, 12, 20, 40};
    private static final double EARLIEST = 0.3;
    private static final double LATEST = 0.7;

    private CoverageBench() {}

    /** What became of one cell: of the detected ones, how many were held, and on which side the others lay. */
    private record Counts(long detected, long held, long tooHigh, long tooLow) {
        Counts plus(Counts other) {
            return new Counts(
                    detected + other.detected, held + other.held, tooHigh + other.tooHigh, tooLow + other.tooLow);
        }

        String text() {
            return MarkdownTable.percent(held, detected) + " of " + detected;
        }
    }

    public static void main(String[] args) {
        Arguments arguments = new Arguments(args);
        int each = (int) arguments.number("each", EACH);
        Random seeds = new Random(arguments.number("seed", VerdictBench.JUDGING_SEED));
        MarkdownTable table = new MarkdownTable(
                "leak",
                "phi",
                "samples",
                "z 8",
                "z 12",
                "z 20",
                "z 40",
                "all",
                "interval too high",
                "interval too low");
        Counts total = new Counts(0, 0, 0, 0);
        for (boolean late : new boolean[] {false, true}) {
            for (double phi : MEMORIES) {
                for (int n : LENGTHS) {
                    List<Object> cells = new ArrayList<>(List.of(late ? "hinge" : "line", phi, n));
                    Counts row = new Counts(0, 0, 0, 0);
                    for (double z : SIGNALS) {
                        Counts cell = cell(late, phi, n, z, seeds.longs(each).toArray());
                        cells.add(cell.text());
                        row = row.plus(cell);
                    }
                    addRow(table, cells, row);
                    total = total.plus(row);
                }
            }
        }
        addRow(table, new ArrayList<>(List.of("all", "", "", "", "", "", "")), total);
        System.out.print(table);
    }

    private static void addRow(MarkdownTable table, List<Object> cells, Counts row) {
        cells.add(row.text());
        cells.add(row.tooHigh);
        cells.add(row.tooLow);
        table.row(cells.toArray());
    }

    private static Counts cell(boolean late, double phi, int n, double z, long[] seeds) {
        return IntStream.range(0, seeds.length)
                .parallel()
                .mapToObj(i -> {
                    Random random = new Random(seeds[i]);
                    double start = late ? EARLIEST + (LATEST - EARLIEST) * random.nextDouble() : 0;
                    return one(KnownLeak.of(n, start, phi, z), random);
                })
                .reduce(new Counts(0, 0, 0, 0), Counts::plus);
    }

    private static Counts one(KnownLeak leak, Random random) {
        Finding finding = SingleSeriesJudge.judge(leak.draw(random));
        if (finding.outcome() != Outcome.LEAK) {
            return new Counts(0, 0, 0, 0);
        }
        double truth = leak.perHour();
        boolean tooHigh = finding.slope().low() > truth;
        boolean held =
                finding.slope().low() <= truth && truth <= finding.slope().high();
        return new Counts(1, held ? 1 : 0, tooHigh ? 1 : 0, held || tooHigh ? 0 : 1);
    }
}
