package dev.seep.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares growing with settling hypotheses on one block series: a mixture of the growing ones over the best settling
 * one under AR(1) noise, its phi profiled on a grid, with a penalty on every shape (Schwarz, "Estimating the dimension
 * of a model", Annals of Statistics 6, 1978; the penalties are in {@link ShapeDictionary}).
 */
final class ModelComparison {
    private static final int ENOUGH_FOR_THREE = 14;
    private static final int ENOUGH_FOR_ONE = 5;
    private static final int MOST_BESIDE_GROWTH = 2;
    private static final int MOST_BESIDE_OPEN = 1;
    private static final double DEPENDENT = 1e-9;
    /** Penalty in -2 log likelihood: few starts overshoot, and noise that wanders down and up looks like one. */
    private static final double SHOT_OVER = 3;
    /** In -2 log likelihood: the settling hypothesis is this much better already. */
    private static final double DECIDED = -4;
    /** Of the distance by which late shapes are moved: in the end it is less than half a block. */
    private static final int HALVINGS = 4;

    private final Blocks blocks;
    private final ShapeDictionary shapes;
    private final List<double[]> base;
    private final List<Shape> trends;
    private final GramMatrix gramMatrix;
    private final int mostParts;
    private final int freedom;
    private final int[] beside;

    private @Nullable Hypothesis settles;
    private final CandidateModels grows = new CandidateModels();
    private final CandidateModels open = new CandidateModels();

    ModelComparison(Blocks blocks) {
        this.blocks = blocks;
        shapes = ShapeDictionary.of(blocks);
        base = base(blocks);
        trends = new ArrayList<>(shapes.growing());
        trends.addAll(shapes.open());
        gramMatrix = new GramMatrix(columns(), blocks);
        freedom = blocks.size() - base.size();
        mostParts = freedom >= ENOUGH_FOR_THREE ? 3 : freedom >= ENOUGH_FOR_ONE ? 1 : 0;
        beside = IntStream.range(0, shapes.settling().size())
                .filter(i -> ShapeDictionary.isOverEarly(shapes.settling().get(i)))
                .toArray();
        walk(blocks.size() >= ShapeDictionary.ENOUGH_FOR_CURVES ? Ar1.GRID : new double[] {0});
        refineGrowth();
        refineSettling();
    }

    /**
     * Moves the start of a late growth between the places that were searched. Only the final start takes part beside
     * the one that was searched: the steps towards it see the same growth.
     */
    private void refineGrowth() {
        Hypothesis found = grows.best();
        if (found == null || !isHinge(found.trend()) || settles().objective() - found.objective() < DECIDED) {
            return;
        }
        double costs = found.objective() - new Fit(blocks, base, found).deviance(freedom);
        Hypothesis moved = found;
        double step = ShapeDictionary.BETWEEN;
        for (int halving = 0; halving < HALVINGS; halving++, step /= 2) {
            Shape hinge = Objects.requireNonNull(moved.trend());
            for (double by : new double[] {-step, step}) {
                Shape beside = ShapeDictionary.movedHinge(hinge, by, blocks.shareOfSpan());
                moved = better(moved, new Hypothesis(0, found.phi(), beside, found.parts()), costs);
            }
        }
        if (moved.objective() < found.objective()) {
            grows.take(moved);
        }
    }

    private static boolean isHinge(@Nullable Shape trend) {
        return trend != null && trend.kind() == Shape.Kind.HINGE;
    }

    /**
     * {@code moved} if, at the penalty of the searched one, it fits better and stays in its family; else {@code known}.
     */
    private Hypothesis better(Hypothesis known, Hypothesis moved, double costs) {
        Fit fit = new Fit(blocks, base, moved);
        double objective = fit.deviance(freedom) + costs;
        boolean stays = moved.trend() == null || fit.keepsGrowing();
        return objective < known.objective() && stays
                ? new Hypothesis(objective, moved.phi(), moved.trend(), moved.parts())
                : known;
    }

    /**
     * Moves settling shapes between the places that were searched, as long as that fits better: where it could decide.
     */
    private void refineSettling() {
        Hypothesis candidate = grows.best();
        if (candidate == null || settles().objective() - candidate.objective() < DECIDED) {
            return;
        }
        double[] x = blocks.shareOfSpan();
        double costs = settles().objective() - new Fit(blocks, base, settles()).deviance(freedom);
        double step = ShapeDictionary.BETWEEN;
        for (int halving = 0; halving < HALVINGS; halving++, step /= 2) {
            for (int k = 0; k < settles().parts().size(); k++) {
                for (int start = -1; start <= 1; start++) {
                    for (int length = -1; length <= 1; length++) {
                        offer(k, shapes.moved(settles().parts().get(k), start * step, length * step, x), costs);
                    }
                }
            }
        }
    }

    private void offer(int k, @Nullable Shape moved, double costs) {
        if (moved != null) {
            List<Shape> parts = new ArrayList<>(settles().parts());
            parts.set(k, moved);
            settles = better(settles(), new Hypothesis(0, settles().phi(), null, parts), costs);
        }
    }

    /** Tries every other phi, then the neighbours of the best one of each family. */
    private void walk(double[] grid) {
        boolean[] tried = new boolean[grid.length];
        for (int every = 0; every < grid.length; every += 2) {
            compare(grid[every]);
            tried[every] = true;
        }
        for (int next = besideABest(grid, tried); next >= 0; next = besideABest(grid, tried)) {
            compare(grid[next]);
            tried[next] = true;
        }
    }

    private int besideABest(double[] grid, boolean[] tried) {
        for (Hypothesis best : new Hypothesis[] {settles, grows.best(), open.best()}) {
            int at = best == null ? -1 : Arrays.binarySearch(grid, best.phi());
            for (int next = at - 1; at >= 0 && next <= at + 1; next += 2) {
                if (next >= 0 && next < grid.length && !tried[next]) {
                    return next;
                }
            }
        }
        return -1;
    }

    Hypothesis settles() {
        return Objects.requireNonNull(settles);
    }

    /** The best of every growing trend. */
    CandidateModels grows() {
        return grows;
    }

    /** The best of every saturation that is not over. */
    CandidateModels open() {
        return open;
    }

    /** Columns that every hypothesis may use: a level per life, the start-ups of the lives, a periodic load. */
    List<double[]> base() {
        return base;
    }

    private static List<double[]> base(Blocks blocks) {
        List<double[]> base = new ArrayList<>();
        for (int life = 0; life < blocks.lives(); life++) {
            double[] column = new double[blocks.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = blocks.life()[i] == life ? 1 : 0;
            }
            base.add(column);
        }
        List<double[]> warmUps = WarmUps.columns(blocks, List.copyOf(base));
        base.addAll(Periodicity.columns(blocks));
        base.addAll(warmUps);
        return base;
    }

    /** Base, trends, parts, and the series itself, in this order. */
    private List<double[]> columns() {
        List<double[]> columns = new ArrayList<>(base);
        trends.forEach(shape -> columns.add(shape.column()));
        shapes.settling().forEach(shape -> columns.add(shape.column()));
        columns.add(blocks.value());
        return columns;
    }

    private void compare(double phi) {
        int size = gramMatrix.size();
        double[] matrix = gramMatrix.at(phi);
        double[] lengths = new double[size];
        for (int i = 0; i < size; i++) {
            lengths[i] = matrix[i * size + i];
        }
        for (int k = 0; k < base.size(); k++) {
            GramMatrix.takeOut(matrix, size, k, k + 1, DEPENDENT * lengths[k]);
        }
        int from = base.size() + trends.size();
        double floor = blocks.variance() * blocks.size() * (1 - phi) * (1 - phi);
        Penalties penalties = shapes.penalties(blocks.size(), freedom);
        double[] partLengths = Arrays.copyOfRange(lengths, from, size);
        double[] parts = corner(matrix, size, from);
        settle(phi, new SubsetSearch(parts, partLengths, penalties, floor).upTo(mostParts));
        Penalties earlyPenalties = penalties.of(beside);
        double[] earlyLengths = pick(partLengths, 0);
        int earlySize = earlyLengths.length;
        double[] early = new double[earlySize * earlySize];
        for (int i = 0; i < earlySize; i++) {
            System.arraycopy(pick(parts, at(i) * (size - from)), 0, early, i * earlySize, earlySize);
        }
        for (int t = 0; t < trends.size(); t++) {
            int row = (base.size() + t) * size;
            double pivot = matrix[row + base.size() + t];
            if (pivot > DEPENDENT * lengths[base.size() + t]) {
                double[] under = without(early, earlySize, pick(matrix, row + from), pivot);
                Shape trend = trends.get(t);
                int most = trend.kind() == Shape.Kind.OPEN ? MOST_BESIDE_OPEN : MOST_BESIDE_GROWTH;
                SubsetSearch search = new SubsetSearch(under, earlyLengths, earlyPenalties, floor);
                grow(phi, trend, search.upTo(Math.min(most, mostParts)));
            }
        }
    }

    private static double[] corner(double[] matrix, int size, int from) {
        int left = size - from;
        double[] corner = new double[left * left];
        for (int i = 0; i < left; i++) {
            System.arraycopy(matrix, (from + i) * size + from, corner, i * left, left);
        }
        return corner;
    }

    private int at(int i) {
        return i < beside.length ? beside[i] : shapes.settling().size();
    }

    /**
     * Entries of a row over all parts and the series: those of the parts that may stand beside growth, and the series.
     */
    private double[] pick(double[] rows, int from) {
        double[] picked = new double[beside.length + 1];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = rows[from + at(i)];
        }
        return picked;
    }

    /** The matrix cleared of one more column, whose products with all others are {@code row}. */
    private static double[] without(double[] matrix, int size, double[] row, double pivot) {
        double[] cleared = new double[matrix.length];
        for (int i = 0; i < size; i++) {
            double share = row[i] / pivot;
            for (int j = 0; j < size; j++) {
                cleared[i * size + j] = matrix[i * size + j] - share * row[j];
            }
        }
        return cleared;
    }

    private void settle(double phi, SubsetSearch search) {
        double objective = objective(phi, search.score());
        if (settles == null || objective < settles.objective()) {
            settles = new Hypothesis(objective, phi, null, parts(search.set()));
        }
    }

    private void grow(double phi, Shape trend, SubsetSearch search) {
        CandidateModels candidates = trend.kind() == Shape.Kind.OPEN ? open : grows;
        double objective = objective(phi, search.score()) + trend.cost();
        if (candidates.wouldTake(objective)) {
            Hypothesis candidate = new Hypothesis(
                    objective,
                    phi,
                    trend,
                    parts(Arrays.stream(search.set()).map(i -> beside[i]).toArray()));
            Fit fit = new Fit(blocks, base, candidate);
            if (fit.keepsGrowing()) {
                candidates.take(candidate);
            } else if (fit.growsAfterStart() && candidates.wouldTake(objective + SHOT_OVER)) {
                candidates.take(new Hypothesis(objective + SHOT_OVER, phi, trend, candidate.parts()));
            }
        }
    }

    private double objective(double phi, double score) {
        return Math.max(1, freedom) * Math.log(score / blocks.size()) + Ar1.logDeterminant(blocks.lives(), phi);
    }

    private List<Shape> parts(int[] set) {
        List<Shape> parts = new ArrayList<>();
        for (int i : set) {
            parts.add(shapes.settling().get(i));
        }
        return parts;
    }
}
