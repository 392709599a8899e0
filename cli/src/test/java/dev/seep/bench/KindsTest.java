package dev.seep.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.sample.Series;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KindsTest {
    static List<Kind> fresh() {
        return Kinds.fresh();
    }

    private static double mean(Series series, double from, double to) {
        double sum = 0;
        int first = (int) (series.size() * from);
        int end = (int) (series.size() * to);
        for (int i = first; i < end; i++) {
            sum += series.value(i);
        }
        return sum / (end - first);
    }

    @ParameterizedTest
    @MethodSource("fresh")
    void sameSeedDrawsTheSameSeries(Kind kind) {
        for (int seed = 0; seed < 5; seed++) {
            Series one = kind.draw("a", new Random(seed));
            Series other = kind.draw("a", new Random(seed));

            assertThat(one).usingRecursiveComparison().ignoringFields("limit").isEqualTo(other);
            assertThat(one.size()).isBetween(60, 10_080);
        }
    }

    @Test
    void labelsAreUnique() {
        assertThat(Kinds.all().stream().map(Kind::label)).doesNotHaveDuplicates();
    }

    @Test
    void unknownLabelIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Kinds.labelled("gc_sawtoth"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gc_sawtooth");
    }

    @Test
    void endedGrowthIsFlatInTheLastTenth() {
        for (int seed = 0; seed < 20; seed++) {
            Series series = Kinds.labelled("ended_linear").draw("a", new Random(seed));
            assertThat(mean(series, 0.95, 1) / mean(series, 0.9, 0.95)).isBetween(0.95, 1.05);
        }
    }

    @Test
    void lateLeakIsHigherAtItsEndThanInItsFirstHalf() {
        for (int seed = 0; seed < 20; seed++) {
            Series series = Kinds.labelled("late_leak_line").draw("a", new Random(seed));
            assertThat(mean(series, 0.97, 1)).isGreaterThan(mean(series, 0, 0.5));
        }
    }

    @Test
    void restartsAreLives() {
        Series series = Kinds.labelled("restarts_flat").draw("a", new Random(1));
        assertThat(series.lives().size()).isBetween(2, 7);
    }
}
