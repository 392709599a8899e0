package dev.seep.sample;

import java.util.List;

/** The course of a series as a row of small bars, lowest value to highest. */
public final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final String ASCII = "_.,-=+*#";

    private Sparkline() {}

    /** At most so many bars; each is the mean of the values that fall on it, a blank where there are none. */
    public static String of(List<Double> values, int width, boolean unicode) {
        int bars = Math.min(width, values.size());
        double low = values.stream()
                .filter(Double::isFinite)
                .mapToDouble(v -> v)
                .min()
                .orElse(0);
        double high = values.stream()
                .filter(Double::isFinite)
                .mapToDouble(v -> v)
                .max()
                .orElse(0);
        StringBuilder line = new StringBuilder();
        for (int bar = 0; bar < bars; bar++) {
            int from = (int) ((long) bar * values.size() / bars);
            int to = (int) ((long) (bar + 1) * values.size() / bars);
            double mean = mean(values.subList(from, to));
            line.append(Double.isNaN(mean) ? ' ' : bar(mean, low, high, unicode ? BARS : ASCII));
        }
        return line.toString();
    }

    private static double mean(List<Double> values) {
        return values.stream()
                .filter(Double::isFinite)
                .mapToDouble(v -> v)
                .average()
                .orElse(Double.NaN);
    }

    private static char bar(double value, double low, double high, String bars) {
        double share = high > low ? (value - low) / (high - low) : 0;
        return bars.charAt((int) Math.round(share * (bars.length() - 1)));
    }
}
