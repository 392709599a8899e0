package dev.seep.live;

import dev.seep.live.TableRow.Tendency;
import dev.seep.sample.NamePattern;
import dev.seep.sample.Target;
import dev.seep.sample.Threads;
import dev.seep.trend.Trend;
import dev.seep.trend.TrendFitter;
import dev.seep.verdict.DiscoveryRate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes the trends of the worst series every second, in the background. What was seen last is there for whoever
 * draws.
 */
final class TrendRefresher implements AutoCloseable {
    /** Series that are listed, and of which trends are fitted. */
    static final int MOST = 100;

    /** Fits in a row that find another word before it is said: at the edge of two, a row would flap between them. */
    private static final int SURE = 3;

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final SeriesRanking seriesRanking;
    private final TrendFitter fitter = new TrendFitter();
    private final ScheduledExecutorService thread = Threads.timer("trends");
    private final BooleanSupplier canTell;
    private Map<String, Fitted> fitted = new HashMap<>();
    private volatile String filter = "";
    private volatile Seen seen = Seen.NOTHING;

    /**
     * What is known of the series of a run.
     *
     * @param rows the worst, those that leak first
     * @param all how many series rows could be of
     * @param constant how many have none, because they never changed
     */
    record Seen(List<TableRow> rows, int all, int constant, ShortNames names) {
        static final Seen NOTHING = new Seen(List.of(), 0, 0, new ShortNames(List.of()));
    }

    /**
     * The trend of a series.
     *
     * @param until the end of the series of which it is
     * @param said the word for it
     * @param found the word that the last fits found
     * @param times how many
     */
    private record Fitted(double until, Trend trend, Tendency said, Tendency found, int times) {
        static Fitted first(double until, Trend trend, Tendency found) {
            return new Fitted(until, trend, found, found, 1);
        }

        Fitted next(double later, Trend fit, Tendency next) {
            int again = next == found ? times + 1 : 1;
            boolean sure = again >= SURE || said == Tendency.TOO_SHORT;
            return new Fitted(later, fit, sure ? next : said, next, again);
        }
    }

    /** @param canTell whether so much of the run is over that its course so far means something */
    TrendRefresher(SeriesRanking seriesRanking, BooleanSupplier canTell) {
        this.seriesRanking = seriesRanking;
        this.canTell = canTell;
        var unused = thread.scheduleWithFixedDelay(this::refresh, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What the last refresh saw. */
    Seen seen() {
        return seen;
    }

    /** Restricts the rows to series that such a {@link NamePattern} finds; constant ones are among them then. */
    void filter(String pattern) {
        filter = pattern;
        thread.execute(this::refresh);
    }

    void refresh() {
        ShortNames names = new ShortNames(seriesRanking.targets());
        SeriesRanking.Worst worst = worst(names);
        List<Trend> trends = worst.series().stream().map(this::trend).toList();
        double needed = canTell.getAsBoolean() ? needed(trends, seriesRanking.size()) : Double.POSITIVE_INFINITY;
        Map<String, Fitted> now = new HashMap<>();
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < trends.size(); i++) {
            RankedSeries series = worst.series().get(i);
            Fitted fit = fitted(series, trends.get(i), needed);
            now.put(series.name(), fit);
            rows.add(new TableRow(series, fit.trend(), fit.said()));
        }
        fitted = now;
        rows.sort(Comparator.comparing(TableRow::tendency).thenComparing(TableRow::isConstant));
        seen = new Seen(List.copyOf(rows), worst.all(), worst.folded(), names);
    }

    private SeriesRanking.Worst worst(ShortNames names) {
        String wanted = filter;
        NamePattern pattern = NamePattern.of(wanted);
        return seriesRanking.worst(
                MOST,
                (target, metric) -> wanted.isEmpty()
                        || pattern.finds(target.series(metric))
                        || pattern.finds(ofWorkload(target) + " " + metric)
                        || pattern.finds(String.join("/", names.of(target)) + " " + metric),
                wanted.isEmpty());
    }

    /** As the reports name the series of replicas. */
    private static String ofWorkload(Target target) {
        String container = target.container();
        return target.namespace() + "/" + target.workload() + (container == null ? "" : "/" + container);
    }

    private Trend trend(RankedSeries series) {
        Fitted before = fitted.get(series.name());
        return before != null && before.until() == end(series) ? before.trend() : fitter.fit(series.course());
    }

    private Fitted fitted(RankedSeries series, Trend trend, double needed) {
        @Nullable Fitted before = fitted.get(series.name());
        Tendency found = Tendency.of(trend, needed);
        if (before == null) {
            return Fitted.first(end(series), trend, found);
        }
        return before.until() == end(series) ? before : before.next(end(series), trend, found);
    }

    private static double end(RankedSeries series) {
        int size = series.course().size();
        return size == 0 ? 0 : series.course().seconds(size - 1);
    }

    /** The evidence from which so few of those that grow are expected to be wrong, as the verdict has it. */
    private static double needed(List<Trend> trends, int all) {
        double[] evidence =
                trends.stream().mapToDouble(Trend::twoLogBayesFactor).toArray();
        return Math.max(DiscoveryRate.needed(evidence, all), Trend.GROWS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
