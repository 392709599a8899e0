package dev.seep.verdict;

import dev.seep.sample.Series;
import dev.seep.trend.Trend;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding with the data that it rests on.
 *
 * @param leak that the finding belongs to, null for none
 * @param shown the series that decides: of a leak the replica that grows most surely, else the one that could do harm
 *     soonest
 * @param trend of {@code shown}
 * @param replicas how many series were judged together
 * @param soonest hours to the limit at the upper end of the slope's interval, NaN where there is none
 * @param latest the same at its lower end, infinite if that is no growth
 * @param changes those that would have turned the outcome, each tried out on the data of the run
 */
public record Explanation(
        Finding finding,
        @Nullable Leak leak,
        Series shown,
        Trend trend,
        int replicas,
        double soonest,
        double latest,
        List<Change> changes) {
    /**
     * A counterfactual: the outcome if one thing had been otherwise.
     *
     * @param what the change in words, such as {@code an allowance of 5 MiB/h}
     * @param outcome that it leads to
     */
    public record Change(String what, Outcome outcome) {}

    public Explanation {
        changes = List.copyOf(changes);
    }
}
