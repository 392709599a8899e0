package dev.seep.trend;

import java.util.Arrays;
import java.util.Optional;

/**
 * The idle phases of a series that jumps between two states, busy and idle: a leak of the batches shows there, and the
 * batches themselves are no noise.
 */
final class IdlePhases {
    private static final int FEWEST_JUMPS = 3;
    /** It jumps as often up as down, or it is a sawtooth. */
    private static final double BALANCED = 0.5;

    private static final int FEWEST_SAMPLES = 18;
    private static final double LEAST_SHARE = 0.2;
    /** Typical movement within a state, as a share of the range: with more than this there are no states. */
    private static final double STILL = 0.12;
    /** A longer stay in a state is seen without its first and its last sample, which may lie in between. */
    private static final int SHORT_STAY = 3;

    private IdlePhases() {}

    static Optional<Blocks> of(SampleArrays samples) {
        if (samples.lives() != 1) {
            return Optional.empty();
        }
        double large = JumpDetector.large(samples);
        int up = JumpDetector.rises(samples.values(), large);
        int down = JumpDetector.rises(
                Arrays.stream(samples.values()).map(value -> -value).toArray(), large);
        int fewer = Math.min(up, down);
        if (fewer < FEWEST_JUMPS || fewer < BALANCED * Math.max(up, down) || !hasStates(samples.values(), large)) {
            return Optional.empty();
        }
        SampleArrays idle = only(samples, idle(samples.values(), large));
        if (idle.size() < Math.max(FEWEST_SAMPLES, LEAST_SHARE * samples.size())) {
            return Optional.empty();
        }
        return Optional.of(Blocks.means(idle).as(Blocks.View.QUIET, 0));
    }

    private static boolean hasStates(double[] values, double large) {
        double[] moves = new double[values.length - 1];
        int size = 0;
        for (int i = 1; i < values.length; i++) {
            double move = Math.abs(values[i] - values[i - 1]);
            if (move <= large) {
                moves[size++] = move;
            }
        }
        return size >= values.length / 2
                && Quantiles.of(Arrays.copyOf(moves, size), 0.5) <= STILL * large / JumpDetector.LARGE;
    }

    private static boolean[] idle(double[] values, double large) {
        boolean[] idle = new boolean[values.length];
        int since = 0;
        for (int i = 1; i < values.length; i++) {
            double move = values[i] - values[i - 1];
            if (Math.abs(move) > large) {
                mark(idle, since, i, move > 0);
                since = i;
            }
        }
        mark(idle, since, values.length, since > 0 && values[since] < values[since - 1]);
        return idle;
    }

    private static void mark(boolean[] idle, int from, int end, boolean state) {
        int edge = end - from > SHORT_STAY ? 1 : 0;
        Arrays.fill(idle, from + edge, end - edge, state);
    }

    private static SampleArrays only(SampleArrays samples, boolean[] chosen) {
        double[] hours = new double[chosen.length];
        double[] values = new double[chosen.length];
        int size = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                hours[size] = samples.hours()[i];
                values[size++] = samples.values()[i];
            }
        }
        return new SampleArrays(
                Arrays.copyOf(hours, size), Arrays.copyOf(values, size), new int[size], samples.resolution(), 0, 0);
    }
}
