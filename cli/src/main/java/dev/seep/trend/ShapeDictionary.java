package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The shapes that are compared.
 *
 * @param settling steps, saturating growth and ramps that end: parts of what settles
 * @param growing what does not end
 * @param open saturating growth that would need a longer run to tell
 */
record ShapeDictionary(List<Shape> settling, List<Shape> growing, List<Shape> open) {
    private static final double[] TAUS = {.01, .02, .03, .045, .065, .09, .12, .16, .2, .25, .3, .35};
    private static final double[] KNEES = {.06, .1, .15, .2, .25, .3, .35, .4, .45, .5, .55, .6};
    private static final double[] HINGES = {.3, .4, .5, .6, .7};
    private static final double[] OPEN_TAUS = {.5, .75, 1, 1.5, 2.5, 4};
    private static final double LATEST_STEP = 0.8;
    static final int ENOUGH_FOR_CURVES = 12;

    static ShapeDictionary of(Blocks blocks) {
        double[] clock = blocks.clock();
        double end = 0;
        for (double t : clock) {
            end = Math.max(end, t);
        }
        double[] x = new double[clock.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = clock[i] / end;
        }
        double log = Math.log(x.length);
        return new ShapeDictionary(
                settling(x, blocks.lives() > 1, log), growing(x, blocks.lives() > 1, log), open(x, log));
    }

    private static List<Shape> settling(double[] x, boolean severalLives, double log) {
        List<Shape> shapes = new ArrayList<>();
        double dear = Knobs.get("dear", 3) * log;
        for (int i = 1; !severalLives && i <= x.length - 3; i++) {
            double edge = (x[i - 1] + x[i]) / 2;
            if (edge <= LATEST_STEP) {
                shapes.add(shape(Shape.Kind.STEP, edge, x, t -> t >= edge ? 1 : 0, dear));
            }
        }
        for (double tau : TAUS) {
            double c = tau >= Knobs.get("slowtau", .22) ? Knobs.get("cheap", 2) * log : dear;
            shapes.add(shape(Shape.Kind.SATURATING, tau, x, t -> 1 - Math.exp(-t / tau), c));
        }
        for (double knee : KNEES) {
            double c = knee >= Knobs.get("slowknee", .42) ? Knobs.get("cheap", 2) * log : dear;
            shapes.add(shape(Shape.Kind.RAMP, knee, x, t -> Math.min(t / knee, 1), c));
        }
        return shapes;
    }

    private static List<Shape> growing(double[] x, boolean severalLives, double log) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(shape(Shape.Kind.LINE, 0, x, t -> t, log));
        if (x.length >= ENOUGH_FOR_CURVES) {
            shapes.add(shape(Shape.Kind.ROOT, 0, x, Math::sqrt, Knobs.get("root", 2) * log));
            shapes.add(shape(Shape.Kind.SQUARE, 0, x, t -> t * t, Knobs.get("square", 1) * log));
            for (double hinge : severalLives ? new double[0] : HINGES) {
                shapes.add(shape(Shape.Kind.HINGE, hinge, x, t -> Math.max(0, t - hinge) / (1 - hinge), 2 * log));
            }
        }
        return shapes;
    }

    private static List<Shape> open(double[] x, double log) {
        List<Shape> shapes = new ArrayList<>();
        for (double tau : OPEN_TAUS) {
            shapes.add(shape(Shape.Kind.OPEN, tau, x, t -> 1 - Math.exp(-t / tau), 2 * log));
        }
        return shapes;
    }

    private static Shape shape(Shape.Kind kind, double parameter, double[] x, DoubleUnaryOperator f, double cost) {
        double[] column = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            column[i] = f.applyAsDouble(x[i]);
        }
        return new Shape(kind, parameter, column, cost);
    }
}
