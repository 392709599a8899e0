package dev.seep.sample;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Counts of polls, which only ever grow. Safe for use by several threads. */
public final class PollCounts {
    /** Upper ends of the classes of durations, in seconds; a last class has none. */
    public static final List<Double> DURATIONS =
            List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0);

    /**
     * The counts of a moment.
     *
     * @param polls observations, with or without values
     * @param gaps by why there was no value
     * @param durations polls by how long they took, one count for each of {@link #DURATIONS} and one beyond
     * @param tenths the time that all polls took, in tenths of a millisecond as they are recorded
     */
    public record Counts(long polls, Map<GapReason, Long> gaps, List<Long> durations, long tenths) {
        public Counts {
            gaps = Map.copyOf(gaps);
            durations = List.copyOf(durations);
            if (durations.size() != DURATIONS.size() + 1) {
                throw new IllegalArgumentException("not " + (DURATIONS.size() + 1) + " classes: " + durations);
            }
        }
    }

    private final Map<GapReason, Long> gaps = new EnumMap<>(GapReason.class);
    private final long[] durations = new long[DURATIONS.size() + 1];
    private long polls;
    private long tenths;

    public synchronized void add(Observation observation) {
        long took = Math.max(0, Math.round(observation.millis() * 10));
        polls++;
        tenths += took;
        durations[classOf(took / 1e4)]++;
        observation.gaps().values().forEach(reason -> gaps.merge(reason, 1L, Long::sum));
    }

    /** Adds earlier counts. */
    public synchronized void add(Counts before) {
        polls += before.polls();
        tenths += before.tenths();
        Arrays.setAll(durations, i -> durations[i] + before.durations().get(i));
        before.gaps().forEach((reason, count) -> gaps.merge(reason, count, Long::sum));
    }

    public synchronized Counts counts() {
        return new Counts(polls, gaps, LongStream.of(durations).boxed().toList(), tenths);
    }

    private static int classOf(double seconds) {
        int at = 0;
        while (at < DURATIONS.size() && seconds > DURATIONS.get(at)) {
            at++;
        }
        return at;
    }
}
