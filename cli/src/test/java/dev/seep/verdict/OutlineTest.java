package dev.seep.verdict;

import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.pod;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlineTest {
    @Test
    void nothingHasNoOutline() {
        assertThat(outline()).isEmpty();
    }

    @Test
    void aShortSeriesIsItsOwnOutline() {
        assertThat(outline(3, 1, 2)).containsExactly(3.0, 1.0, 2.0);
        assertThat(outline(rising(60))).hasSize(60).startsWith(0.0).endsWith(59.0);
    }

    @Test
    void ofALongSeriesEachPointIsTheMeanOfItsNeighbours() {
        assertThat(outline(rising(120))).hasSize(60).startsWith(0.5, 2.5, 4.5).endsWith(116.5, 118.5);
    }

    /** Of 90 samples every other point has two: 0, then 1 and 2. */
    @Test
    void everySampleIsInOnePoint() {
        assertThat(outline(rising(90)))
                .hasSize(60)
                .startsWith(0.0, 1.5, 3.0, 4.5)
                .endsWith(87.0, 88.5);
    }

    private static List<Double> outline(double... values) {
        return Downsampled.of(counted(pod("web-1"), "threads", 0, values));
    }

    private static double[] rising(int samples) {
        return IntStream.range(0, samples).asDoubleStream().toArray();
    }
}
