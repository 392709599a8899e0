package dev.seep.report;

import dev.seep.sample.Series;
import dev.seep.trend.Decision;
import dev.seep.trend.FittedView;
import dev.seep.trend.GrowthBounds;
import dev.seep.trend.Slope;
import dev.seep.trend.Trend;
import dev.seep.verdict.Explanation;
import dev.seep.verdict.Explanation.Change;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Leak;
import dev.seep.verdict.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An explanation in the making: of one series without a fit, but for what is said of it. */
final class ExplanationFixture {
    private final Finding finding;
    private final Series shown;
    private @Nullable Leak leak;
    private Decision decision = Decision.SETTLES;
    private double evidence;
    private List<FittedView> views = List.of();
    private int replicas = 1;
    private double soonest = Double.NaN;
    private double latest = Double.NaN;
    private List<Change> changes = List.of();

    private ExplanationFixture(Finding finding, Series shown) {
        this.finding = finding;
        this.shown = shown;
    }

    static ExplanationFixture of(Finding finding, Series shown) {
        return new ExplanationFixture(finding, shown);
    }

    /**
     * One view of blocks of an hour.
     *
     * @param forGrowth evidence for growth against settling
     */
    ExplanationFixture fitted(Decision outcome, double forGrowth, List<Double> settles, List<Double> grows) {
        decision = outcome;
        evidence = forGrowth;
        List<Double> hours = IntStream.range(0, settles.size())
                .mapToObj(hour -> (double) hour)
                .toList();
        List<String> linear = grows.isEmpty() ? List.of() : List.of("linear");
        views = List.of(new FittedView("mean", hours, settles, settles, grows, List.of(), linear, forGrowth, 0, 0.5));
        return this;
    }

    ExplanationFixture of(Leak cause) {
        leak = cause;
        return this;
    }

    ExplanationFixture replicas(int number) {
        replicas = number;
        return this;
    }

    ExplanationFixture reached(double soonestHours, double latestHours) {
        soonest = soonestHours;
        latest = latestHours;
        return this;
    }

    ExplanationFixture changes(String what, Outcome outcome) {
        changes = List.of(new Change(what, outcome), new Change("less of the run", Outcome.INCONCLUSIVE));
        return this;
    }

    Explanation build() {
        Trend trend = new Trend(
                0,
                0,
                0,
                decision,
                finding.pattern(),
                evidence,
                Slope.NONE,
                0,
                new GrowthBounds(Double.NaN, Double.NaN, Double.NaN),
                Double.NaN,
                views);
        return new Explanation(finding, leak, shown, trend, replicas, soonest, latest, changes);
    }
}
