package dev.seep.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Sweep that packs the parts put aside, and deletes those too old or too much. */
final class RetentionSweep {
    private final Path folder;
    private final Retention retention;

    RetentionSweep(Path folder, Retention retention) {
        this.folder = folder;
        this.retention = retention;
    }

    void at(Instant now) throws IOException {
        List<RolledFiles.Part> aside = new ArrayList<>();
        for (RolledFiles rolledFiles : List.of(
                new RolledFiles(folder, "samples", "jsonl"),
                new RolledFiles(folder, "samples", "csv"),
                new RolledFiles(folder, "events", "jsonl"))) {
            rolledFiles.pack();
            aside.addAll(rolledFiles.aside());
        }
        aside.sort(Comparator.comparing(RolledFiles.Part::last));
        long size = size();
        for (RolledFiles.Part part : aside) {
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
