package dev.seep.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.trend.Shape.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {
    @ParameterizedTest
    @CsvSource({
        "STEP,       0.5, 0.4, 0,   1",
        "SATURATING, 0.2, 0,   0.2, 0.632120558828558",
        "SATURATING, 0.5, 0.3, 0.1, 0.864664716763387",
        "OPEN,       1,   0,   1,   0.632120558828558",
        "RAMP,       0.3, 0.1, 0.4, 0.5",
        "RAMP,       0.9, 0.1, 0.4, 1",
        "SMOOTH,     0.3, 0.1, 0.4, 0.5",
        "SMOOTH,     0.2, 0.1, 0.4, 0.15625",
        "SMOOTH,     0.9, 0.1, 0.4, 1",
        "CREEP,      1,   0,   0.002, 1",
        "CREEP,      0.1, 0,   0.1, 0.289064826317888",
        "LINE,       0.4, 0,   0,   0.4",
        "HINGE,      0.8, 0.6, 0,   0.5",
        "HINGE,      1,   0.6, 0,   1",
        "ROOT,       0.25, 0,  0,   0.5",
        "SQUARE,     0.5, 0,   0,   0.25"
    })
    void aShapeHasComeAsFarAsItsFormulaSays(Kind kind, double t, double start, double length, double expected) {
        assertThat(kind.at(t, start, length)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(names = "LINE", mode = EnumSource.Mode.EXCLUDE)
    void nothingMovesUntilItBegins(Kind kind) {
        assertThat(kind.at(0.3, 0.3, 0.1)).isZero();
        assertThat(kind.at(0.1, 0.3, 0.1)).isZero();
        assertThat(kind.at(0.301, 0.3, 0.1)).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void noShapeFallsOrPassesOne(Kind kind) {
        double before = 0;
        for (int i = 0; i <= 100; i++) {
            double at = kind.at(i / 100.0, 0, 0.3);
            assertThat(at).as("at %d %%", i).isBetween(before, 1.0);
            before = at;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LINE", "HINGE", "ROOT", "SQUARE"})
    void whatKeepsGrowingHasCoveredItsWayAtTheEndOfTheRun(Kind kind) {
        assertThat(kind.at(1, 0, 0)).isEqualTo(1);
    }

    @Test
    void itIsDrawnAtEveryBlock() {
        double[] x = {0, 0.5, 1};

        Shape ramp = Shape.of(Kind.RAMP, 0.25, 0.5, x, 7);

        assertThat(ramp.column()).containsExactly(0, 0.5, 1);
        assertThat(ramp.cost()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "LINE,       0,   0,    line",
        "STEP,       0.5, 0,    step 0.50",
        "HINGE,      0.3, 0,    hinge 0.30",
        "SATURATING, 0,   0.35, saturating 0.35",
        "RAMP,       0.5, 0.3,  ramp 0.50+0.30",
        "CREEP,      0,   0.006, creep 0.01"
    })
    void itIsNamedByItsKindStartAndLength(Kind kind, double start, double length, String name) {
        assertThat(Shape.of(kind, start, length, new double[1], 0)).hasToString(name);
    }
}
