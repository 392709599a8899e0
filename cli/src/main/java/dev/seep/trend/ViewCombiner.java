package dev.seep.trend;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Combines the fits of all views of one series into one {@link Trend}. The first one is the view of the means. */
@SuppressWarnings("ReferenceEquality") // view fits are told apart by identity: their values may be the same
final class ViewCombiner {
    /** Share of the evidence against growth of the most reluctant view that is taken off the most willing one. */
    private static final double RELUCTANCE = 0.3;
    /** A view other than the means needs their consent, or to be this much sharper. */
    private static final double SHARPER = 0.8;
    /** A view that is this much sharper and speaks against growth is right. */
    private static final double MUCH_SHARPER = 0.5;
    /** Evidence below which a rise is no more than noise. */
    private static final double RISEN = 2.2;

    private static final double OPEN = 0.5;
    private static final double LEAST_RISE = 0.002;
    private static final double LEAST_STEPS = 3;
    /** Growth over the run, relative to the level, that a pass may hide. */
    private static final double TOLERATED = 0.04;
    /** Noise that remembers this much wanders, and where it wanders to is not known. */
    private static final double WANDERS = 0.9;

    private static final double WANDERER_TOLERATED = 0.5;
    /**
     * Share of the range of the settling fit that a pass may hide: beside a plateau, no data tell a level from a growth
     * that is small against the rise before it.
     */
    private static final double TOLERATED_OF_SETTLING = 0.5;
    /**
     * Share of the range that the values go up and down in that a pass may hide: such a series visibly goes nowhere.
     */
    private static final double TOLERATED_OF_RANGE = 0.2;

    /** Probability that it grows faster than the fastest growth that its data allow. */
    private static final double BEYOND = 0.05;

    /** Quantile of nine in ten beside the square root of the evidence that is needed against a level line. */
    private static final double DETECTED = 6;

    private static final double SETTLED_AFTER_TAUS = 5;
    private static final double MOST_LONGER = 10;

    private final SampleArrays seen;
    private final SampleArrays samples;
    private final List<ViewFit> viewFits;
    private final double phase;
    private final @Nullable ViewFit best;
    private final ViewFit sharpest;
    private final ViewFit shown;
    private final double twoLogBayesFactor;
    private final double tolerated;
    private final Decision decision;
    private @Nullable SlopeEstimate slopeEstimate;

    /**
     * @param seen with the spikes that {@code samples} are without
     * @param bounding view fits that may say how much growth could hide: those of {@code viewFits} and more
     */
    ViewCombiner(SampleArrays seen, SampleArrays samples, List<ViewFit> viewFits, List<ViewFit> bounding) {
        this.seen = seen;
        this.samples = samples;
        this.viewFits = viewFits;
        phase = viewFits.stream()
                .mapToDouble(viewFit -> viewFit.blocks().phase())
                .max()
                .orElse(0);
        best = best();
        sharpest = bounding.stream()
                .min(Comparator.comparingDouble(viewFit -> viewFit.line().margin()))
                .orElseThrow();
        shown = best == null ? sharpest : best;
        double least = viewFits.stream()
                .mapToDouble(ViewFit::twoLogBayesFactor)
                .filter(each -> each > ViewFit.NONE)
                .min()
                .orElse(0);
        twoLogBayesFactor = best == null ? ViewFit.NONE : claim(best) + RELUCTANCE * Math.min(0, least);
        tolerated = tolerated();
        decision = answer();
    }

    /** Growth that a pass may hide; a past rise makes it larger only where settling is likelier than going on. */
    private double tolerated() {
        double least = Math.max(TOLERATED * samples.level(), LEAST_STEPS * samples.resolution());
        return twoLogBayesFactor > 0
                ? least
                : Math.max(
                        least,
                        Math.max(
                                TOLERATED_OF_SETTLING * viewFits.get(0).settledRange(),
                                TOLERATED_OF_RANGE * samples.range()));
    }

    private @Nullable ViewFit best() {
        return viewFits.stream()
                .filter(this::counts)
                .max(Comparator.comparingDouble(this::claim))
                .orElse(null);
    }

    /**
     * Evidence of one view, in -2 log likelihood. If it is no sharper than the means, it sees the same samples with
     * more noise, and the larger of two such likelihood ratios is no likelihood ratio any more; their geometric mean is
     * not larger than their arithmetic one, which is (Vovk and Wang, "E-values: calibration, combination and
     * applications", Annals of Statistics 49, 2021).
     */
    private double claim(ViewFit viewFit) {
        ViewFit means = viewFits.get(0);
        double own = viewFit.twoLogBayesFactor();
        return isSharper(viewFit) ? own : Math.min(own, (own + means.twoLogBayesFactor()) / 2);
    }

    private boolean isSharper(ViewFit viewFit) {
        return viewFit.line().margin() < SHARPER * viewFits.get(0).line().margin();
    }

    private boolean counts(ViewFit viewFit) {
        ViewFit means = viewFits.get(0);
        double least = Math.max(LEAST_RISE * samples.level(), LEAST_STEPS * samples.resolution());
        return viewFit.grows() != null
                && viewFit.rise() >= least
                && !viewFit.takenBack()
                && !isPhase(viewFit)
                && viewFits.stream().noneMatch(other -> vetoes(other, viewFit))
                && (viewFit == means || means.twoLogBayesFactor() > 0 || isSharper(viewFit));
    }

    /** Whether the rise could be the polls alone, which meet other moments of the cycles than they did at first. */
    private boolean isPhase(ViewFit viewFit) {
        return phase > 0 && viewFit.blocks().view() != Blocks.View.QUIET && viewFit.net() <= phase;
    }

    /**
     * Whether a much sharper view speaks against growth; that of the idle phases has seen only a part of the series.
     */
    private static boolean vetoes(ViewFit other, ViewFit viewFit) {
        return other != viewFit
                && other.blocks().view() != Blocks.View.QUIET
                && other.twoLogBayesFactor() < 0
                && other.line().margin() < MUCH_SHARPER * viewFit.line().margin();
    }

    private Decision answer() {
        double openness = viewFits.stream().mapToDouble(ViewFit::openness).min().orElse(0);
        if (twoLogBayesFactor > Trend.GROWS) {
            boolean open = openness > OPEN || !slope().isBeyondItsError();
            return open ? Decision.OPEN : Decision.GROWS;
        }
        if (twoLogBayesFactor > RISEN) {
            return Decision.OPEN;
        }
        Blocks means = viewFits.get(0).blocks();
        boolean wanders = viewFits.get(0).settles().hypothesis().phi() >= WANDERS && means.lives() == 1;
        boolean unsteady = wanders && sharpest.line().margin() > WANDERER_TOLERATED * tolerated;
        double hidden = sharpest.line().growth() + sharpest.line().margin();
        boolean falls = hidden < 0;
        if ((unsteady && !falls) || hidden > tolerated) {
            return Decision.NOISY;
        }
        return samples.unseenRise() > tolerated ? Decision.OPEN : Decision.SETTLES;
    }

    Trend trend() {
        boolean mayGoOn = decision == Decision.GROWS || decision == Decision.OPEN;
        SlopeEstimate said = mayGoOn ? slope() : sharpest.line().slope();
        double rise = shown.rise() + Math.max(0, samples.unseenRise());
        double hidden = perHour(sharpest.line().growth() + sharpest.line().margin());
        double fastest = mayGoOn && !Reversion.isSeenIn(seen) ? Math.max(hidden, fastest(said)) : fastestHidden();
        double detectable =
                Math.max(DETECTED * sharpest.line().error(), LEAST_STEPS * samples.resolution()) / sharpest.span();
        boolean sawtooth =
                viewFits.stream().anyMatch(viewFit -> viewFit.blocks().view() == Blocks.View.LEVELLED);
        return new Trend(
                samples.level(),
                samples.span(),
                shown.span(),
                decision,
                Classifier.pattern(decision, shown, samples.level(), sawtooth),
                twoLogBayesFactor,
                new Slope(said.slope(), said.low(), said.high()),
                rise,
                new GrowthBounds(hidden, fastest, detectable),
                hoursToDecide(),
                pictures());
    }

    /**
     * Slope exceeded with a probability of 5 %: the probability of growing at all times that of the line, if it grows,
     * being above this. Evidence against growth is not made use of beyond even odds, for it is only as good as the
     * shapes are.
     */
    private double fastestHidden() {
        double grows = 1 / (1 + Math.exp(-Math.max(0, twoLogBayesFactor) / 2));
        return perHour(sharpest.line().growth() + sharpest.line().margin(BEYOND / grows));
    }

    private double perHour(double growth) {
        return Math.max(0, growth / sharpest.span());
    }

    /**
     * A slope that has been seen for a part of the time carries only so much further than one that was seen all the
     * time: per hour of the whole, it is the rise times the ratio of the interval's upper end to the slope.
     */
    private double fastest(SlopeEstimate said) {
        double mean = shown.rise() / shown.span() + Math.max(0, samples.unseenRise()) / samples.span();
        double surplus = said.slope() > 0 ? Math.max(1, said.high() / said.slope()) : 1;
        return Math.max(mean, Math.min(said.high(), surplus * mean));
    }

    /**
     * Slope with the smallest error among the views that see it grow, which need not be the view with most evidence.
     */
    private SlopeEstimate slope() {
        if (slopeEstimate == null) {
            slopeEstimate = viewFits.stream()
                    .filter(viewFit ->
                            viewFit == shown || (counts(viewFit) && (viewFit == viewFits.get(0) || isSharper(viewFit))))
                    .map(ViewFit::growthSlope)
                    .min(Comparator.comparingDouble(SlopeEstimate::error))
                    .orElseGet(shown::growthSlope);
        }
        return slopeEstimate;
    }

    /**
     * A rise that could be a saturation is over after five of its time constants; against noise, the error of a growth
     * over the run falls with the square root of its length.
     */
    private double hoursToDecide() {
        double factor =
                switch (decision) {
                    case OPEN -> SETTLED_AFTER_TAUS * slowest(shown);
                    case NOISY ->
                        Math.pow(
                                (sharpest.line().margin()
                                                + Math.max(0, sharpest.line().growth()))
                                        / tolerated,
                                2);
                    default -> Double.NaN;
                };
        return factor > MOST_LONGER ? Double.NaN : Math.max(Trend.LEAST_LONGER, factor) * samples.span();
    }

    private static double slowest(ViewFit viewFit) {
        return viewFit.settles().hypothesis().parts().stream()
                .filter(part -> part.kind() == Shape.Kind.SATURATING)
                .mapToDouble(Shape::length)
                .max()
                .orElse(0.4);
    }

    private List<FittedView> pictures() {
        Stream<ViewFit> others = viewFits.stream().filter(viewFit -> viewFit != shown);
        return Stream.concat(Stream.of(shown), others).map(ViewFit::picture).toList();
    }
}
