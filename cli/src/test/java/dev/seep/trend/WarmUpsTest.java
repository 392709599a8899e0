package dev.seep.trend;

import static dev.seep.trend.TrendFixture.blocks;
import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.gaussian;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.remembering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmUpsTest {
    private static final int[] TWO = lives(30, 30);
    private static final List<double[]> LEVELS = levels(TWO);

    @ParameterizedTest
    @ValueSource(doubles = {.02, .04, .07, .12, .2})
    void whatFadesInEveryLifeIsFoundAtItsTimeConstant(double tau) {
        double[] age = column(60, i -> i % 30);
        double[] values =
                column(60, i -> 100 + (i < 30 ? -20 : 15) * Math.exp(-age[i] / (29 * tau)) + 0.1 * gaussian(60, 1)[i]);

        List<double[]> columns = WarmUps.columns(blocks(TWO, values), LEVELS);

        assertThat(columns).hasSize(2);
        assertThat(columns.get(0))
                .containsExactly(column(60, i -> i < 30 ? Math.exp(-age[i] / (29 * tau)) : 0), within(1e-9));
        assertThat(columns.get(1))
                .containsExactly(column(60, i -> i < 30 ? 0 : Math.exp(-age[i] / (29 * tau))), within(1e-9));
    }

    @Test
    void noiseIsNoStartUp() {
        long found = LongStream.range(0, 100)
                .filter(seed -> !WarmUps.columns(blocks(TWO, gaussian(60, seed)), LEVELS)
                        .isEmpty())
                .count();

        assertThat(found).isLessThanOrEqualTo(3);
    }

    @Test
    void noiseThatRemembersIsNoStartUp() {
        long found = LongStream.range(0, 100)
                .filter(seed -> !WarmUps.columns(blocks(TWO, remembering(60, 0.9, seed)), LEVELS)
                        .isEmpty())
                .count();

        assertThat(found).isLessThanOrEqualTo(6);
    }

    @Test
    void oneLifeHasNone() {
        double[] fading = column(60, i -> 100 * Math.exp(-i / 5.0));

        assertThat(WarmUps.columns(blocks(fading), List.of(column(60, i -> 1)))).isEmpty();
    }

    @Test
    void theyNeedFiveBlocksALife() {
        int[] few = lives(5, 4);
        int[] enough = lives(5, 5);

        assertThat(WarmUps.columns(blocks(few, column(9, i -> i == 0 || i == 5 ? 90 : i % 2)), levels(few)))
                .isEmpty();
        assertThat(WarmUps.columns(blocks(enough, column(10, i -> i == 0 || i == 5 ? 90 : i % 2)), levels(enough)))
                .hasSize(2);
    }

    private static List<double[]> levels(int[] life) {
        return List.of(column(life.length, i -> 1 - life[i]), column(life.length, i -> life[i]));
    }
}
