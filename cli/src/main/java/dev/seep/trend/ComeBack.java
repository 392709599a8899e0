package dev.seep.trend;

/**
 * Whether a series has already been as high as it is now, for as long, and come back. What rises no further than that
 * is not a sign of growth: noise and load have done the same before.
 */
final class ComeBack {
    /** Now is the last of so many parts of a series. */
    private static final int PARTS = 20;

    private ComeBack() {}

    static boolean isSeenIn(Samples samples) {
        int width = Math.max(1, samples.size() / PARTS);
        double now = mean(samples, samples.size() - width, width);
        double level = Quantiles.of(samples.values(), 0.5);
        boolean high = false;
        for (int end = width; end <= samples.size(); end++) {
            int from = end - width;
            if (samples.life()[from] != samples.life()[end - 1]) {
                high = false;
            } else if (high && samples.values()[end - 1] <= level) {
                return true;
            } else if (end <= samples.size() - width && mean(samples, from, width) >= now) {
                high = true;
            }
        }
        return false;
    }

    private static double mean(Samples samples, int from, int width) {
        double sum = 0;
        for (int i = from; i < from + width; i++) {
            sum += samples.values()[i];
        }
        return sum / width;
    }
}
