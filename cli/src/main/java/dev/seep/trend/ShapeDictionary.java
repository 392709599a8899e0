package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shapes that are compared, with their penalties in units of log(blocks). Why each is there and has its penalty is
 * told in {@code docs/statistics.md}.
 *
 * <p>A shape of which there are many, such as a step at any of fifty places, fits noise by choice alone and is dear; so
 * is one that few things do, such as growing late. The slowest warm-ups are most easily mistaken for a straight line,
 * and have to be almost as cheap as the line, or every one of them is called a leak. Growth that began and ended within
 * the run is the dearer the longer it took: one that fills the run looks like one that goes on.
 *
 * @param settling steps, saturating growth, ramps and S-shapes that end, creep: parts of a settling hypothesis
 * @param growing shapes that do not end
 * @param open saturating growth that would need a longer run to tell
 */
record ShapeDictionary(List<Shape> settling, List<Shape> growing, List<Shape> open) {
    static final int ENOUGH_FOR_CURVES = 12;
    /** With fewer blocks a late shape is a few of them, and fits their noise. */
    private static final int ENOUGH_FOR_LATE = 20;

    private static final double[] TAUS = {.01, .02, .03, .045, .065, .09, .12, .16, .2, .25, .3, .35};
    private static final double[] KNEES = {.06, .1, .15, .2, .25, .3, .35, .4, .45, .5, .55, .6};
    private static final double[] HINGES = {.3, .4, .5, .6, .7};
    private static final double[] OPEN_TAUS = {.5, .75, 1, 1.5};
    /** Starts and lengths of late shapes, in tenths of the run. */
    private static final int TENTHS = 10;

    /** Distance by which a late shape may be moved once it is found, as a share of the run. */
    static final double BETWEEN = 0.05;

    /** Distance by which the logarithm of a time constant may be moved. */
    private static final double TAU_STEP = 0.25;

    private static final int LONGEST_TENTHS = 5;
    private static final int LATEST_TENTHS = 7;
    private static final double[] LATE_TAUS = {.03, .06, .1, .15};
    /** A late saturation is over after this many of its time constants. */
    private static final double OVER_AFTER_TAUS = 2.5;
    /** Time constants of creep: with these nearly nine tenths of the rise are over in the first half. */
    private static final double[] CREEPS = {.002, .006};

    private static final double LATEST_STEP = 0.8;
    private static final int LEAST_AFTER_STEP = 3;
    /** Share of the blocks after which nothing may end: a flat stretch of a few blocks is no evidence of an end. */
    private static final double LATEST_END = 0.85;

    private static final double SLOW_TAU = 0.22;
    private static final double SLOW_KNEE = 0.42;

    private static final double PART = 3;
    private static final double SLOW_PART = 2.5;
    /** Length of a late shape beyond which each doubling costs one more. */
    private static final double SHORT = 0.2;

    private static final double CREEP = 4;
    private static final double LINE = 1;
    private static final double SQUARE = 1.5;
    private static final double ROOT = 2;
    private static final double HINGE = 2.5;
    private static final double OPEN = 2.5;

    static ShapeDictionary of(Blocks blocks) {
        double[] x = blocks.shareOfSpan();
        boolean severalLives = blocks.lives() > 1;
        double log = Math.log(x.length);
        List<Shape> settling = new ArrayList<>(early(x, severalLives, log));
        if (!severalLives && x.length >= ENOUGH_FOR_LATE) {
            settling.addAll(late(x, log));
        }
        return new ShapeDictionary(settling, growing(x, severalLives, log), open(x, log));
    }

    /**
     * A late ramp, S-shape or saturation elsewhere, at the same penalty; null if it is none or would end too late.
     *
     * @param start by which it begins later
     * @param length by which it takes longer
     */
    @Nullable
    Shape moved(Shape shape, double start, double length, double[] x) {
        double from = shape.start() + start;
        boolean saturates = shape.kind() == Shape.Kind.SATURATING;
        double taken = saturates ? shape.length() * Math.exp(length / BETWEEN * TAU_STEP) : shape.length() + length;
        boolean late = shape.start() > 0 && shape.kind() != Shape.Kind.STEP;
        return late && from > 0 && taken > 0 && from + (saturates ? OVER_AFTER_TAUS : 1) * taken <= latestEnd(x)
                ? Shape.of(shape.kind(), from, taken, x, shape.cost())
                : null;
    }

    /** A late growth that begins elsewhere, at the same penalty. */
    static Shape movedHinge(Shape hinge, double start, double[] x) {
        return Shape.of(Shape.Kind.HINGE, hinge.start() + start, 0, x, hinge.cost());
    }

    /** @param free number of blocks less that of the base columns */
    Penalties penalties(int blocks, int free) {
        int n = settling.size();
        Penalties penalties = new Penalties(new double[n], new double[n]);
        double full = PART * Math.log(blocks);
        for (int i = 0; i < n; i++) {
            double cost = settling.get(i).cost();
            penalties.factor()[i] = Math.exp(Math.max(full, cost) / Math.max(1, free));
            penalties.discount()[i] = Math.exp(Math.min(0, cost - full) / Math.max(1, free));
        }
        return penalties;
    }

    /** Whether a part may stand beside a growing trend: it is over while that goes on. */
    static boolean isOverEarly(Shape part) {
        return switch (part.kind()) {
            case STEP -> true;
            case SATURATING -> part.start() == 0 && part.length() <= 0.2;
            case RAMP -> part.start() == 0 && part.length() <= 0.5;
            default -> false;
        };
    }

    /** Shapes that begin with the run or the life, and steps. */
    private static List<Shape> early(double[] x, boolean severalLives, double log) {
        List<Shape> shapes = new ArrayList<>();
        double latest = severalLives ? 1 : latestEnd(x);
        for (int i = 1; !severalLives && i <= x.length - LEAST_AFTER_STEP; i++) {
            double edge = (x[i - 1] + x[i]) / 2;
            if (edge <= Math.min(LATEST_STEP, latest)) {
                shapes.add(Shape.of(Shape.Kind.STEP, edge, 0, x, PART * log));
            }
        }
        for (double tau : TAUS) {
            double cost = (tau >= SLOW_TAU ? SLOW_PART : PART) * log;
            shapes.add(Shape.of(Shape.Kind.SATURATING, 0, tau, x, cost));
        }
        for (double knee : KNEES) {
            double cost = (knee >= SLOW_KNEE ? SLOW_PART : PART) * log;
            if (knee <= latest) {
                shapes.add(Shape.of(Shape.Kind.RAMP, 0, knee, x, cost));
            }
        }
        return shapes;
    }

    /** Shapes that begin and end within the run, and creep. */
    private static List<Shape> late(double[] x, double log) {
        List<Shape> shapes = new ArrayList<>();
        double latest = latestEnd(x);
        for (double tau : CREEPS) {
            shapes.add(Shape.of(Shape.Kind.CREEP, 0, tau, x, CREEP * log));
        }
        for (int tenths = 1; tenths <= LATEST_TENTHS; tenths++) {
            double start = (double) tenths / TENTHS;
            for (int long10 = 1; long10 <= LONGEST_TENTHS && start + (double) long10 / TENTHS <= latest; long10++) {
                double length = (double) long10 / TENTHS;
                shapes.add(Shape.of(Shape.Kind.RAMP, start, length, x, lateCost(length) * log));
                shapes.add(Shape.of(Shape.Kind.SMOOTH, start, length, x, lateCost(length) * log));
            }
            for (double tau : LATE_TAUS) {
                if (start + OVER_AFTER_TAUS * tau <= latest) {
                    shapes.add(Shape.of(Shape.Kind.SATURATING, start, tau, x, lateCost(2 * tau) * log));
                }
            }
        }
        return shapes;
    }

    /**
     * The longer growth has gone on, the less likely it ended just now: of lengths that are spread evenly over orders
     * of magnitude, each doubling holds as many as the one before, and fewer places.
     */
    private static double lateCost(double length) {
        return PART + Math.max(0, Math.log(length / SHORT) / Math.log(2));
    }

    /** By the samples and not by the clock: after a gap a single late sample is no flat stretch. */
    private static double latestEnd(double[] x) {
        return x[Math.max(0, (int) Math.ceil(LATEST_END * x.length) - 1)];
    }

    private static List<Shape> growing(double[] x, boolean severalLives, double log) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(Shape.of(Shape.Kind.LINE, 0, 0, x, LINE * log));
        if (x.length >= ENOUGH_FOR_CURVES) {
            shapes.add(Shape.of(Shape.Kind.ROOT, 0, 0, x, ROOT * log));
            shapes.add(Shape.of(Shape.Kind.SQUARE, 0, 0, x, SQUARE * log));
            for (double hinge : severalLives ? new double[0] : HINGES) {
                shapes.add(Shape.of(Shape.Kind.HINGE, hinge, 0, x, HINGE * log));
            }
        }
        return shapes;
    }

    private static List<Shape> open(double[] x, double log) {
        List<Shape> shapes = new ArrayList<>();
        for (double tau : OPEN_TAUS) {
            shapes.add(Shape.of(Shape.Kind.OPEN, 0, tau, x, OPEN * log));
        }
        return shapes;
    }
}
