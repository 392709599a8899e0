package dev.seep.bench;

import dev.seep.sample.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Healthy runs in the mix of real pods, and leaks to put into them. */
interface RunMix {
    /** Series of a pod. */
    int POD = 22;
    /** Those of a pod that stand still or count a little. */
    int QUIET = 16;

    /** A healthy one that stands still or counts a little. */
    Series quiet(String name, Random random);

    /** A healthy one of any other kind. */
    Series moving(String name, Random random);

    /** The smallest first. */
    List<String> leakSizes();

    SizedLeak leak(String size, Random random);

    default List<Series> healthy(int size, Random random) {
        List<Series> run = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = String.valueOf(i);
            run.add(i % POD < QUIET ? quiet(name, random) : moving(name, random));
        }
        return run;
    }
}
