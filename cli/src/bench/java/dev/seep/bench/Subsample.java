package dev.seep.bench;

import dev.seep.sample.Series;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A series with some of its samples, and all else as it was. */
final class Subsample {
    private Subsample() {}

    /** @param kept of the index of a sample, whether it stays */
    static Series of(Series series, String name, IntPredicate kept) {
        return of(series, name, kept, series.limit().orElse(Double.NaN));
    }

    /** With another limit, NaN for none. */
    static Series of(Series series, String name, IntPredicate kept, double limit) {
        int[] picked = IntStream.range(0, series.size()).filter(kept).toArray();
        return new Series(
                name,
                series.target(),
                series.metric(),
                series.lives(),
                Arrays.stream(picked).mapToDouble(series::seconds).toArray(),
                Arrays.stream(picked).mapToDouble(series::value).toArray(),
                Arrays.stream(picked).map(series::life).toArray(),
                series.gaps(),
                limit);
    }
}
