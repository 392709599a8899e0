package dev.seep.bench;

import dev.seep.sample.Series;
import java.util.Random;

/** A kind of series whose truth is known. */
interface Kind {
    /** Lower-case words with underscores between them. */
    String label();

    boolean leaks();

    /** One series of this kind with this name; the same from the same state of the random numbers. */
    Series draw(String name, Random random);
}
