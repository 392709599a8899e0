package dev.seep.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Medians, and how figures are printed. */
final class Figures {
    private Figures() {}

    /** @param sorted ascending; NaN if empty */
    static double quantile(List<Double> sorted, double quantile) {
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(quantile * (sorted.size() - 1))));
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @SuppressWarnings("AnnotateFormatMethod")
    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
