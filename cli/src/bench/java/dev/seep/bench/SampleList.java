package dev.seep.bench;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Made-up samples in any order, made a series in the way in which the store reads a file: see {@link #series}. */
final class SampleList {
    private record Sample(double second, double value, int life) {}

    private final List<Sample> rows = new ArrayList<>();

    /** @param life a number that samples of the same life share */
    void add(double second, double value, int life) {
        rows.add(new Sample(second, value, life));
    }

    /**
     * The series in the order of time; of several samples at one time the last one that was added counts, and lives are
     * numbered as they appear among what was added.
     */
    Series series(String name, Unit unit) {
        List<Integer> lives = rows.stream().map(Sample::life).distinct().toList();
        List<Incarnation> alive = new ArrayList<>();
        for (int life : lives) {
            double born = rows.stream()
                    .filter(row -> row.life == life)
                    .mapToDouble(Sample::second)
                    .findFirst()
                    .orElseThrow();
            alive.add(new Incarnation("life" + life, Instant.ofEpochSecond((long) born), null));
        }
        TreeMap<Double, Sample> inOrder = new TreeMap<>();
        rows.forEach(row -> inOrder.put(row.second, row));
        return new Series(
                name,
                null,
                Metric.unlimited(unit.word(), unit, BadDirection.UP),
                alive,
                inOrder.values().stream().mapToDouble(Sample::second).toArray(),
                inOrder.values().stream().mapToDouble(Sample::value).toArray(),
                inOrder.values().stream()
                        .mapToInt(row -> lives.indexOf(row.life))
                        .toArray(),
                0,
                Double.NaN);
    }

    /** The same rows as long-form CSV, in the order in which they were added. */
    String csv(String name, Unit unit) {
        StringBuilder out = new StringBuilder("time,series,value,life,unit\n");
        for (Sample row : rows) {
            out.append(Double.toString(row.second))
                    .append(',')
                    .append(name)
                    .append(',')
                    .append(row.value)
                    .append(",life")
                    .append(row.life)
                    .append(',')
                    .append(unit.word())
                    .append('\n');
        }
        return out.toString();
    }
}
