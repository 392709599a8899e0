package dev.seep.bench;

import dev.seep.bench.Labels.Labelled;
import dev.seep.sample.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What becomes of false alarms / recall / healthy inconclusives when a tuned number of the trend is a fifth smaller or
 * larger, each number alone: {@code [FILE.csv.gz LABELS.json.gz]... [--every K]}. Looks for the sources from the root of
 * the repository.
 */
public final class SensitivityBench {
    private static final Path SOURCES = Path.of("cli/src/main/java");
    private static final double LESS = 0.8;
    private static final double MORE = 1.2;

    private final List<Labelled> all;
    private final List<Series> series;

    private SensitivityBench(List<Labelled> all) {
        this.all = all;
        this.series = all.stream().map(Labelled::series).toList();
    }

    public static void main(String[] args) throws IOException {
        Arguments arguments = new Arguments(args);
        new SensitivityBench(Labels.read(arguments.words(), arguments.number("every", 1))).print();
    }

    private void print() throws IOException {
        Map<String, String> now = new Judging().apply(series);
        System.out.printf("%d series; as it is: %s%n%n", all.size(), rates(now));
        System.out.print(new MarkdownTable(
                "constant", "file", "value", "-20 %", "as it is", "+20 %", "verdicts moved", "nothing moves"));
        for (TunedConstant tuned : TunedConstant.in(SOURCES.resolve("dev/seep/trend"))) {
            Changed less = changed(tuned, LESS, now);
            Changed more = changed(tuned, MORE, now);
            String moved = less.moved + " / " + more.moved;
            System.out.print(MarkdownTable.line(
                    tuned.name(),
                    tuned.file().getFileName(),
                    tuned.value(),
                    less.rates,
                    rates(now),
                    more.rates,
                    moved,
                    moved.equals("0 / 0") ? "x" : ""));
        }
    }

    /** @param moved how many verdicts are others than now, or that there are none */
    private record Changed(String rates, String moved) {}

    private Changed changed(TunedConstant tuned, double factor, Map<String, String> now) throws IOException {
        String text = tuned.in(Files.readString(tuned.file()), factor);
        try (OtherJudge other = new OtherJudge(SOURCES, tuned.file(), text)) {
            Map<String, String> then = other.judge(series);
            long moved = now.entrySet().stream()
                    .filter(one -> !one.getValue().equals(then.get(one.getKey())))
                    .count();
            return new Changed(rates(then), Long.toString(moved));
        } catch (RuntimeException | ExceptionInInitializerError e) {
            return new Changed("fails", e.getClass().getSimpleName());
        }
    }

    private String rates(Map<String, String> outcomes) {
        return String.format(
                Locale.ROOT,
                "%s / %s / %s",
                share(outcomes, Labelled::isHealthy, "leak"),
                share(outcomes, Labelled::isLeak, "leak"),
                share(outcomes, Labelled::isHealthy, "inconclusive"));
    }

    private String share(Map<String, String> outcomes, Predicate<Labelled> of, String outcome) {
        List<Labelled> some = all.stream().filter(of).toList();
        long called = some.stream()
                .filter(one -> outcome.equals(outcomes.get(one.series().name())))
                .count();
        return MarkdownTable.percent(called, some.size());
    }
}
