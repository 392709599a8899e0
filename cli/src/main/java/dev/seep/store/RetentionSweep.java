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
        List<FileParts.Part> aside = new ArrayList<>();
        for (FileParts fileParts : List.of(
                new FileParts(folder, "samples", "jsonl"),
                new FileParts(folder, "samples", "csv"),
                new FileParts(folder, "events", "jsonl"))) {
            fileParts.pack();
            aside.addAll(fileParts.aside());
        }
        aside.sort(Comparator.comparing(FileParts.Part::last));
        long size = size();
        for (FileParts.Part part : aside) {
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
