package dev.seep.trend;

import dev.seep.testing.SeriesFixture;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Columns, samples and blocks that are given value by value. */
final class TrendFixture {
    private TrendFixture() {}

    static double[] column(int n, IntToDoubleFunction at) {
        return IntStream.range(0, n).mapToDouble(at).toArray();
    }

    static double[] ones(int n) {
        return column(n, i -> 1);
    }

    static double[] gaussian(int n, long seed) {
        Random random = new Random(new Random(seed).nextLong());
        return column(n, i -> random.nextGaussian());
    }

    /** Noise of unit innovations of which each value remembers {@code phi} of the one before. */
    static double[] remembering(int n, double phi, long seed) {
        double[] noise = gaussian(n, seed);
        noise[0] /= Math.sqrt(1 - phi * phi);
        for (int i = 1; i < n; i++) {
            noise[i] += phi * noise[i - 1];
        }
        return noise;
    }

    /** One life, a sample an hour, of a metric that shows differences of 0.0001. */
    static SampleArrays samples(double... values) {
        return samples(new int[values.length], values);
    }

    static SampleArrays samples(int[] life, double[] values) {
        return new SampleArrays(column(values.length, i -> i), values, life, 1e-4, 0, 0);
    }

    static SampleArrays samples(SeriesFixture fixture) {
        return SampleArrays.of(fixture.series());
    }

    /** One life, a block an hour, with no noise that has to be there. */
    static Blocks blocks(double... values) {
        return blocks(new int[values.length], values);
    }

    static Blocks blocks(int[] life, double[] values) {
        double[] time = column(values.length, i -> i);
        double[] age = time.clone();
        for (int i = 1; i < age.length; i++) {
            age[i] = life[i] == life[i - 1] ? age[i - 1] + 1 : 0;
        }
        return new Blocks(Blocks.View.MEAN, time, age, life, values, 0, 0);
    }

    static Blocks withVariance(Blocks blocks, double variance) {
        return new Blocks(
                blocks.view(), blocks.time(), blocks.age(), blocks.life(), blocks.value(), variance, blocks.phase());
    }

    /** The lives of so many blocks each. */
    static int[] lives(int... lengths) {
        return IntStream.range(0, lengths.length)
                .flatMap(life -> Arrays.stream(new int[lengths[life]]).map(zero -> life))
                .toArray();
    }
}
