package dev.seep.live;

import dev.seep.live.TableRow.Tendency;
import dev.seep.sample.Threads;
import dev.seep.trend.Trend;
import dev.seep.trend.TrendFitter;
import dev.seep.verdict.DiscoveryRate;
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
 * Refreshes the trends of the worst series every second, in the background. The last rows are there for whoever draws.
 */
final class TrendRefresher implements AutoCloseable {
    /** Series that are listed, and of which trends are fitted. */
    static final int MOST = 100;

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final SeriesRanking seriesRanking;
    private final TrendFitter fitter = new TrendFitter();
    private final ScheduledExecutorService thread = Threads.timer("trends");
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

    /** Rows of the last refresh, the worst first. */
    List<TableRow> seen() {
        return seen;
    }

    /** Restricts the rows to series whose name contains this, in any case. */
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
            rows.add(new TableRow(worst.get(i), trends.get(i), Tendency.of(trends.get(i), needed)));
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

    /** The evidence from which so few of those that grow are expected to be wrong, as the verdict has it. */
    private static double needed(Map<String, Fitted> fitted, int all) {
        double[] evidence = fitted.values().stream()
                .mapToDouble(one -> one.trend().twoLogBayesFactor())
                .toArray();
        return Math.max(DiscoveryRate.needed(evidence, all), Trend.GROWS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
