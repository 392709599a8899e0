package dev.seep.verdict;

import dev.seep.sample.Quantity;
import dev.seep.sample.Rates;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import dev.seep.trend.Trend;
import dev.seep.verdict.policy.Allowance;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What could have been otherwise about one group: what is allowed, how much of it was seen, and which replicas there are. */
final class WhatIfs {
    private static final double[] PARTS = {0.1, 0.25};

    private final Judge judge;
    private final Examined examined;
    private final Assessment assessed;
    private final Allowance allowance;
    private final Unit unit;

    WhatIfs(Judge judge, Examined examined, Assessment assessed) {
        this.judge = judge;
        this.examined = examined;
        this.assessed = assessed;
        this.allowance = examined.allowance();
        this.unit = examined.group().metric().unit();
    }

    List<WhatIf> all() {
        List<WhatIf> all = new ArrayList<>();
        ceiling(all);
        unallowed(all);
        growth(all, assessed.growthToPass());
        horizon(all, assessed.hoursToLimit());
        parts(all);
        replica(all);
        return all;
    }

    private void ceiling(List<WhatIf> all) {
        if (!Double.isNaN(allowance.ceiling())) {
            all.add(new WhatIf("no ceiling", allowing(allowance.growthPerHour(), Double.NaN, allowance.horizon())));
        }
    }

    private void unallowed(List<WhatIf> all) {
        if (allowance.growthPerHour() > 0) {
            all.add(new WhatIf("no allowance", allowing(0, allowance.ceiling(), allowance.horizon())));
        }
    }

    private void growth(List<WhatIf> all, double perHour) {
        if (perHour > allowance.growthPerHour() && Double.isFinite(perHour)) {
            String rate = WayOut.rate(perHour, unit);
            all.add(new WhatIf(
                    WayOut.growth(rate), allowing(Rates.parsePerHour(rate), allowance.ceiling(), allowance.horizon())));
        }
    }

    /** One that ends before the limit, and one that ends after it. */
    private void horizon(List<WhatIf> all, double hours) {
        if (hours >= WayOut.SHORTEST && hours < WayOut.LONGEST) {
            for (RoundingMode rounding : List.of(RoundingMode.DOWN, RoundingMode.UP)) {
                Duration horizon = WayOut.rounded(hours, rounding);
                all.add(new WhatIf(
                        WayOut.horizon(horizon, allowance),
                        allowing(allowance.growthPerHour(), allowance.ceiling(), horizon)));
            }
        }
    }

    private Examined allowing(double growthPerHour, double ceiling, @Nullable Duration horizon) {
        Allowance other = allowance.with(growthPerHour, ceiling, horizon);
        return new Examined(examined.group(), other, examined.slots(), examined.trends(), examined.natural());
    }

    private void parts(List<WhatIf> all) {
        double begin = ends(series -> series.seconds(0)).min().orElse(0);
        double end = ends(series -> series.seconds(series.size() - 1)).max().orElse(0);
        for (double part : PARTS) {
            double seconds = part * (end - begin);
            String length = Quantity.ofHours(seconds / 3600);
            all.add(new WhatIf("without its first " + length, between(begin + seconds, end)));
            all.add(new WhatIf("without its last " + length, between(begin, end - seconds)));
        }
    }

    private DoubleStream ends(ToDoubleFunction<Series> end) {
        return examined.group().members().stream()
                .filter(series -> series.size() > 0)
                .mapToDouble(end);
    }

    private Examined between(double from, double to) {
        List<Series> cut = examined.group().members().stream()
                .map(series -> Succession.between(series, from, to))
                .toList();
        return judge.examine(new Group(examined.group().name(), cut), allowance, examined.natural());
    }

    private void replica(List<WhatIf> all) {
        if (examined.severalReplicas()) {
            Series worst = examined.slots().get(examined.worst());
            List<Series> slots = new ArrayList<>(examined.slots());
            List<Trend> trends = new ArrayList<>(examined.trends());
            slots.remove(examined.worst());
            trends.remove(examined.worst());
            Group others = new Group(examined.group().name(), slots);
            String pod = worst.target() == null ? worst.name() : worst.target().name();
            all.add(new WhatIf(
                    "without the replica " + pod, new Examined(others, allowance, slots, trends, examined.natural())));
        }
    }
}
