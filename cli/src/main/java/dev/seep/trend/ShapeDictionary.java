package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The shapes that are compared, with their prices in units of log(blocks).
 *
 * <p>A shape of which there are many, such as a step at any of fifty places, fits noise by choice alone and is dear; so
 * is one that few things do, such as growing late. The slowest warm-ups are what a straight line is most easily mistaken
 * for, and have to be almost as cheap as the line, or every one of them is called a leak.
 *
 * @param settling steps, saturating growth and ramps that end: parts of what settles
 * @param growing what does not end
 * @param open saturating growth that would need a longer run to tell
 */
record ShapeDictionary(List<Shape> settling, List<Shape> growing, List<Shape> open) {
    static final int ENOUGH_FOR_CURVES = 12;

    private static final double[] TAUS = {.01, .02, .03, .045, .065, .09, .12, .16, .2, .25, .3, .35};
    private static final double[] KNEES = {.06, .1, .15, .2, .25, .3, .35, .4, .45, .5, .55, .6};
    private static final double[] HINGES = {.3, .4, .5, .6, .7};
    private static final double[] OPEN_TAUS = {.5, .75, 1, 1.5};
    private static final double LATEST_STEP = 0.8;
    private static final int LEAST_AFTER_STEP = 3;
    private static final double SLOW_TAU = 0.22;
    private static final double SLOW_KNEE = 0.42;

    private static final double PART = 3;
    private static final double SLOW_PART = 2.5;
    private static final double LINE = 1;
    private static final double SQUARE = 1.5;
    private static final double ROOT = 2;
    private static final double HINGE = 2.5;
    private static final double OPEN = 2.5;

    static ShapeDictionary of(Blocks blocks) {
        double[] x = blocks.clock().clone();
        double end = blocks.span();
        for (int i = 0; i < x.length; i++) {
            x[i] /= end;
        }
        boolean severalLives = blocks.lives() > 1;
        double log = Math.log(x.length);
        return new ShapeDictionary(settling(x, severalLives, log), growing(x, severalLives, log), open(x, log));
    }

    PartPrices prices(int blocks) {
        int n = settling.size();
        PartPrices prices = new PartPrices(new double[n], new double[n], new boolean[n]);
        double full = PART * Math.log(blocks);
        for (int i = 0; i < n; i++) {
            prices.factor()[i] = Math.exp(full / blocks);
            prices.rebate()[i] = Math.exp((settling.get(i).cost() - full) / blocks);
            prices.besideGrowth()[i] = isOverEarly(settling.get(i));
        }
        return prices;
    }

    private static boolean isOverEarly(Shape part) {
        return switch (part.kind()) {
            case STEP -> true;
            case SATURATING -> part.parameter() <= 0.2;
            default -> part.parameter() <= 0.5;
        };
    }

    private static List<Shape> settling(double[] x, boolean severalLives, double log) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 1; !severalLives && i <= x.length - LEAST_AFTER_STEP; i++) {
            double edge = (x[i - 1] + x[i]) / 2;
            if (edge <= LATEST_STEP) {
                shapes.add(shape(Shape.Kind.STEP, edge, x, t -> t >= edge ? 1 : 0, PART * log));
            }
        }
        for (double tau : TAUS) {
            double cost = (tau >= SLOW_TAU ? SLOW_PART : PART) * log;
            shapes.add(shape(Shape.Kind.SATURATING, tau, x, t -> 1 - Math.exp(-t / tau), cost));
        }
        for (double knee : KNEES) {
            double cost = (knee >= SLOW_KNEE ? SLOW_PART : PART) * log;
            shapes.add(shape(Shape.Kind.RAMP, knee, x, t -> Math.min(t / knee, 1), cost));
        }
        return shapes;
    }

    private static List<Shape> growing(double[] x, boolean severalLives, double log) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(shape(Shape.Kind.LINE, 0, x, t -> t, LINE * log));
        if (x.length >= ENOUGH_FOR_CURVES) {
            shapes.add(shape(Shape.Kind.ROOT, 0, x, Math::sqrt, ROOT * log));
            shapes.add(shape(Shape.Kind.SQUARE, 0, x, t -> t * t, SQUARE * log));
            for (double hinge : severalLives ? new double[0] : HINGES) {
                DoubleUnaryOperator late = t -> Math.max(0, t - hinge) / (1 - hinge);
                shapes.add(shape(Shape.Kind.HINGE, hinge, x, late, HINGE * log));
            }
        }
        return shapes;
    }

    private static List<Shape> open(double[] x, double log) {
        List<Shape> shapes = new ArrayList<>();
        for (double tau : OPEN_TAUS) {
            shapes.add(shape(Shape.Kind.OPEN, tau, x, t -> 1 - Math.exp(-t / tau), OPEN * log));
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
