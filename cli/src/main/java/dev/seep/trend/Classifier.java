package dev.seep.trend;

import java.util.List;

/** Chooses the pattern, such as sawtooth or warm-up, that a person would see in the graph. */
final class Classifier {
    /** Share of the level that a settled course must move by, or it is called steady. */
    private static final double VISIBLE = 0.03;

    private Classifier() {}

    /** @param sawtooth whether the series has teeth */
    static Pattern pattern(Decision decision, ViewFit shown, double level, boolean sawtooth) {
        if (decision == Decision.GROWS) {
            return shown.blocks().lives() > 1 ? Pattern.RESTARTING_GROWTH : Pattern.GROWTH;
        }
        double moved = net(shown.settles().values(), shown.blocks());
        List<Shape> parts = shown.settles().hypothesis().parts();
        if (moved < -VISIBLE * level) {
            return Pattern.SHRINKING;
        }
        if (sawtooth && moved < VISIBLE * level) {
            return Pattern.SAWTOOTH;
        }
        if (decision == Decision.OPEN) {
            return Pattern.GROWTH;
        }
        if (moved > VISIBLE * level && !parts.isEmpty()) {
            boolean steps = parts.stream().allMatch(part -> part.kind() == Shape.Kind.STEP && part.start() > 0.1);
            return steps ? Pattern.STEP : Pattern.WARM_UP;
        }
        return decision == Decision.NOISY ? Pattern.ERRATIC : Pattern.STEADY;
    }

    private static double net(double[] curve, Blocks blocks) {
        if (blocks.lives() > 1) {
            return 0;
        }
        int edge = Math.max(1, curve.length / 10);
        double start = 0;
        double end = 0;
        for (int i = 0; i < edge; i++) {
            start += curve[i] / edge;
            end += curve[curve.length - 1 - i] / edge;
        }
        return end - start;
    }
}
