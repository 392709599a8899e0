package dev.seep.store.sample;

import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reader of samples, a file at once or line by line as they are added. */
public interface SampleReader {
    /** @throws StoreException if the file cannot be read, with line and column */
    void read(Path file, Consumer<SampleLine> consumer);

    /**
     * Reads one more line of a file that is followed.
     *
     * @throws IOException if the line cannot be read; a StoreException or an IllegalArgumentException if it is not as
     *     it should be
     */
    void line(String line, Consumer<SampleLine> consumer) throws IOException;
}
