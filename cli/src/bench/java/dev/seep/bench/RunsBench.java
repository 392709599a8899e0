package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of whole runs, healthy ones and the same with one leak put in, in the {@linkplain RunMix mix} of real pods, of
 * generated series or of labelled ones: {@code [FILE.csv.gz LABELS.json.gz]... [--each N] [--seed S] [--size N]}. Runs of 400
 * are a quarter as many, runs of 1,000 a tenth. Seeds as in {@link VerdictBench}.
 */
public final class RunsBench {
    private static final int EACH = 200;
    private static final List<Integer> SIZES = List.of(20, 100, 400, 1_000);

    private RunsBench() {}

    public static void main(String[] args) throws IOException {
        Arguments arguments = new Arguments(args);
        long each = arguments.number("each", EACH);
        long seed = arguments.number("seed", VerdictBench.JUDGING_SEED);
        long only = arguments.number("size", 0);
        RunMix mix =
                arguments.words().isEmpty() ? new GeneratedMix() : new LabelledMix(Labels.read(arguments.words(), 1));
        System.out.print(MarkdownTable.line(
                "series in a run",
                "leak",
                "runs",
                "pass %",
                "leak %",
                "inconclusive %",
                "of those that do harm, pass %"));
        System.out.print(MarkdownTable.line("---", "---", "---:", "---:", "---:", "---:", "---:"));
        for (int size : SIZES) {
            if (only != 0 && only != size) {
                continue;
            }
            long runs = Math.max(1, size < 400 ? each : each * 100 / size);
            row(mix, size, null, runs, seed);
            for (String leak : mix.leakSizes()) {
                row(mix, size, leak, runs, seed);
            }
        }
    }

    private static void row(RunMix mix, int size, @Nullable String leak, long runs, long seed) {
        OutcomeCounts all = new OutcomeCounts();
        OutcomeCounts harmful = new OutcomeCounts();
        for (int run = 0; run < runs; run++) {
            Random random = new Random(seed * 1_000_003 + run * 31L + size);
            List<Series> series = mix.healthy(size, random);
            SizedLeak put = leak == null ? null : mix.leak(leak, random);
            if (put != null) {
                series.set(random.nextInt(size), put.series());
            }
            Outcome outcome =
                    new Judge(Policy.DEFAULT).judge(JudgeFile.run(series)).outcome();
            all.add("run " + run, outcome);
            if (put != null && put.doesHarm()) {
                harmful.add("run " + run, outcome);
            }
        }
        System.out.print(MarkdownTable.line(
                size,
                leak == null ? "none" : leak,
                runs,
                all.percent(Outcome.PASS),
                all.percent(Outcome.LEAK),
                all.percent(Outcome.INCONCLUSIVE),
                harmful.percent(Outcome.PASS)));
    }
}
