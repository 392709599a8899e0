package dev.seep.store;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads recorded runs: a run folder, its samples file, a samples file alone, or a foreign CSV with obvious columns; all
 * of them gzipped or not.
 *
 * <p>A run folder, version 1:
 *
 * <ul>
 *   <li>{@code run.json}: what it is; {@link RunFile} tells the format
 *   <li>{@code samples.jsonl} or {@code samples.csv}: {@link JsonSamples}, {@link CsvSamples}
 *   <li>{@code events.jsonl}: {@link EventLines}; who owns a target, when its lives began and how they ended
 * </ul>
 *
 * <p>Of metrics that {@code run.json} does not define, or when there is none, the unit is told by the name.
 */
public final class RunReader {
    static final String EVENTS = "events.jsonl";
    private static final List<String> SAMPLES =
            List.of("samples.jsonl", "samples.csv", "samples.jsonl.gz", "samples.csv.gz");

    private RunReader() {}

    /** @throws StoreException if it cannot be read; the message has file, line and column */
    public static Run read(Path folderOrFile) {
        if (Files.isDirectory(folderOrFile)) {
            return folder(folderOrFile, RunFile.read(folderOrFile));
        }
        Path folder = folderOrFile.toAbsolutePath().getParent();
        if (folder != null && Files.exists(folder.resolve(RunFile.NAME))) {
            return file(folderOrFile, RunFile.read(folder), events(folder));
        }
        return file(folderOrFile, null, List.of());
    }

    /** Whether a folder holds a run. */
    public static boolean isRun(Path folder) {
        return Files.exists(folder.resolve(RunFile.NAME));
    }

    /** What a run folder says of itself. */
    public static RunPlan plan(Path folder) {
        return RunFile.read(folder);
    }

    private static Run folder(Path folder, RunPlan plan) {
        Optional<Path> samples =
                SAMPLES.stream().map(folder::resolve).filter(Files::exists).findFirst();
        List<Event> events = events(folder);
        // a run that was killed before its first poll
        return samples.isPresent() ? file(samples.get(), plan, events) : new RunBuilder().build(plan, events);
    }

    private static Run file(Path file, @Nullable RunPlan plan, List<Event> events) {
        RunBuilder run = new RunBuilder();
        int first = firstByte(file);
        if (first == '{') {
            JsonSamples.read(file, run);
        } else if (first < 0 && plan == null) {
            throw new StoreException(file + " is empty");
        } else {
            List<String> header = header(file);
            if (plan == null && !CsvSamples.isHeader(header)) {
                return foreign(file, header);
            }
            CsvSamples.read(file, run);
        }
        return run.build(plan, events);
    }

    private static Run foreign(Path file, List<String> header) {
        Columns columns = Columns.obvious(header)
                .orElseThrow(() -> new StoreException(file
                        + ":1:1: the columns for time, series and value are not obvious; name them with --columns"
                        + " time=COLUMN,series=COLUMN,value=COLUMN"));
        return ForeignCsv.read(file, columns);
    }

    private static int firstByte(Path file) {
        try {
            return Input.firstByte(file);
        } catch (IOException e) {
            throw new StoreException("cannot read " + file + ": " + Causes.of(e, file), e);
        }
    }

    private static List<String> header(Path file) {
        try (InputStream input = Input.open(file)) {
            CsvRows rows = new CsvRows(file, input);
            return rows.next() ? rows.texts() : List.of();
        } catch (IOException e) {
            throw new StoreException("cannot read " + file + ": " + Causes.of(e, file), e);
        }
    }

    private static List<Event> events(Path folder) {
        List<Event> events = new ArrayList<>();
        Path file = folder.resolve(EVENTS);
        if (Files.exists(file)) {
            JsonLines.read(file, json -> events.add(EventLines.read(json)));
        }
        return events;
    }
}
