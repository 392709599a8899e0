package dev.seep.trend;

import static dev.seep.trend.TrendFixture.column;

import java.util.List;

/**
 * Looks that say what a test wants them to say: of sixty blocks at a level of 100 whose settling fit is flat and whose growing
 * fit is a line, all of it plain. Whether they grow is not asked of the blocks.
 */
final class ViewFitFixture {
    private static final int N = 60;
    private static final double LEVEL = 100;

    private Blocks.View view = Blocks.View.MEAN;
    private double evidence;
    private double openness = -20;
    private double line;
    private double lineError = 0.1;
    private double rise = 5;
    private double phase;
    private double phi;
    private boolean takenBack;
    private boolean grows = true;
    private double settledRise;
    private double growsRise = 5;
    private List<Shape> parts = List.of();
    private int[] life = new int[N];
    private double slope = 5;
    private double noise = 0.1;

    static ViewFitFixture viewFit() {
        return new ViewFitFixture();
    }

    ViewFitFixture view(Blocks.View other) {
        view = other;
        return this;
    }

    ViewFitFixture evidence(double value) {
        evidence = value;
        return this;
    }

    ViewFitFixture openness(double value) {
        openness = value;
        return this;
    }

    /** Over the run. */
    ViewFitFixture line(double value, double error) {
        line = value;
        lineError = error;
        return this;
    }

    ViewFitFixture rise(double value) {
        rise = value;
        return this;
    }

    ViewFitFixture phase(double value) {
        phase = value;
        return this;
    }

    ViewFitFixture phi(double value) {
        phi = value;
        return this;
    }

    ViewFitFixture takenBack() {
        takenBack = true;
        return this;
    }

    ViewFitFixture withoutGrowth() {
        grows = false;
        return this;
    }

    /** By which the settling fit rises, evenly. */
    ViewFitFixture settlingBy(double value, Shape... of) {
        settledRise = value;
        parts = List.of(of);
        return this;
    }

    /** By which the growing fit ends above where it began. */
    ViewFitFixture growingBy(double value) {
        growsRise = value;
        return this;
    }

    ViewFitFixture lives(int... lengths) {
        life = TrendFixture.lives(lengths);
        return this;
    }

    /** Of the blocks, over the run: what the rate is worked out from. */
    ViewFitFixture blocksRiseBy(double value) {
        slope = value;
        return this;
    }

    /** Of the blocks. */
    ViewFitFixture blocksNoise(double deviation) {
        noise = deviation;
        return this;
    }

    ViewFit of() {
        double[] drawn = TrendFixture.gaussian(N, 7);
        double[] time = column(N, i -> i / (N - 1.0));
        double[] values = column(N, i -> LEVEL + slope * time[i] + noise * drawn[i]);
        Blocks blocks = new Blocks(view, time, time, life, values, 0, phase);
        List<double[]> base = List.of(TrendFixture.ones(N));
        Hypothesis growing = new Hypothesis(0, 0, Shape.of(Shape.Kind.LINE, 0, 0, time, 0), List.of());
        CandidateModels candidates = new CandidateModels();
        candidates.take(growing);
        return new ViewFit(
                blocks,
                new FittedCurve(new Hypothesis(0, phi, null, parts), column(N, i -> LEVEL + settledRise * time[i])),
                grows ? new FittedCurve(growing, column(N, i -> LEVEL + growsRise * time[i])) : null,
                grows ? evidence : ViewFit.NONE,
                openness,
                new LineEstimate(line, lineError, N - 2, 1),
                base,
                candidates,
                rise,
                takenBack,
                1);
    }
}
