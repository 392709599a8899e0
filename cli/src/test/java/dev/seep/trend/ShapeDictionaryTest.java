package dev.seep.trend;

import static dev.seep.trend.TrendFixture.blocks;
import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.lives;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.trend.Shape.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeDictionaryTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final double LOG_60 = Math.log(60);

    private final Blocks sixty = blocks(new double[60]);
    private final double[] x = sixty.shareOfSpan();
    private final ShapeDictionary shapes = ShapeDictionary.of(sixty);

    @Test
    void sixtyBlocksHaveTheShapesOfTheDocumentation() {
        assertThat(kinds(shapes.settling()))
                .isEqualTo(Map.of(
                        Kind.STEP,
                        47L,
                        Kind.SATURATING,
                        12 + 22L,
                        Kind.RAMP,
                        12 + 25L,
                        Kind.SMOOTH,
                        25L,
                        Kind.CREEP,
                        2L));
        assertThat(kinds(shapes.growing()))
                .isEqualTo(Map.of(Kind.LINE, 1L, Kind.ROOT, 1L, Kind.SQUARE, 1L, Kind.HINGE, 5L));
        assertThat(kinds(shapes.open())).isEqualTo(Map.of(Kind.OPEN, 4L));
    }

    @Test
    void aStepIsAnywhereBetweenTwoBlocksUntilFourFifths() {
        List<Shape> steps = all(shapes.settling(), shape -> shape.kind() == Kind.STEP);

        assertThat(steps).allSatisfy(step -> assertThat(step.start()).isLessThanOrEqualTo(0.8));
        assertThat(steps.get(0).column()).startsWith(0, 1, 1);
        assertThat(steps.get(46).start()).isCloseTo(46.5 / 59, EXACT);
    }

    @Test
    void aStepHasAtLeastThreeBlocksBehindIt() {
        ShapeDictionary few = ShapeDictionary.of(blocks(new double[8]));

        assertThat(all(few.settling(), shape -> shape.kind() == Kind.STEP))
                .extracting(step -> step.column()[5])
                .hasSize(5)
                .containsOnly(1.0);
    }

    @Test
    void nothingEndsInTheLastSeventhOfTheBlocks() {
        double latest = x[50];
        assertThat(all(shapes.settling(), shape -> shape.kind() == Kind.RAMP || shape.kind() == Kind.SMOOTH))
                .allSatisfy(shape -> assertThat(shape.start() + shape.length()).isLessThanOrEqualTo(latest));
        assertThat(all(shapes.settling(), shape -> shape.kind() == Kind.SATURATING && shape.start() > 0))
                .allSatisfy(shape ->
                        assertThat(shape.start() + 2.5 * shape.length()).isLessThanOrEqualTo(latest));
    }

    @Test
    void aLateSampleAfterAGapIsNoPlateau() {
        double[] time = column(60, i -> i < 59 ? i : 1000);
        Blocks gap = new Blocks(Blocks.View.MEAN, time, time, new int[60], new double[60], 0, 0);

        assertThat(ShapeDictionary.of(gap).settling())
                .filteredOn(shape -> shape.kind() == Kind.RAMP || shape.kind() == Kind.SMOOTH)
                .isEmpty();
        // By a twentieth of the time 85 % of the blocks are over.
        assertThat(ShapeDictionary.of(gap).settling())
                .filteredOn(shape -> shape.kind() == Kind.STEP)
                .hasSize(50)
                .allSatisfy(step -> assertThat(step.start()).isLessThanOrEqualTo(0.05));
    }

    @Test
    void severalLivesHaveNothingThatDependsOnTheTimeOfTheRun() {
        ShapeDictionary several = ShapeDictionary.of(blocks(lives(40, 20), new double[60]));

        assertThat(kinds(several.settling())).isEqualTo(Map.of(Kind.SATURATING, 12L, Kind.RAMP, 12L));
        assertThat(several.settling()).allMatch(shape -> shape.start() == 0);
        assertThat(kinds(several.growing())).isEqualTo(Map.of(Kind.LINE, 1L, Kind.ROOT, 1L, Kind.SQUARE, 1L));
    }

    @ParameterizedTest
    @CsvSource({"19, false", "20, true"})
    void lateShapesNeedTwentyBlocks(int n, boolean late) {
        ShapeDictionary dictionary = ShapeDictionary.of(blocks(new double[n]));

        assertThat(dictionary.settling().stream().anyMatch(shape -> shape.kind() == Kind.SMOOTH))
                .isEqualTo(late);
        assertThat(dictionary.settling().stream().anyMatch(shape -> shape.kind() == Kind.CREEP))
                .isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"11, 1", "12, 8"})
    void bendsNeedTwelveBlocks(int n, int growing) {
        assertThat(ShapeDictionary.of(blocks(new double[n])).growing()).hasSize(growing);
    }

    @ParameterizedTest
    @CsvSource({
        "STEP,       0.5, 0,    3",
        "SATURATING, 0,   0.2,  3",
        "SATURATING, 0,   0.25, 2.5",
        "RAMP,       0,   0.4,  3",
        "RAMP,       0,   0.45, 2.5",
        "CREEP,      0,   0.006, 4",
        "RAMP,       0.3, 0.1,  3",
        "RAMP,       0.3, 0.2,  3",
        "SMOOTH,     0.3, 0.4,  4",
        "RAMP,       0.1, 0.5,  4.321928094887362",
        "SATURATING, 0.3, 0.1,  3",
        "SATURATING, 0.3, 0.15, 3.584962500721156",
        "LINE,       0,   0,    1",
        "SQUARE,     0,   0,    1.5",
        "ROOT,       0,   0,    2",
        "HINGE,      0.4, 0,    2.5",
        "OPEN,       0,   0.75, 2.5"
    })
    void aShapeCostsSoManyLogarithmsOfTheBlocks(Kind kind, double start, double length, double penalty) {
        assertThat(find(kind, start, length).cost()).isCloseTo(penalty * LOG_60, EXACT);
    }

    @Test
    void whatIsMovedBeginsLaterAndTakesLongerAtItsPrice() {
        Shape ramp = find(Kind.RAMP, 0.3, 0.2);

        Shape moved = Objects.requireNonNull(shapes.moved(ramp, 0.05, -0.025, x));

        assertThat(moved.start()).isCloseTo(0.35, EXACT);
        assertThat(moved.length()).isCloseTo(0.175, EXACT);
        assertThat(moved.cost()).isEqualTo(ramp.cost());
        assertThat(moved.column())
                .containsExactly(column(60, i -> Math.min(1, Math.max(0, (x[i] - 0.35) / 0.175))), EXACT);
    }

    @Test
    void theTimeConstantOfASaturationIsMovedByItsLogarithm() {
        Shape moved = Objects.requireNonNull(shapes.moved(find(Kind.SATURATING, 0.3, 0.1), 0, 0.05, x));

        assertThat(moved.length()).isCloseTo(0.1 * Math.exp(0.25), EXACT);
    }

    @Test
    void whatWouldEndTooLateIsNotMovedThere() {
        assertThat(shapes.moved(find(Kind.RAMP, 0.6, 0.2), 0.05, 0.025, x)).isNull();
        assertThat(shapes.moved(find(Kind.RAMP, 0.6, 0.2), 0.025, 0.0125, x)).isNotNull();
        // 0.5 and 2.5 times 0.15 are more than 0.85.
        assertThat(shapes.moved(find(Kind.SATURATING, 0.4, 0.15), 0.1, 0, x)).isNull();
    }

    @Test
    void whatWouldBeginWithTheRunOrHaveNoLengthIsNotMovedThere() {
        assertThat(shapes.moved(find(Kind.RAMP, 0.1, 0.1), -0.1, 0, x)).isNull();
        assertThat(shapes.moved(find(Kind.RAMP, 0.1, 0.1), 0, -0.1, x)).isNull();
    }

    @Test
    void stepsAndWhatBeginsWithTheRunAreNotMoved() {
        assertThat(shapes.moved(find(Kind.STEP, 0.5, 0), 0.05, 0, x)).isNull();
        assertThat(shapes.moved(find(Kind.RAMP, 0, 0.4), 0.05, 0, x)).isNull();
        assertThat(shapes.moved(find(Kind.CREEP, 0, 0.002), 0.05, 0, x)).isNull();
    }

    @Test
    void aHingeIsMovedAtItsPrice() {
        Shape hinge = find(Kind.HINGE, 0.5, 0);

        Shape moved = ShapeDictionary.movedHinge(hinge, -0.05, x);

        assertThat(moved.start()).isCloseTo(0.45, EXACT);
        assertThat(moved.cost()).isEqualTo(hinge.cost());
        assertThat(moved.column()[59]).isCloseTo(1, EXACT);
        assertThat(moved.column()[26]).isZero();
    }

    @Test
    void aPartAndItsRebateAreTogetherWhatItCosts() {
        Penalties penalties = shapes.penalties(60, 40);

        for (int i = 0; i < shapes.settling().size(); i++) {
            double cost = shapes.settling().get(i).cost();
            assertThat(penalties.factor()[i] * penalties.discount()[i]).isCloseTo(Math.exp(cost / 40), EXACT);
            assertThat(penalties.factor()[i]).isCloseTo(Math.exp(Math.max(cost, 3 * LOG_60) / 40), EXACT);
        }
    }

    @Test
    void onlySlowWarmUpsHaveARebate() {
        Penalties penalties = shapes.penalties(60, 40);

        for (int i = 0; i < shapes.settling().size(); i++) {
            Shape shape = shapes.settling().get(i);
            boolean slow = shape.start() == 0
                    && ((shape.kind() == Kind.SATURATING && shape.length() >= 0.22)
                            || (shape.kind() == Kind.RAMP && shape.length() >= 0.42));
            assertThat(penalties.discount()[i] < 1).as("%s", shape).isEqualTo(slow);
        }
    }

    @Test
    void thePricesOfSomePartsAreThoseOfAll() {
        Penalties all = new Penalties(new double[] {1, 2, 3}, new double[] {4, 5, 6});

        Penalties some = all.of(new int[] {2, 0});

        assertThat(some.factor()).containsExactly(3, 1);
        assertThat(some.discount()).containsExactly(6, 4);
    }

    @ParameterizedTest
    @CsvSource({
        "STEP,       0.7, 0,    true",
        "SATURATING, 0,   0.2,  true",
        "SATURATING, 0,   0.25, false",
        "SATURATING, 0.1, 0.03, false",
        "RAMP,       0,   0.5,  true",
        "RAMP,       0,   0.55, false",
        "RAMP,       0.1, 0.1,  false",
        "SMOOTH,     0.1, 0.1,  false",
        "CREEP,      0,   0.002, false"
    })
    void besideGrowthStandsWhatIsOverEarly(Kind kind, double start, double length, boolean early) {
        assertThat(ShapeDictionary.isOverEarly(Shape.of(kind, start, length, x, 0)))
                .isEqualTo(early);
    }

    private Shape find(Kind kind, double start, double length) {
        List<Shape> found = new ArrayList<>(shapes.settling());
        found.addAll(shapes.growing());
        found.addAll(shapes.open());
        double within = kind == Kind.STEP ? 0.01 : 1e-9;
        return found.stream()
                .filter(shape -> shape.kind() == kind
                        && Math.abs(shape.start() - start) < within
                        && Math.abs(shape.length() - length) < 1e-9)
                .findFirst()
                .orElseThrow();
    }

    private static List<Shape> all(List<Shape> from, Predicate<Shape> asked) {
        return from.stream().filter(asked).toList();
    }

    private static Map<Kind, Long> kinds(List<Shape> of) {
        return of.stream().collect(Collectors.groupingBy(Shape::kind, Collectors.counting()));
    }
}
