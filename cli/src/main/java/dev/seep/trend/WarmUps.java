package dev.seep.trend;

import java.util.ArrayList;
import java.util.List;

/**
 * Start-ups that every life does in its own way: an exponential that fades, of one time constant and with an amplitude
 * per life, as columns that every hypothesis may use. Kept only where they explain more than AR(1) noise does.
 */
final class WarmUps {
    private static final double[] TAUS = {.02, .04, .07, .12, .2};

    private WarmUps() {}

    static List<double[]> columns(Blocks blocks, List<double[]> constants) {
        int lives = blocks.lives();
        if (lives < 2 || blocks.size() < 5 * lives) {
            return List.of();
        }
        double end = blocks.span();
        List<double[]> best = List.of();
        double needed = Periodicity.objective(blocks, constants) - (lives + 1) * Math.log(blocks.size());
        for (double tau : TAUS) {
            List<double[]> columns = fading(blocks, tau * end);
            List<double[]> with = new ArrayList<>(constants);
            with.addAll(columns);
            double objective = Periodicity.objective(blocks, with);
            if (objective < needed) {
                needed = objective;
                best = columns;
            }
        }
        return best;
    }

    private static List<double[]> fading(Blocks blocks, double tau) {
        List<double[]> columns = new ArrayList<>();
        for (int life = 0; life < blocks.lives(); life++) {
            double[] column = new double[blocks.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = blocks.life()[i] == life ? Math.exp(-blocks.age()[i] / tau) : 0;
            }
            columns.add(column);
        }
        return columns;
    }
}
