package dev.seep.store.csv;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import dev.seep.store.line.ByteStringIndex;
import dev.seep.store.line.Timestamps;
import dev.seep.store.sample.SeriesBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One series of a foreign file as far as read. */
final class ForeignSeries {
    private final String name;
    private final SeriesBuilder samples = new SeriesBuilder();
    private final Map<Integer, Integer> lifeIndex = new HashMap<>();
    private final List<Incarnation> lives = new ArrayList<>();
    private int lastNumber = -1;
    private int lastIndex;
    private @Nullable Unit unit;
    private double limit = Double.NaN;
    private int gaps;

    ForeignSeries(String name) {
        this.name = name;
    }

    /** @param life the number of the life's name among the names of all lives of the file */
    void add(double second, double value, int life, ByteStringIndex names) {
        if (life != lastNumber) {
            lastNumber = life;
            lastIndex = lifeIndex.computeIfAbsent(life, unseen -> begin(names.name(life), second));
        }
        samples.add(second, value, lastIndex);
    }

    void gap() {
        gaps++;
    }

    int gaps() {
        return gaps;
    }

    boolean hasUnit() {
        return unit != null;
    }

    void unit(Unit named) {
        unit = named;
    }

    void limit(double value) {
        limit = value;
    }

    Series build() {
        Metric metric = unit == null
                ? Metric.unlimited(name, Unit.COUNT, BadDirection.UP)
                : Metric.unlimited(unit.word(), unit, BadDirection.UP);
        return samples.build(name, null, metric, lives, gaps, limit);
    }

    private int begin(String life, double second) {
        lives.add(new Incarnation(life, Timestamps.instant(second), null));
        return lives.size() - 1;
    }
}
