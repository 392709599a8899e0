package dev.seep.trend;

/**
 * Whether a series has already been as high as it is now, and come back. A rise that goes no further than that is not a
 * sign of growth: noise and load have done the same before.
 */
final class ComeBack {
    /** Now is the mean of the last of so many parts of a series. */
    private static final int PARTS = 20;

    private ComeBack() {}

    static boolean isSeenIn(Samples samples) {
        double[] values = samples.values();
        int last = Math.max(1, values.length / PARTS);
        double now = 0;
        for (int i = values.length - last; i < values.length; i++) {
            now += values[i] / last;
        }
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
            high |= i < values.length - last && values[i] >= now;
        }
        return false;
    }
}
