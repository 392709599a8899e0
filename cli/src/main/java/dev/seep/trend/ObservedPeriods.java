package dev.seep.trend;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The observed stretches of a series with long gaps: a resumed run, a machine that slept, a clock that was wrong. Time
 * without samples is no evidence for anything, so each stretch between such gaps counts for itself, as a life does,
 * with a level of its own; one with hardly any sample says nothing and is left out.
 */
final class ObservedPeriods {
    /** Intervals between samples beyond which a gap is more than a few samples that are missing. */
    private static final double MISSING = 10;
    /** Share of the observed time beyond which a gap is too long to be bridged. */
    private static final double LONG = 0.5;
    /** Samples on either side of a gap that say how the level differs: a few cycles of most swings. */
    private static final int BESIDE = 30;

    private ObservedPeriods() {}

    static SampleArrays of(SampleArrays samples) {
        int n = samples.size();
        if (n < Blocks.FEWEST) {
            return samples;
        }
        double[] steps = new double[n - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = samples.hours()[i + 1] - samples.hours()[i];
        }
        double missing = MISSING * Quantiles.of(steps, 0.5);
        double seen = Arrays.stream(steps).filter(step -> step <= missing).sum();
        double longest = Math.max(missing, LONG * seen);
        if (Arrays.stream(steps).noneMatch(step -> step > longest)) {
            return samples;
        }
        boolean[] kept = kept(samples, steps, longest);
        return only(samples, steps, longest, kept);
    }

    /** Which samples lie in a stretch of some length. */
    private static boolean[] kept(SampleArrays samples, double[] steps, double longest) {
        int n = samples.size();
        boolean[] kept = new boolean[n];
        for (int from = 0; from < n; ) {
            int end = from + 1;
            while (end < n && !(steps[end - 1] > longest)) {
                end++;
            }
            if (end - from >= Math.max(Blocks.SHORTEST_LIFE, Blocks.SHORTEST_LIFE_SHARE * n)) {
                Arrays.fill(kept, from, end, true);
            }
            from = end;
        }
        return kept;
    }

    private static SampleArrays only(SampleArrays samples, double[] steps, double longest, boolean[] kept) {
        int n = samples.size();
        double[] hours = new double[n];
        double[] values = new double[n];
        int[] life = new int[n];
        int size = 0;
        int last = -1;
        double unseen = 0;
        BitSet gaps = new BitSet(n);
        for (int i = 0; i < n; i++) {
            if (!kept[i]) {
                continue;
            }
            hours[size] = samples.hours()[i];
            values[size] = samples.values()[i];
            boolean apart = last >= 0 && steps[i - 1] > longest;
            boolean another = last >= 0 && samples.life()[i] != samples.life()[last];
            life[size] = size == 0 ? 0 : life[size - 1] + (apart || another ? 1 : 0);
            unseen += apart ? samples.hours()[i] - samples.hours()[last] : 0;
            gaps.set(size, apart && !another);
            last = i;
            size++;
        }
        int all = size;
        double rise =
                gaps.stream().mapToDouble(gap -> rise(values, life, gap, all)).sum();
        return new SampleArrays(
                Arrays.copyOf(hours, size),
                Arrays.copyOf(values, size),
                Arrays.copyOf(life, size),
                samples.resolution(),
                unseen,
                rise);
    }

    /**
     * Median of the samples just after {@code gap} less that of those just before it, of the same two stretches.
     */
    private static double rise(double[] values, int[] life, int gap, int size) {
        int from = gap - 1;
        while (from > 0 && life[from - 1] == life[gap - 1] && gap - from < BESIDE) {
            from--;
        }
        int end = gap + 1;
        while (end < size && life[end] == life[gap] && end - gap < BESIDE) {
            end++;
        }
        return Quantiles.of(Arrays.copyOfRange(values, gap, end), 0.5)
                - Quantiles.of(Arrays.copyOfRange(values, from, gap), 0.5);
    }
}
