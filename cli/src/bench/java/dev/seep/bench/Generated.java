package dev.seep.bench;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A series with its truth, from a seed alone. */
record Generated(Family family, Series series) {
    private static final int[] LENGTHS = {60, 240, 1440};
    private static final double LEVEL = 400e6;
    private static final double START = 1.767e9;
    private static final double INTERVAL = 60;

    /** @param each how many series of each family */
    static List<Generated> all(long seed, int each) {
        List<Generated> all = new ArrayList<>();
        long place = 0;
        for (Family family : Family.values()) {
            Random random = new Random(seed * 1000 + place++);
            for (int i = 0; i < each; i++) {
                all.add(one(family, i, random));
            }
        }
        return all;
    }

    private static Generated one(Family family, int i, Random random) {
        return new Generated(family, series(family, family + " " + i, LENGTHS[i % LENGTHS.length], random));
    }

    static int anyLength(Random random) {
        return LENGTHS[random.nextInt(LENGTHS.length)];
    }

    static Series series(Family family, String name, int n, Random random) {
        double size = 0.03 * Math.pow(20, random.nextDouble());
        double sigma = size * (0.02 + 0.2 * random.nextDouble());
        int[] life = new int[n];
        double[] values = family.draw(random, n, size, sigma, life);
        double[] seconds = new double[n];
        for (int k = 0; k < n; k++) {
            seconds[k] = START + k * INTERVAL;
            values[k] = 4096 * Math.rint(Math.max(0, LEVEL * values[k]) / 4096);
        }
        List<Incarnation> lives = new ArrayList<>();
        for (int k = 0; k <= life[n - 1]; k++) {
            lives.add(new Incarnation("life" + k, Instant.ofEpochSecond((long) START), null));
        }
        Metric metric = Metric.unlimited("memory.anon", Unit.BYTES, BadDirection.UP);
        return new Series(name, null, metric, lives, seconds, values, life, 0, Double.NaN);
    }
}
