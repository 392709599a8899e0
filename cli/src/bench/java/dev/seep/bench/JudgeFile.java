package dev.seep.bench;

import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Judges a gzipped CSV of labelled series and writes what the scorer of the bench reads: CSV.gz OUT.json. */
public final class JudgeFile {
    private JudgeFile() {}

    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        List<Series> series = LabelledSeries.read(Path.of(args[0]));
        long read = System.nanoTime();
        Verdict verdict = new Judge(Policy.DEFAULT).judge(run(series));
        long judged = System.nanoTime();
        Files.writeString(
                Path.of(args[1]),
                "{" + verdict.findings().stream().map(JudgeFile::line).collect(Collectors.joining(",\n")) + "}");
        System.err.printf(
                Locale.ROOT,
                "%s: %d samples, read in %d ms, judged in %d ms, %s%n",
                args[0],
                series.stream().mapToLong(Series::size).sum(),
                (read - start) / 1_000_000,
                (judged - read) / 1_000_000,
                verdict.outcome().word());
    }

    static Run run(List<Series> series) {
        double from = series.stream().mapToDouble(s -> s.seconds(0)).min().orElse(0);
        double to =
                series.stream().mapToDouble(s -> s.seconds(s.size() - 1)).max().orElse(0);
        long samples = series.stream().mapToLong(Series::size).sum();
        return new Run(
                Instant.ofEpochSecond((long) from),
                Instant.ofEpochSecond((long) to),
                null,
                samples,
                samples,
                0,
                series.size(),
                series,
                List.of());
    }

    private static String line(Finding finding) {
        String slope = Double.isNaN(finding.slope().perHour())
                ? "null"
                : Double.toString(finding.slope().perHour());
        return "\"" + finding.series() + "\":{\"verdict\":\""
                + finding.outcome().word() + "\",\"slope\":" + slope + ",\"pattern\":\""
                + finding.pattern().word() + "\",\"q\":" + finding.q() + ",\"reason\":\"" + finding.reason() + "\"}";
    }
}
