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

/** Counterfactuals of one group: another allowance, a shorter observation, one replica less. */
final class WhatIfs {
    private static final double[] PARTS = {0.1, 0.25};

    private final Judge judge;
    private final EvaluatedGroup evaluatedGroup;
    private final Assessment assessed;
    private final Allowance allowance;
    private final Unit unit;

    WhatIfs(Judge judge, EvaluatedGroup evaluatedGroup, Assessment assessed) {
        this.judge = judge;
        this.evaluatedGroup = evaluatedGroup;
        this.assessed = assessed;
        this.allowance = evaluatedGroup.allowance();
        this.unit = evaluatedGroup.group().metric().unit();
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
            String rate = NextStep.rate(perHour, unit);
            all.add(new WhatIf(
                    NextStep.growth(rate),
                    allowing(Rates.parsePerHour(rate), allowance.ceiling(), allowance.horizon())));
        }
    }

    /** One that ends before the limit, and one that ends after it. */
    private void horizon(List<WhatIf> all, double hours) {
        if (hours >= NextStep.SHORTEST && hours < NextStep.LONGEST) {
            for (RoundingMode rounding : List.of(RoundingMode.DOWN, RoundingMode.UP)) {
                Duration horizon = NextStep.rounded(hours, rounding);
                all.add(new WhatIf(
                        NextStep.horizon(horizon, allowance),
                        allowing(allowance.growthPerHour(), allowance.ceiling(), horizon)));
            }
        }
    }

    private EvaluatedGroup allowing(double growthPerHour, double ceiling, @Nullable Duration horizon) {
        Allowance other = allowance.with(growthPerHour, ceiling, horizon);
        return new EvaluatedGroup(
                evaluatedGroup.group(),
                other,
                evaluatedGroup.slots(),
                evaluatedGroup.trends(),
                evaluatedGroup.natural());
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
        return evaluatedGroup.group().members().stream()
                .filter(series -> series.size() > 0)
                .mapToDouble(end);
    }

    private EvaluatedGroup between(double from, double to) {
        List<Series> cut = evaluatedGroup.group().members().stream()
                .map(series -> ConcatenatedSeries.between(series, from, to))
                .toList();
        return judge.evaluate(new Group(evaluatedGroup.group().name(), cut), allowance, evaluatedGroup.natural());
    }

    private void replica(List<WhatIf> all) {
        if (evaluatedGroup.severalReplicas()) {
            Series worst = evaluatedGroup.slots().get(evaluatedGroup.worst());
            List<Series> slots = new ArrayList<>(evaluatedGroup.slots());
            List<Trend> trends = new ArrayList<>(evaluatedGroup.trends());
            slots.remove(evaluatedGroup.worst());
            trends.remove(evaluatedGroup.worst());
            Group others = new Group(evaluatedGroup.group().name(), slots);
            String pod = worst.target() == null ? worst.name() : worst.target().name();
            all.add(new WhatIf(
                    "without the replica " + pod,
                    new EvaluatedGroup(others, allowance, slots, trends, evaluatedGroup.natural())));
        }
    }
}
