package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What a series has had before, and given back, it needs no leak for. */
class ComeBackTest {
    private static final int POLLS = 150;
    private static final double START = 0.06;

    @Test
    void aRiseToWhereItBeganIsOpen() {
        Trend low = fit(u -> late(u, 2.5));
        Trend high = fit(u -> u < START ? 37 : late(u, 2.5));

        assertThat(low.decision()).isEqualTo(Decision.GROWS);
        assertThat(high.decision()).isEqualTo(Decision.OPEN);
    }

    @Test
    void replicasThatAllRiseToWhereTheyBeganAreNoMoreEvidence() {
        assertThat(fit(u -> u < START ? 37 : late(u, 2.5)).twoLogBayesFactor()).isNotPositive();
    }

    @Test
    void aSpikeIsNoStart() {
        assertThat(fit(u -> u == 5.0 / POLLS ? 80 : late(u, 2.5)).decision()).isEqualTo(Decision.GROWS);
    }

    @Test
    void aRiseBeyondWhereItBeganIsGrowth() {
        Trend trend = fit(u -> u < START ? 33 : late(u, 2.5));

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
    }

    @Test
    void aLeakThatIsPlainIsOneBelowWhereItBegan() {
        Trend trend = fit(u -> u < START ? 60 : 32 + 20 * u);

        assertThat(trend.decision()).isEqualTo(Decision.GROWS);
    }

    private static double late(double u, double rise) {
        return 32 + rise * Math.max(0, u - 0.6) / 0.4;
    }

    private static Trend fit(DoubleUnaryOperator course) {
        Random random = new Random(3);
        double[] seconds = new double[POLLS];
        double[] values = new double[POLLS];
        for (int i = 0; i < POLLS; i++) {
            seconds[i] = 2.0 * i;
            values[i] = Math.rint(1e6 * (course.applyAsDouble((double) i / POLLS) + 0.35 * random.nextGaussian()));
        }
        Metric memory = Metric.unlimited("memory.anon", Unit.BYTES, BadDirection.UP);
        List<Incarnation> lives = List.of(new Incarnation("a", Instant.EPOCH, null));
        return new TrendFitter()
                .fit(new Series("web", null, memory, lives, seconds, values, new int[POLLS], 0, Double.NaN));
    }
}
