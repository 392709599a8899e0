package dev.seep.store;

import dev.seep.sample.Event;
import dev.seep.sample.Observation;
import dev.seep.sample.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
 *   <li>of a run without end also {@code samples-YYYYMMDD-HHMMSS.jsonl.gz} and {@code events-...}: {@link Parts} put
 *       aside, read before the current file; and {@code counts.json}: {@link CountsFile}
 *   <li>{@code evidence/}: what was seen in targets; {@link EvidenceFolder}
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

    /**
     * Hands over every recorded observation of a folder, oldest part first, without keeping them.
     *
     * @param from parts that ended before are passed over
     * @throws StoreException if it cannot be read, or is not recorded as JSONL
     */
    public static void replay(Path folder, Instant from, Consumer<Observation> consumer) {
        if (RunFile.read(folder).format() != SampleFormat.JSONL) {
            throw new StoreException(folder + " is not recorded as jsonl, so that its trends cannot be gone on with");
        }
        Lives lives = new Lives(events(folder));
        SampleReader reader = new JsonSamples();
        parts(folder, "samples", "jsonl", from)
                .forEach(part -> reader.read(part, line -> consumer.accept(line.observation(lives))));
    }

    private static Run folder(Path folder, RunPlan plan) {
        List<Event> events = events(folder);
        RunBuilder run = new RunBuilder();
        parts(folder, "samples", plan.format().word(), Instant.MIN).forEach(part -> samples(part, run));
        // none of a run that was killed before its first poll
        SAMPLES.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .filter(file -> !file.endsWith("samples." + plan.format().word()))
                .findFirst()
                .ifPresent(file -> samples(file, run));
        return run.build(plan, events).with(EvidenceFolder.read(folder));
    }

    private static void samples(Path file, RunBuilder run) {
        SampleReader reader = firstByte(file) == '{' ? new JsonSamples() : new CsvSamples();
        reader.read(file, run::add);
    }

    private static Run file(Path file, @Nullable RunPlan plan, List<Event> events) {
        int first = firstByte(file);
        if (first < 0 && plan == null) {
            throw new StoreException(file + " is empty");
        }
        if (first != '{' && plan == null) {
            List<String> header = header(file);
            if (!CsvSamples.isHeader(header)) {
                return foreign(file, header);
            }
        }
        RunBuilder run = new RunBuilder();
        samples(file, run);
        return run.build(plan, events);
    }

    /** What was put aside of a file from a time on, and the file itself if it is there. */
    static List<Path> parts(Path folder, String stem, String ending, Instant from) {
        Parts parts = new Parts(folder, stem, ending);
        try {
            List<Path> files = new ArrayList<>();
            for (Parts.Part part : parts.aside()) {
                if (!part.last().isBefore(from)) {
                    files.add(part.file());
                }
            }
            if (Files.exists(parts.current())) {
                files.add(parts.current());
            }
            return files;
        } catch (IOException e) {
            throw new StoreException("cannot read " + folder + ": " + Causes.of(e, folder), e);
        }
    }

    private static Run foreign(Path file, List<String> header) {
        boolean otherwise = header.size() == 1 && header.get(0).matches(".*[;\\t].*");
        String problem = otherwise
                ? "the cells are separated by semicolons or tabs; write them with commas"
                : "the columns for time, series and value are not obvious; name them with --columns"
                        + " time=COLUMN,series=COLUMN,value=COLUMN";
        Columns columns = Columns.obvious(header).orElseThrow(() -> new StoreException(file + ":1:1: " + problem));
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

    static List<Event> events(Path folder) {
        List<Event> events = new ArrayList<>();
        for (Path file : parts(folder, "events", "jsonl", Instant.MIN)) {
            JsonLines.read(file, json -> events.add(EventLines.read(json)));
        }
        return events;
    }
}
