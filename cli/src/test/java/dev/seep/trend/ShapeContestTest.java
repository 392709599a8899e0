package dev.seep.trend;

import static dev.seep.trend.TrendFixture.blocks;
import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.gaussian;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.ones;
import static dev.seep.trend.TrendFixture.remembering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seep.trend.Shape.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeContestTest {
    private static final int N = 60;
    private static final double[] X = column(N, i -> i / (N - 1.0));
    private static final double[] NOISE = gaussian(N, 21);

    @ParameterizedTest
    @CsvSource({
        "STEP,       0.5, 0",
        "SATURATING, 0,   0.12",
        "RAMP,       0,   0.3",
        "RAMP,       0.3, 0.2",
        "SMOOTH,     0.4, 0.3",
        "SATURATING, 0.4, 0.06"
    })
    void whatSettlesIsFoundWhereItIs(Kind kind, double start, double length) {
        double[] shape = Shape.of(kind, start, length, X, 0).column();
        Hypothesis settles =
                new ModelComparison(blocks(column(N, i -> 100 + 50 * shape[i] + 0.3 * NOISE[i]))).settles();

        assertThat(settles.trend()).isNull();
        assertThat(settles.parts()).singleElement().satisfies(part -> {
            assertThat(part.kind()).isEqualTo(kind);
            assertThat(part.start()).isCloseTo(start, within(0.02));
            assertThat(part.length()).isCloseTo(length, within(0.02));
        });
    }

    @Test
    void flatNoiseHasNoParts() {
        long withParts = LongStream.range(0, 100)
                .filter(seed -> !new ModelComparison(blocks(gaussian(N, seed)))
                        .settles()
                        .parts()
                        .isEmpty())
                .count();

        assertThat(withParts).isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"LINE, 0", "HINGE, 0.5", "SQUARE, 0"})
    void whatGrowsIsFoundAsWhatItIs(Kind kind, double start) {
        double[] shape = Shape.of(kind, start, 0, X, 0).column();
        Hypothesis grows = Objects.requireNonNull(contest(column(N, i -> 100 + 30 * shape[i] + 0.3 * NOISE[i]))
                .grows()
                .best());

        assertThat(Objects.requireNonNull(grows.trend()).kind()).isEqualTo(kind);
        assertThat(grows.trend().start()).isCloseTo(start, within(0.02));
        assertThat(grows.parts()).isEmpty();
    }

    @Test
    void theOnsetOfAHingeIsMovedBetweenThePlacesThatAreSearched() {
        double[] hinge = Shape.of(Kind.HINGE, 0.545, 0, X, 0).column();
        Hypothesis grows = Objects.requireNonNull(contest(column(N, i -> 100 + 30 * hinge[i] + 0.2 * NOISE[i]))
                .grows()
                .best());

        assertThat(Objects.requireNonNull(grows.trend()).start()).isCloseTo(0.545, within(0.025));
    }

    @Test
    void whatSettlesLateIsMovedBetweenThePlacesThatAreSearchedWhereThatCouldDecide() {
        double[] ramp = Shape.of(Kind.RAMP, 0.45, 0.3, X, 0).column();
        int moved = 0;
        for (long seed = 0; seed < 20; seed++) {
            double[] noise = gaussian(N, seed);
            ModelComparison plain = contest(column(N, i -> 100 + 30 * ramp[i] + noise[i]));
            ModelComparison close = contest(column(N, i -> 100 + 30 * ramp[i] + 4 * noise[i]));

            double best = Objects.requireNonNull(plain.grows().best()).objective();
            assertThat(plain.settles().objective()).as("plain, seed %d", seed).isLessThan(best - 20);
            assertThat(plain.settles().parts()).as("seed %d", seed).allMatch(ShapeContestTest::isOfTheDictionary);
            moved += close.settles().parts().stream().allMatch(ShapeContestTest::isOfTheDictionary) ? 0 : 1;
        }
        assertThat(moved).isGreaterThan(3);
    }

    @Test
    void theObjectiveIsTheDevianceAndThePrices() {
        Blocks blocks = blocks(column(N, i -> 100 + (i < 30 ? 0 : 20) + 15 * X[i] + NOISE[i]));
        ModelComparison contest = new ModelComparison(blocks);
        Hypothesis grows = Objects.requireNonNull(contest.grows().best());
        Hypothesis settles = contest.settles();

        int free = N - contest.base().size();
        assertThat(grows.objective()).isCloseTo(priced(blocks, contest, grows, free), within(1e-6));
        assertThat(settles.objective()).isCloseTo(priced(blocks, contest, settles, free), within(1e-6));
    }

    @Test
    void noSingleShapeIsBetterThanTheOneThatSettles() {
        Blocks blocks = blocks(column(N, i -> 100 + 3 * (1 - Math.exp(-X[i] / 0.1)) + NOISE[i]));
        ModelComparison contest = new ModelComparison(blocks);
        for (Shape shape : ShapeDictionary.of(blocks).settling()) {
            for (double phi : new double[] {0, 0.5, 0.82, 0.95}) {
                Hypothesis single = new Hypothesis(0, phi, null, List.of(shape));
                assertThat(contest.settles().objective())
                        .as("%s at %s", shape, phi)
                        .isLessThanOrEqualTo(priced(blocks, contest, single, N - 1) + 1e-9);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.25", "0.82, 0.7", "0.95, 0.82"})
    void theMemoryOfTheNoiseIsFoundOrTooSmall(double phi, double least) {
        double[] found = LongStream.range(0, 100)
                .mapToDouble(
                        seed -> contest(remembering(N, phi, seed)).settles().phi())
                .sorted()
                .toArray();

        assertThat(found[50]).as("median").isBetween(least, phi);
        assertThat(found[95]).as("95 of 100").isLessThan(phi + 0.3);
    }

    @Test
    void withFewerThanTwelveBlocksTheNoiseRemembersNothing() {
        double[] wandering = {0, 1, 2, 3, 3, 2, 1, 0, -1, -2, -2, -1};

        assertThat(contest(Arrays.copyOf(wandering, 11)).settles().phi()).isZero();
        assertThat(contest(wandering).settles().phi()).isPositive();
    }

    @Test
    void withFewBlocksFewPartsAreAllowed() {
        // Two steps that are far beyond any noise.
        assertThat(contest(stairs(5)).settles().parts()).isEmpty();
        assertThat(contest(stairs(14)).settles().parts()).hasSize(1);
        assertThat(contest(stairs(15)).settles().parts()).hasSize(2);
    }

    @Test
    void threePartsAreTheMost() {
        double[] four = column(N, i -> 100 * (i / 12 * 7 % 5) + 0.3 * NOISE[i]);

        assertThat(contest(column(N, i -> Math.min(four[i], 350))).settles().parts())
                .hasSize(3);
    }

    @Test
    void everyLifeHasALevelOfItsOwn() {
        int[] life = lives(20, 25, 15);
        ModelComparison contest = new ModelComparison(blocks(life, column(N, i -> 100 * life[i] + NOISE[i])));

        assertThat(contest.base()).hasSize(3);
        for (int level = 0; level < 3; level++) {
            int of = level;
            assertThat(contest.base().get(level)).containsExactly(column(N, i -> life[i] == of ? 1 : 0));
        }
        assertThat(contest.settles().parts()).isEmpty();
    }

    @Test
    void aPeriodicLoadIsPartOfEveryHypothesis() {
        Blocks blocks = blocks(column(N, i -> 100 + 20 * Math.sin(i * 0.7) + NOISE[i]));
        List<double[]> expected = new ArrayList<>(List.of(ones(N)));
        expected.addAll(Periodicity.columns(blocks));

        assertThat(expected).hasSize(3);
        assertThat(new ModelComparison(blocks).base())
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }

    @Test
    void startUpsOfLivesArePartOfEveryHypothesis() {
        int[] life = lives(30, 30);
        double[] values = column(N, i -> 100 - (i < 30 ? 40 : 20) * Math.exp(-(i % 30) / 2.03) + 0.2 * NOISE[i]);

        assertThat(new ModelComparison(blocks(life, values)).base()).hasSize(4);
    }

    @Test
    void besideGrowthNothingLateIsDrawn() {
        double[] ramp = Shape.of(Kind.RAMP, 0.4, 0.2, X, 0).column();
        CandidateModels grows = contest(column(N, i -> 100 + 5 * X[i] + 20 * ramp[i] + NOISE[i]))
                .grows();

        assertThat(grows.all()).isNotEmpty().allSatisfy(each -> assertThat(each.parts())
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(ShapeDictionary::isOverEarly));
    }

    @Test
    void besideAnOpenSaturationStandsOnePartAtMost() {
        CandidateModels open = contest(column(
                        N, i -> 100 + 40 * (1 - Math.exp(-X[i])) + (i < 20 ? 0 : 9) + (i < 30 ? 0 : 9) + NOISE[i]))
                .open();

        assertThat(open.all()).isNotEmpty().allSatisfy(each -> {
            assertThat(Objects.requireNonNull(each.trend()).kind()).isEqualTo(Kind.OPEN);
            assertThat(each.parts()).hasSizeLessThanOrEqualTo(1);
        });
    }

    @Test
    void whateverGrowsRisesInItsFit() {
        for (long seed = 0; seed < 20; seed++) {
            Blocks blocks = blocks(gaussian(N, seed));
            ModelComparison contest = new ModelComparison(blocks);
            for (Hypothesis each : contest.grows().all()) {
                Fit fit = new Fit(blocks, contest.base(), each);
                assertThat(fit.growth()).isPositive();
                assertThat(fit.keepsGrowing() || fit.growsAfterStart()).isTrue();
            }
        }
    }

    @Test
    void aStartThatShotOverCostsThreeMore() {
        Blocks blocks = blocks(column(N, i -> (i < 5 ? 200 : 100) + 20 * X[i] + 0.3 * NOISE[i]));
        ModelComparison contest = new ModelComparison(blocks);
        Hypothesis grows = Objects.requireNonNull(contest.grows().best());

        assertThat(new Fit(blocks, contest.base(), grows).keepsGrowing()).isFalse();
        assertThat(grows.objective())
                .isCloseTo(priced(blocks, contest, grows, N - contest.base().size()) + 3, within(1e-6));
    }

    private static boolean isOfTheDictionary(Shape part) {
        return ShapeDictionary.of(blocks(new double[N])).settling().stream()
                .anyMatch(each -> each.toString().equals(part.toString()) && each.start() == part.start());
    }

    private static ModelComparison contest(double[] values) {
        return new ModelComparison(blocks(values));
    }

    private static double[] stairs(int n) {
        double[] noise = gaussian(n, 4);
        return column(n, i -> 1000 * (i >= n / 3 ? 1 : 0) - 700 * (i >= 2 * n / 3 ? 1 : 0) + 0.001 * noise[i]);
    }

    /** -2 log likelihood and penalties; of the parts one may have its discount. */
    private static double priced(Blocks blocks, ModelComparison contest, Hypothesis hypothesis, int free) {
        double full = 3 * Math.log(blocks.size());
        double penalties = hypothesis.trend() == null ? 0 : hypothesis.trend().cost();
        double discount = 0;
        for (Shape part : hypothesis.parts()) {
            penalties += Math.max(full, part.cost());
            discount = Math.min(discount, part.cost() - full);
        }
        return new Fit(blocks, contest.base(), hypothesis).deviance(free) + penalties + discount;
    }
}
