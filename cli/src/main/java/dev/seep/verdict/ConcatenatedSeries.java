package dev.seep.verdict;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Joins series that follow each other in time, as a replaced pod's and its successor's do: each brings its lives. */
final class ConcatenatedSeries {
    private ConcatenatedSeries() {}

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
        double[] born = new double[series.lives().size()];
        for (int i = series.size() - 1; i >= 0; i--) {
            born[series.life(i)] = series.seconds(i);
        }
        return only(series, i -> series.seconds(i) - born[series.life(i)] >= settleSeconds);
    }

    /** The samples of a series between two times, both in seconds since the epoch and included. */
    static Series between(Series series, double from, double to) {
        return only(series, i -> series.seconds(i) >= from && series.seconds(i) <= to);
    }

    private static Series only(Series series, IntPredicate chosen) {
        int[] kept = IntStream.range(0, series.size()).filter(chosen).toArray();
        return new Series(
                series.name(),
                series.target(),
                series.metric(),
                series.lives(),
                Arrays.stream(kept).mapToDouble(series::seconds).toArray(),
                Arrays.stream(kept).mapToDouble(series::value).toArray(),
                Arrays.stream(kept).map(series::life).toArray(),
                series.gaps(),
                series.limit().orElse(Double.NaN));
    }
}
