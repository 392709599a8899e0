package dev.seep.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Packs the parts that were put aside, and deletes those that are too old or too much. */
final class Tidying {
    private final Path folder;
    private final Retention retention;

    Tidying(Path folder, Retention retention) {
        this.folder = folder;
        this.retention = retention;
    }

    void at(Instant now) throws IOException {
        List<Parts.Part> aside = new ArrayList<>();
        for (Parts parts : List.of(
                new Parts(folder, "samples", "jsonl"),
                new Parts(folder, "samples", "csv"),
                new Parts(folder, "events", "jsonl"))) {
            parts.pack();
            aside.addAll(parts.aside());
        }
        aside.sort(Comparator.comparing(Parts.Part::last));
        long size = size();
        for (Parts.Part part : aside) {
            boolean old = part.last().plus(retention.age()).isBefore(now);
            if (old || size > retention.bytes()) {
                size -= Files.size(part.file());
                Files.delete(part.file());
            }
        }
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long size = 0;
            for (Path file : files.toList()) {
                size += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
            return size;
        }
    }
}
