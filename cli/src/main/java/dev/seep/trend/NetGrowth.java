package dev.seep.trend;

/** Net growth of a growing hypothesis over one life: whether the sum of its shapes goes up, as its trend does. */
final class NetGrowth {
    /** Share of the trend's rise that must be left when all shapes beside it are added. */
    private static final double LEAST_NET = 0.3;
    /** Share of the run in which a start may overshoot. */
    private static final double START = 0.2;
    /** Share of a fall that must have grown before it to be taken back; a start that overshoots has grown less. */
    private static final double GROWN = 0.3;
    /** Share of a fall that a step up before it may account for. */
    private static final double ENTIRE = 0.5;
    /** Share of a fall that may be missing for it to have been whole. */
    private static final double SLACK = 0.25;

    private final double[] clock;
    private final double[] trend;
    private final double[] stepsUp;
    private final double[] course;
    private final int last;

    /**
     * @param clock hours since the start of the life, one value per block
     * @param trend fitted values of the trend alone
     * @param stepsUp sum of the fitted steps up
     * @param course sum of the trend and all fitted shapes beside it
     */
    NetGrowth(double[] clock, double[] trend, double[] stepsUp, double[] course) {
        this.clock = clock;
        this.trend = trend;
        this.stepsUp = stepsUp;
        this.course = course;
        last = course.length - 1;
    }

    /** Whether it ends above where it began. */
    boolean goesUp() {
        return goesUp(0);
    }

    /** Distance from its lowest point to its end, in the metric's unit. */
    double rise() {
        return course[last] - course[lowest()];
    }

    /** Whether it ends above where a start that overshot had fallen to. */
    boolean goesUpAfterStart() {
        int lowest = lowest();
        return shotOver(lowest) && goesUp(lowest);
    }

    private boolean goesUp(int from) {
        return course[last] - course[from] >= LEAST_NET * (trend[last] - trend[from]);
    }

    /** Whether it fell in the beginning and only there, as a start-up does, without having grown before. */
    private boolean shotOver(int lowest) {
        double highest = course[0];
        for (int i = 0; i < lowest; i++) {
            highest = Math.max(highest, course[i]);
        }
        return clock[lowest] <= START * clock[last] && highest - course[0] <= GROWN * (highest - course[lowest]);
    }

    private int lowest() {
        int lowest = 0;
        for (int i = 1; i <= last; i++) {
            lowest = course[i] < course[lowest] ? i : lowest;
        }
        return lowest;
    }

    /**
     * Whether its largest fall took back the growth until then, and the growth since has not passed the peak before it:
     * a collection that works or a load that comes and goes, as far as can be seen. A fall that only ends a step up is
     * none, nor is one from where the series began.
     */
    boolean isTakenBack() {
        int peak = 0;
        int highest = 0;
        int trough = 0;
        for (int i = 1; i <= last; i++) {
            highest = course[i] > course[highest] ? i : highest;
            if (course[highest] - course[i] > course[peak] - course[trough]) {
                peak = highest;
                trough = i;
            }
        }
        double fall = course[peak] - course[trough];
        double slack = SLACK * fall;
        return fall > 0
                && course[peak] - course[0] >= GROWN * fall
                && course[trough] <= course[0] + slack
                && course[last] <= course[peak] + slack
                && stepsUp[trough] < ENTIRE * fall;
    }
}
