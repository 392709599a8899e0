package dev.seep.verdict;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Series that follow each other in time, made one: each brings its lives. */
final class Succession {
    private Succession() {}

    static Series of(List<Series> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int size = parts.stream().mapToInt(Series::size).sum();
        double[] seconds = new double[size];
        double[] values = new double[size];
        int[] life = new int[size];
        List<Incarnation> lives = new ArrayList<>();
        int at = 0;
        int gaps = 0;
        double limit = Double.NaN;
        for (Series part : parts) {
            for (int i = 0; i < part.size(); i++, at++) {
                seconds[at] = part.seconds(i);
                values[at] = part.value(i);
                life[at] = lives.size() + part.life(i);
            }
            lives.addAll(part.lives());
            gaps += part.gaps();
            limit = part.limit().orElse(limit);
        }
        Series first = parts.get(0);
        return new Series(first.name(), first.target(), first.metric(), lives, seconds, values, life, gaps, limit);
    }

    /** The samples of a series from a given age of each life on, and all lives that have any. */
    static Series settled(Series series, double settleSeconds) {
        int n = series.size();
        double[] seconds = new double[n];
        double[] values = new double[n];
        int[] life = new int[n];
        int size = 0;
        double born = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || series.life(i) != series.life(i - 1)) {
                born = series.seconds(i);
            }
            if (series.seconds(i) - born >= settleSeconds) {
                seconds[size] = series.seconds(i);
                values[size] = series.value(i);
                life[size++] = series.life(i);
            }
        }
        return new Series(
                series.name(),
                series.target(),
                series.metric(),
                series.lives(),
                Arrays.copyOf(seconds, size),
                Arrays.copyOf(values, size),
                Arrays.copyOf(life, size),
                series.gaps(),
                series.limit().orElse(Double.NaN));
    }
}
