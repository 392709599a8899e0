package dev.seep.verdict;

import dev.seep.sample.Series;
import java.util.ArrayList;
import java.util.List;

/** The course of a series in at most {@value #MOST} means of neighbours. */
final class Downsampled {
    static final int MOST = 60;

    private Downsampled() {}

    static List<Double> of(Series series) {
        int points = Math.min(MOST, series.size());
        List<Double> outline = new ArrayList<>();
        for (int point = 0; point < points; point++) {
            int from = (int) ((long) series.size() * point / points);
            int end = (int) ((long) series.size() * (point + 1) / points);
            double sum = 0;
            for (int i = from; i < end; i++) {
                sum += series.value(i);
            }
            outline.add(sum / (end - from));
        }
        return outline;
    }
}
