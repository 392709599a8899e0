package dev.seep.sample;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts of a run in progress: the same that its {@link Run} has once it is read. Safe for use by several threads.
 */
public final class RunTally implements ObservationSink {
    /**
     * The counts of a moment, as {@link Run} has them.
     *
     * @param gaps values that could not be read: a failed poll lacks all that its target is known to have
     */
    public record Counts(int targets, long polls, long samples, long gaps) {
        /** {@code 11 targets, 356 polls, 6,764 samples, 0 gaps}. */
        @Override
        public String toString() {
            return Quantity.counted(targets, "target") + ", " + Quantity.counted(polls, "poll") + ", "
                    + Quantity.counted(samples, "sample") + ", " + Quantity.counted(gaps, "gap");
        }
    }

    /** One target. */
    private static final class Seen {
        /** Indexes of the metrics that it ever had. */
        final BitSet metrics = new BitSet();

        /** By key, see {@link Observation#gaps}. */
        final Map<String, Long> gaps = new HashMap<>(2);

        /** Values that are missing by these. */
        long missing;
    }

    private final boolean forgets;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Seen> targets = new HashMap<>();
    private int forgotten;
    private long polls;
    private long samples;
    private long gaps;

    public RunTally() {
        this(false);
    }

    private RunTally(boolean forgets) {
        this.forgets = forgets;
    }

    /** Of a run without end: targets that vanish are forgotten but for their number, and are new if they come back. */
    public static RunTally withoutEnd() {
        return new RunTally(true);
    }

    /** Counts that go on where those of an earlier stretch of the run ended. */
    public static RunTally after(Run earlier) {
        RunTally tally = new RunTally();
        tally.polls = earlier.polls();
        tally.samples = earlier.samples();
        tally.gaps = earlier.gaps();
        for (Series series : earlier.series()) {
            Target target = series.target();
            if (target != null && series.size() > 0) {
                tally.seen(target).metrics.set(tally.index(series.metric().name()));
            }
        }
        return tally;
    }

    @Override
    public synchronized void observe(Observation observation) {
        polls++;
        Seen seen = seen(observation.target());
        int before = seen.metrics.cardinality();
        boolean lacks = !observation.gaps().isEmpty();
        for (Map.Entry<String, Double> value : observation.values().entrySet()) {
            if (Double.isFinite(value.getValue())) {
                samples++;
                seen.metrics.set(index(value.getKey()));
            } else {
                seen.gaps.merge(value.getKey(), 1L, Long::sum);
                lacks = true;
            }
        }
        observation.gaps().keySet().forEach(key -> seen.gaps.merge(key, 1L, Long::sum));
        if (lacks || (!seen.gaps.isEmpty() && seen.metrics.cardinality() > before)) {
            gaps -= seen.missing;
            seen.missing = missing(seen);
            gaps += seen.missing;
        }
    }

    @Override
    public synchronized void happened(Event event) {
        Target target = event.target();
        if (forgets && target != null && event.type() == Event.Type.VANISHED && targets.remove(target.path()) != null) {
            forgotten++;
        }
    }

    public synchronized Counts counts() {
        return new Counts(targets.size() + forgotten, polls, samples, gaps);
    }

    private Seen seen(Target target) {
        return targets.computeIfAbsent(target.path(), path -> new Seen());
    }

    private int index(String metric) {
        return indexes.computeIfAbsent(metric, name -> {
            names.add(name);
            return names.size() - 1;
        });
    }

    /** A gap of what never had a value is one. */
    private long missing(Seen seen) {
        return seen.gaps.entrySet().stream()
                .mapToLong(gap -> gap.getValue()
                        * Math.max(
                                1,
                                seen.metrics.stream()
                                        .filter(metric -> Observation.covers(gap.getKey(), names.get(metric)))
                                        .count()))
                .sum();
    }
}
