package dev.seep.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares what settles with what keeps growing on one block series: the generalised likelihood ratio of two families
 * of shapes under AR(1) noise, with a price on every shape (Schwarz, "Estimating the dimension of a model", Annals of
 * Statistics 6, 1978, with dearer prices for shapes of which there are many).
 */
final class ShapeContest {
    private static final int ENOUGH_FOR_THREE = 14;
    private static final int ENOUGH_FOR_ONE = 5;
    private static final double LEAST_NET = 0.3;

    private final Blocks blocks;
    private final ShapeDictionary shapes;
    private final List<double[]> base;
    private final List<Shape> trends;
    private final Gram gram;
    private final boolean[] all;
    private final boolean[] beside;
    private final int mostParts;

    private @Nullable Hypothesis settles;
    private @Nullable Hypothesis grows;
    private @Nullable Hypothesis open;

    ShapeContest(Blocks blocks) {
        this.blocks = blocks;
        shapes = ShapeDictionary.of(blocks);
        base = new ArrayList<>(constants(blocks));
        base.addAll(Periodicity.columns(blocks));
        if (Knobs.get("wu", 1) > 0) base.addAll(WarmUps.columns(blocks, constants(blocks)));
        trends = new ArrayList<>(shapes.growing());
        trends.addAll(shapes.open());
        List<double[]> columns = new ArrayList<>(base);
        trends.forEach(shape -> columns.add(shape.column()));
        shapes.settling().forEach(shape -> columns.add(shape.column()));
        columns.add(blocks.value());
        gram = new Gram(columns, blocks);
        all = new boolean[shapes.settling().size()];
        Arrays.fill(all, true);
        beside = new boolean[all.length];
        for (int i = 0; i < all.length; i++) {
            beside[i] = leavesRoomForGrowth(shapes.settling().get(i));
        }
        int freedom = blocks.size() - base.size();
        mostParts = freedom >= ENOUGH_FOR_THREE ? 3 : freedom >= ENOUGH_FOR_ONE ? 1 : 0;
        for (double phi : blocks.size() >= ShapeDictionary.ENOUGH_FOR_CURVES ? Ar1.GRID : new double[] {0}) {
            compare(phi);
        }
    }

    Hypothesis settles() {
        return java.util.Objects.requireNonNull(settles);
    }

    @Nullable
    Hypothesis grows() {
        return grows;
    }

    @Nullable
    Hypothesis open() {
        return open;
    }

    List<double[]> base() {
        return base;
    }

    private static boolean leavesRoomForGrowth(Shape part) {
        return switch (part.kind()) {
            case STEP -> true;
            case SATURATING -> part.parameter() <= 0.2;
            default -> part.parameter() <= 0.5;
        };
    }

    private static List<double[]> constants(Blocks blocks) {
        List<double[]> constants = new ArrayList<>();
        for (int life = 0; life < blocks.lives(); life++) {
            double[] column = new double[blocks.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = blocks.life()[i] == life ? 1 : 0;
            }
            constants.add(column);
        }
        return constants;
    }

    private void compare(double phi) {
        int size = gram.size();
        double[] matrix = gram.at(phi);
        double[] lengths = new double[size];
        for (int i = 0; i < size; i++) {
            lengths[i] = matrix[i * size + i];
        }
        double determinant = Ar1.logDeterminant(blocks.lives(), phi);
        for (int k = 0; k < base.size(); k++) {
            double pivot = Gram.takeOut(matrix, size, k, k + 1, 1e-9 * lengths[k]);
            determinant += pivot > 0 ? Knobs.get("reml", 0) * Math.log(pivot) : 0;
        }
        int from = base.size() + trends.size();
        int atoms = size - from;
        double[] original = Arrays.copyOfRange(lengths, from, size);
        double freedom = blocks.size();
        double[] weights = new double[atoms - 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(shapes.settling().get(i).cost() / freedom);
        }
        double[] alone = new double[atoms - 1];
        double dear = Knobs.get("dear", 3) * Math.log(freedom);
        for (int i = 0; i < weights.length; i++) {
            double cost = shapes.settling().get(i).cost();
            alone[i] = cost < dear ? Math.exp((cost - dear) / freedom) : 1;
            weights[i] = Math.exp(Math.max(cost, dear) / freedom);
        }
        double floor = blocks.variance() * freedom * (1 - phi) * (1 - phi);
        double[] left = new double[atoms * atoms];
        for (int i = 0; i < atoms; i++) {
            System.arraycopy(matrix, (from + i) * size + from, left, i * atoms, atoms);
        }
        SubsetSearch search = new SubsetSearch(atoms, left, original, weights, alone, all, floor).upTo(mostParts);
        double objective = freedom * Math.log(search.score / freedom) + determinant;
        if (settles == null || objective < settles.objective()) {
            settles = new Hypothesis(objective, phi, null, parts(search.set));
        }
        for (int t = 0; t < trends.size(); t++) {
            Shape trend = trends.get(t);
            boolean isOpen = trend.kind() == Shape.Kind.OPEN;
            int row = (base.size() + t) * size;
            double pivot = matrix[row + base.size() + t];
            if (!(pivot > 1e-9 * lengths[base.size() + t])) {
                continue;
            }
            double[] under = new double[atoms * atoms];
            for (int i = 0; i < atoms; i++) {
                double share = matrix[row + from + i] / pivot;
                for (int j = 0; j < atoms; j++) {
                    under[i * atoms + j] = left[i * atoms + j] - share * matrix[row + from + j];
                }
            }
            SubsetSearch with = new SubsetSearch(atoms, under, original, weights, alone, beside, floor)
                    .upTo(Math.min(isOpen ? 1 : 2, mostParts));
            double value = freedom * Math.log(with.score / freedom) + determinant + trend.cost();
            Hypothesis rival = isOpen ? open : grows;
            if (rival == null || value < rival.objective()) {
                Hypothesis candidate = new Hypothesis(value, phi, trend, parts(with.set));
                if (new Fit(blocks, base, candidate).keepsGrowing(LEAST_NET)) {
                    if (isOpen) {
                        open = candidate;
                    } else {
                        grows = candidate;
                    }
                }
            }
        }
    }

    private List<Shape> parts(int[] set) {
        List<Shape> parts = new ArrayList<>();
        for (int i : set) {
            parts.add(shapes.settling().get(i));
        }
        return parts;
    }
}
