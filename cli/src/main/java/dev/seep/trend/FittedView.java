package dev.seep.trend;

import java.util.List;

/**
 * One view of a series with the best fit of both hypotheses, for pictures and explanations.
 *
 * @param view statistic of the values: {@code mean}, {@code floor}, {@code levelled} or {@code quiet} blocks
 * @param hours centre of each block, since the first sample
 * @param settles fitted values of the best settling hypothesis
 * @param grows fitted values of the best growing hypothesis, empty if none fits
 * @param settlesShapes the shapes in the fit, such as {@code saturating 0.35}
 * @param growsShapes the same
 * @param twoLogBayesFactor for growth against settling, in -2 log likelihood after penalties
 * @param openness for a saturation that is not over, against the better of both, in the same unit
 * @param memory phi of the noise: the share of each deviation that the next block remembers
 */
public record FittedView(
        String view,
        List<Double> hours,
        List<Double> values,
        List<Double> settles,
        List<Double> grows,
        List<String> settlesShapes,
        List<String> growsShapes,
        double twoLogBayesFactor,
        double openness,
        double memory) {
    public FittedView {
        hours = List.copyOf(hours);
        values = List.copyOf(values);
        settles = List.copyOf(settles);
        grows = List.copyOf(grows);
        settlesShapes = List.copyOf(settlesShapes);
        growsShapes = List.copyOf(growsShapes);
    }
}
