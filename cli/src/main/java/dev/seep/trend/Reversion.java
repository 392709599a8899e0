package dev.seep.trend;

/**
 * Whether a series has already been as high as it is now, and come back. A rise that goes no further than that is not a
 * sign of growth: noise and load have done the same before.
 */
final class Reversion {
    /** Now is the mean of the last of so many parts of a series. */
    private static final int PARTS = 20;

    /** Share of a life that is its start; as much at its end is no proof of an earlier level. */
    private static final double START = 0.2;

    private Reversion() {}

    static boolean isSeenIn(SampleArrays samples) {
        double[] values = samples.values();
        double now = now(values);
        double level = Quantiles.of(values, 0.5);
        boolean high = false;
        for (int i = 0; i < values.length; i++) {
            boolean born = i > 0 && samples.life()[i] != samples.life()[i - 1];
            if (born) {
                high = false;
            }
            if (high && values[i] <= level) {
                return true;
            }
            high |= i < values.length - last(values) && values[i] >= now;
        }
        return false;
    }

    /**
     * Whether the one life of a series began with more than it has now, and has not had that much since: a start takes
     * more than it keeps (a heap before its first collection), and to rise to that again needs no leak.
     */
    static boolean isToStart(SampleArrays samples) {
        double[] values = samples.values();
        double[] hours = samples.hours();
        double now = now(values);
        double span = hours[hours.length - 1] - hours[0];
        double start = Double.NEGATIVE_INFINITY;
        double since = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            double clock = hours[i] - hours[0];
            if (clock <= START * span) {
                start = Math.max(start, values[i]);
            } else if (clock <= (1 - START) * span) {
                since = Math.max(since, values[i]);
            }
        }
        boolean oneLife = samples.life()[0] == samples.life()[values.length - 1];
        return oneLife && start >= now && since < now;
    }

    private static double now(double[] values) {
        double sum = 0;
        for (int i = values.length - last(values); i < values.length; i++) {
            sum += values[i];
        }
        return sum / last(values);
    }

    private static int last(double[] values) {
        return Math.max(1, values.length / PARTS);
    }
}
