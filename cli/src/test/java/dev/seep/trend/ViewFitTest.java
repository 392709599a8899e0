package dev.seep.trend;

import static dev.seep.trend.TrendFixture.blocks;
import static dev.seep.trend.TrendFixture.column;
import static dev.seep.trend.TrendFixture.gaussian;
import static dev.seep.trend.TrendFixture.lives;
import static dev.seep.trend.TrendFixture.withVariance;
import static dev.seep.trend.ViewFitFixture.viewFit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewFitTest {
    private static final int N = 60;
    private static final double[] NOISE = gaussian(N, 4);

    /** Rises by 20 in 59 hours; its noise is 1. */
    private final ViewFit growing = ViewFit.of(blocks(column(N, i -> 100 + i / 2.95 + NOISE[i])));

    private final ViewFit flat = ViewFit.of(blocks(column(N, i -> 100 + NOISE[i])));

    @Test
    void whatGrowsHasEvidenceAndWhatIsFlatHasItAgainst() {
        assertThat(growing.twoLogBayesFactor()).isGreaterThan(Trend.GROWS);
        assertThat(flat.twoLogBayesFactor()).isNegative();
    }

    @Test
    void theEvidenceIsTheObjectiveOfWhatSettlesLessThatOfTheMixture() {
        assertThat(growing.twoLogBayesFactor())
                .isCloseTo(
                        growing.settles().hypothesis().objective()
                                - growing.growing().mixture(),
                        within(1e-9));
    }

    @Test
    void theMoreItRisesTheMoreEvidenceThereIs() {
        double before = Double.NEGATIVE_INFINITY;
        for (double rise : new double[] {0, 4, 8, 16, 32}) {
            double evidence = ViewFit.of(blocks(column(N, i -> 100 + rise * i / 59 + NOISE[i])))
                    .twoLogBayesFactor();
            assertThat(evidence).as("rise of %s", rise).isGreaterThan(before);
            before = evidence;
        }
    }

    @Test
    void whatFallsHasNoGrowingFit() {
        ViewFit falling = ViewFit.of(withVariance(blocks(column(N, i -> 100 - i)), 0.01));

        assertThat(falling.grows()).isNull();
        assertThat(falling.twoLogBayesFactor()).isEqualTo(ViewFit.NONE);
        assertThat(falling.net()).isZero();
        assertThat(falling.rise()).isZero();
        assertThat(falling.growthSlope()).isEqualTo(SlopeEstimate.NONE);
        assertThat(falling.picture().growsShapes()).isEmpty();
    }

    @Test
    void besideAFlatLevelTheLineIsThatOfLeastSquares() {
        assertThat(flat.settles().hypothesis().parts()).isEmpty();
        assertThat(flat.settles().hypothesis().phi()).isZero();
        LeastSquares squares = new LeastSquares(
                java.util.List.of(TrendFixture.ones(N), column(N, i -> i / 59.0)), column(N, i -> 100 + NOISE[i]));

        assertThat(flat.line().growth()).isCloseTo(squares.coefficients[1], within(1e-9));
        assertThat(flat.line().error()).isCloseTo(Math.sqrt(squares.inverse(1) * squares.rss / 58), within(1e-9));
        assertThat(flat.line().freedom()).isEqualTo(58);
        assertThat(flat.span()).isEqualTo(59);
    }

    @Test
    void theMarginOfTheLineIsThatOfStudent() {
        // R: qt(c(.95, .975), 58) gives 1.671552762, 2.001717484
        ViewFit viewFit = viewFit().line(3, 0.5).of();

        assertThat(viewFit.line().margin()).isCloseTo(0.5 * 1.671552762, within(1e-8));
        assertThat(viewFit.line().margin(0.025)).isCloseTo(0.5 * 2.001717484, within(1e-8));
        assertThat(viewFit.line().slope().low()).isCloseTo(3 - 0.5 * 2.001717484, within(1e-8));
        assertThat(viewFit.line().slope().high()).isCloseTo(3 + 0.5 * 2.001717484, within(1e-8));
    }

    @Test
    void theLineIsARatePerHour() {
        assertThat(growing.line().slope().slope()).isCloseTo(growing.line().growth() / 59, within(1e-12));
        assertThat(growing.line().slope().error()).isCloseTo(growing.line().error() / 59, within(1e-12));
    }

    @Test
    void theRangeOfWhatSettlesIsThatOfItsCurve() {
        ViewFit step = ViewFit.of(blocks(column(N, i -> (i < 30 ? 100 : 120) + 0.1 * NOISE[i])));

        assertThat(step.settledRange()).isCloseTo(20, within(0.2));
        assertThat(viewFit().settlingBy(7).of().settledRange()).isCloseTo(7, within(1e-9));
        assertThat(viewFit().settlingBy(7).lives(30, 30).of().settledRange()).isZero();
    }

    @Test
    void aSaturationThatIsNotOverIsOpen() {
        ViewFit open = ViewFit.of(blocks(column(N, i -> 100 * (1 - Math.exp(-i / 59.0)) + 0.3 * NOISE[i])));

        assertThat(open.openness()).isGreaterThan(0.5);
        assertThat(growing.openness()).isLessThan(0.5);
    }

    @Test
    void whatComesBackDownWasTakenBack() {
        ViewFit hill = ViewFit.of(blocks(column(N, i -> 100 + i % 30 + 0.1 * NOISE[i])));

        assertThat(hill.takenBack()).isTrue();
        assertThat(growing.takenBack()).isFalse();
    }

    @Test
    void severalLivesShareTheirTrendOverTheirAge() {
        ViewFit lives =
                ViewFit.of(blocks(lives(30, 30), column(N, i -> (i < 30 ? 100 : 300) + i % 30 + 0.3 * NOISE[i])));

        assertThat(lives.span()).isEqualTo(29);
        assertThat(lives.rise()).isCloseTo(29, within(1.0));
        assertThat(lives.twoLogBayesFactor()).isGreaterThan(50);
        assertThat(lives.settledRange()).isZero();
    }

    @Test
    void theCourseHasBothFitsWithTheirNames() {
        FittedView fittedView = ViewFit.of(blocks(column(N, i -> 100 + 2 * i + (i < 30 ? 0 : 90) + 0.1 * NOISE[i])))
                .picture();

        assertThat(fittedView.view()).isEqualTo("mean");
        assertThat(fittedView.hours()).hasSize(N).startsWith(0.0, 1.0);
        assertThat(fittedView.values()).hasSize(N);
        assertThat(fittedView.growsShapes()).containsExactly("line", "step 0.50");
        assertThat(fittedView.grows().get(59)).isCloseTo(308, within(0.5));
        assertThat(fittedView.settles()).hasSize(N);
        assertThat(fittedView.twoLogBayesFactor()).isGreaterThan(Trend.GROWS);
    }

    @Test
    void theMemoryOfACourseIsThatOfWhatSettles() {
        FittedView fittedView =
                viewFit().phi(0.82).openness(-4).evidence(2).of().picture();

        assertThat(fittedView.memory()).isEqualTo(0.82);
        assertThat(fittedView.openness()).isEqualTo(-4);
        assertThat(fittedView.twoLogBayesFactor()).isEqualTo(2);
    }
}
