package dev.seep.trend;

import dev.seep.sample.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Fits one series: puts spikes aside, looks at block means, floors and, of a sawtooth, the levels without its teeth, and
 * weighs what settles against what keeps growing in each. Deterministic, without state.
 */
public final class TrendFitter {
    /** Evidence beyond which a series is said to grow. */
    public static final double GROWS = 5;

    private static final double UNSETTLED = Knobs.get("einc", 1);
    private static final double OPEN = 0.5;
    /** A view that clearly settles vetoes the others. */
    private static final double VETO_OF_MEAN = 12;

    private static final double VETO = 15;
    private static final double MORE_PRECISE = 0.8;
    private static final double LEAST_RISE = 0.002;
    private static final double LEAST_STEPS = 3;
    private static final double TOLERATED = 0.05;

    /**
     * @param series with or without samples
     * @return never null; its answer is {@link Answer#SHORT} if there are too few samples
     */
    public Trend fit(Series series) {
        Samples samples = SpikeFilter.clean(Samples.of(series));
        if (samples.size() < Blocks.FEWEST || samples.span() <= 0) {
            return still(samples, Answer.SHORT, Pattern.TOO_SHORT);
        }
        if (isConstant(samples)) {
            return still(samples, Answer.SETTLES, Pattern.STEADY);
        }
        List<Look> looks = looks(samples);
        if (looks.isEmpty()) {
            return still(samples, Answer.SHORT, Pattern.TOO_SHORT);
        }
        return weigh(samples, looks);
    }

    private static List<Look> looks(Samples samples) {
        List<Look> looks = new ArrayList<>();
        List<Blocks> views = new ArrayList<>(List.of(Blocks.means(samples), Blocks.floors(samples)));
        Levelled.of(samples).ifPresent(views::add);
        for (Blocks blocks : views) {
            if (blocks.size() >= Blocks.FEWEST) {
                looks.add(Look.at(blocks));
            }
        }
        return looks;
    }

    /** Whether nothing moves but the last digit. */
    private static boolean isConstant(Samples samples) {
        double least = samples.values()[0];
        double most = least;
        for (double value : samples.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double level = samples.level();
        double resolution = samples.resolution();
        return most == least
                || (most - least <= Math.max(resolution, 1e-3 * level) && most - least <= 0.02 * level + resolution);
    }

    private static Trend still(Samples samples, Answer answer, Pattern pattern) {
        double hours = samples.span();
        boolean known = answer == Answer.SETTLES;
        double resolution = known ? samples.resolution() / hours : Double.NaN;
        double zero = known ? 0 : Double.NaN;
        return new Trend(
                samples.size() == 0 ? Double.NaN : samples.level(),
                hours,
                hours,
                answer,
                pattern,
                Look.NONE,
                zero,
                zero,
                zero,
                0,
                resolution,
                resolution,
                Double.NaN,
                List.of());
    }

    private static Trend weigh(Samples samples, List<Look> looks) {
        double level = samples.level();
        Look best = best(looks, level, samples.resolution());
        double evidence = best == null ? Look.NONE : best.evidence();
        Look precise =
                looks.stream().min(Comparator.comparingDouble(Look::lineMargin)).orElseThrow();
        double tolerated = Math.max(TOLERATED * level, LEAST_STEPS * samples.resolution());
        Answer answer = answer(looks, evidence, precise, tolerated);
        Look shown = best == null ? precise : best;
        boolean growing = answer == Answer.GROWS || answer == Answer.OPEN;
        double slope = growing ? shown.slope() : precise.line() / precise.span();
        double error = growing ? shown.slopeError() : precise.lineError() / precise.span();
        int freedom = growing ? shown.slopeFreedom() : precise.lineFreedom();
        double margin = error * TDistribution.of(freedom).inverseSurvivalProbability(0.025);
        double hidden = (precise.line() + precise.lineMargin()) / precise.span();
        double detectable = Math.max(
                (precise.lineMargin() + 4 * precise.lineError()) / precise.span(),
                LEAST_STEPS * samples.resolution() / precise.span());
        List<Course> courses = new ArrayList<>();
        courses.add(course(shown));
        looks.stream().filter(look -> look != shown).forEach(look -> courses.add(course(look)));
        return new Trend(
                level,
                samples.span(),
                shown.span(),
                answer,
                Classifier.pattern(
                        answer,
                        shown,
                        level,
                        Drops.of(samples).length > 3,
                        shown.blocks().lives() > 1),
                evidence,
                slope,
                slope - margin,
                slope + margin,
                shown.rise(),
                Math.max(0, hidden),
                detectable,
                Double.NaN,
                courses);
    }

    private static Answer answer(List<Look> looks, double evidence, Look precise, double tolerated) {
        double openness = looks.stream().mapToDouble(Look::openness).min().orElse(0);
        if (evidence > Knobs.get("efail", GROWS)) {
            return openness > OPEN ? Answer.OPEN : Answer.GROWS;
        }
        if (evidence > UNSETTLED) {
            return Answer.OPEN;
        }
        return precise.line() + precise.lineMargin() > tolerated ? Answer.NOISY : Answer.SETTLES;
    }

    private static @Nullable Look best(List<Look> looks, double level, double resolution) {
        Look mean = looks.get(0);
        Look best = null;
        for (Look look : looks) {
            boolean first = look == mean;
            double veto = first ? VETO : VETO_OF_MEAN;
            boolean counts = look.grows() != null
                    && look.rise() >= Math.max(Knobs.get("minrel", LEAST_RISE) * level, LEAST_STEPS * resolution)
                    && looks.stream().noneMatch(other -> other != look && other.evidence() < -veto)
                    && (first || mean.evidence() > 0 || look.lineMargin() < MORE_PRECISE * mean.lineMargin());
            if (counts && (best == null || look.evidence() > best.evidence())) {
                best = look;
            }
        }
        return best;
    }

    private static Course course(Look look) {
        return new Course(
                look.blocks().view().name().toLowerCase(Locale.ROOT),
                list(look.blocks().time()),
                list(look.blocks().value()),
                list(look.settlesCurve()),
                list(look.growsCurve()),
                names(look.settles()),
                look.grows() == null ? List.of() : names(look.grows()),
                look.evidence(),
                look.openness(),
                look.settles().phi());
    }

    private static List<String> names(Hypothesis hypothesis) {
        List<String> names = new ArrayList<>();
        if (hypothesis.trend() != null) {
            names.add(hypothesis.trend().toString());
        }
        hypothesis.parts().forEach(part -> names.add(part.toString()));
        return names;
    }

    private static List<Double> list(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }
}
