package dev.seep.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** Repair of the end of a file of lines after a kill or a power cut. */
final class TornLineRepair {
    private TornLineRepair() {}

    /**
     * Cuts off an unfinished last line, and the last line too if it is not good. Returns the line that the file ends
     * with then, empty if there is none.
     */
    static Optional<String> mend(Path path, Predicate<String> good) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long end = afterLineEnd(file, file.length());
            Optional<String> line = lineBefore(file, end);
            if (line.isPresent() && !good.test(line.get())) {
                end = afterLineEnd(file, end - 1);
                line = lineBefore(file, end);
            }
            if (end < file.length()) {
                file.setLength(end);
            }
            return line;
        }
    }

    private static Optional<String> lineBefore(RandomAccessFile file, long end) throws IOException {
        if (end == 0) {
            return Optional.empty();
        }
        long start = afterLineEnd(file, end - 1);
        byte[] line = new byte[Math.toIntExact(end - 1 - start)];
        file.seek(start);
        file.readFully(line);
        return Optional.of(new String(line, StandardCharsets.UTF_8));
    }

    /** The position after the last line end before this position, 0 if there is none. */
    private static long afterLineEnd(RandomAccessFile file, long before) throws IOException {
        byte[] block = new byte[8192];
        long end = before;
        while (end > 0) {
            int length = (int) Math.min(block.length, end);
            file.seek(end - length);
            file.readFully(block, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return end - length + i + 1;
                }
            }
            end -= length;
        }
        return 0;
    }
}
