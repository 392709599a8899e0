package dev.seep.live;

import dev.seep.live.TableRow.Word;
import dev.seep.sample.Threads;
import dev.seep.trend.Trend;
import dev.seep.trend.TrendFitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Looks at the worst series again and again, in the background and at low priority, and fits their trends. What it saw
 * last is there for whoever draws.
 */
final class TrendRefresher implements AutoCloseable {
    /** Series that are listed, and of which trends are fitted. */
    static final int MOST = 100;

    private static final Duration EVERY = Duration.ofSeconds(1);
    /** A run expects this share of what is called growing to be wrong, as the verdict does. */
    private static final double FALSE_DISCOVERIES = 0.35;

    private final SeriesRanking seriesRanking;
    private final TrendFitter fitter = new TrendFitter();
    private final ScheduledExecutorService thread = Threads.timer("lookout");
    private final BooleanSupplier canTell;
    private Map<String, Fitted> fitted = new HashMap<>();
    private volatile String filter = "";
    private volatile List<TableRow> seen = List.of();

    /** A trend and the end of the series of which it is. */
    private record Fitted(double until, Trend trend) {}

    /** @param canTell whether so much of the run is over that its course so far means something */
    TrendRefresher(SeriesRanking seriesRanking, BooleanSupplier canTell) {
        this.seriesRanking = seriesRanking;
        this.canTell = canTell;
        var unused = thread.scheduleWithFixedDelay(this::refresh, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was seen last, the worst first. */
    List<TableRow> seen() {
        return seen;
    }

    /** Looks only at series whose name contains this, in any case. */
    void filter(String part) {
        filter = part.toLowerCase(Locale.ROOT);
        thread.execute(this::refresh);
    }

    void refresh() {
        String part = filter;
        List<RankedSeries> worst =
                seriesRanking.worst(MOST, name -> name.toLowerCase(Locale.ROOT).contains(part));
        Map<String, Fitted> now = new HashMap<>();
        List<Trend> trends = new ArrayList<>();
        for (RankedSeries rankedSeries : worst) {
            Fitted fit = fit(rankedSeries);
            now.put(rankedSeries.name(), fit);
            trends.add(fit.trend());
        }
        fitted = now;
        double needed = canTell.getAsBoolean() ? needed(now, seriesRanking.size()) : Double.POSITIVE_INFINITY;
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < worst.size(); i++) {
            rows.add(new TableRow(worst.get(i), trends.get(i), Word.of(trends.get(i), needed)));
        }
        seen = List.copyOf(rows);
    }

    private Fitted fit(RankedSeries rankedSeries) {
        int size = rankedSeries.course().size();
        double until = size == 0 ? 0 : rankedSeries.course().seconds(size - 1);
        Fitted before = fitted.get(rankedSeries.name());
        return before != null && before.until() == until
                ? before
                : new Fitted(until, fitter.fit(rankedSeries.course()));
    }

    /** The evidence from which so few of those that grow are expected to be wrong: e-BH over all series. */
    private static double needed(Map<String, Fitted> fitted, int all) {
        double[] evidence = fitted.values().stream()
                .mapToDouble(one -> one.trend().twoLogBayesFactor())
                .sorted()
                .toArray();
        for (int k = evidence.length; k >= 1; k--) {
            double price = 2 * Math.log(all / (k * FALSE_DISCOVERIES));
            if (evidence[evidence.length - k] >= price) {
                return Math.max(price, Trend.GROWS);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
