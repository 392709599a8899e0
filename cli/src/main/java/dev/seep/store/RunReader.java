package dev.seep.store;

import dev.seep.sample.Event;
import dev.seep.sample.Observation;
import dev.seep.sample.Run;
import dev.seep.store.csv.ForeignCsv;
import dev.seep.store.line.CsvRows;
import dev.seep.store.line.DecompressedInput;
import dev.seep.store.line.JsonLines;
import dev.seep.store.line.StoreException;
import dev.seep.store.sample.CsvSamples;
import dev.seep.store.sample.JsonSamples;
import dev.seep.store.sample.LifeHistory;
import dev.seep.store.sample.RunBuilder;
import dev.seep.store.sample.SampleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reader of recorded runs: a run folder, its samples file, a samples file alone, or a foreign CSV with obvious columns;
 * all of them gzipped or not.
 *
 * <p>A run folder, version 1:
 *
 * <ul>
 *   <li>{@code run.json}: its plan; {@link RunFile} tells the format
 *   <li>{@code samples.jsonl} or {@code samples.csv}: {@link JsonSamples}, {@link CsvSamples}
 *   <li>{@code events.jsonl}: {@link EventLines}; who owns a target, when its lives began and how they ended
 *   <li>of a run without end also {@code samples-YYYYMMDD-HHMMSS.jsonl.gz} and {@code events-...}: {@link RolledFiles}
 *       put aside, read before the current file; and {@code counts.json}: {@link CountsFile}
 *   <li>{@code evidence/}: captures in targets; {@link EvidenceFolder}
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

    /** Plan of the run in this folder. */
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
        LifeHistory lifeHistory = new LifeHistory(events(folder));
        SampleReader reader = new JsonSamples();
        parts(folder, "samples", "jsonl", from)
                .forEach(part -> reader.read(part, line -> consumer.accept(line.observation(lifeHistory))));
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
        return build(run, plan, events).with(EvidenceFolder.read(folder));
    }

    private static void samples(Path file, RunBuilder run) {
        SampleReader reader = DecompressedInput.firstByte(file) == '{' ? new JsonSamples() : new CsvSamples();
        reader.read(file, run::add);
    }

    private static Run file(Path file, @Nullable RunPlan plan, List<Event> events) {
        int first = DecompressedInput.firstByte(file);
        if (first < 0 && plan == null) {
            throw new StoreException(file + " is empty");
        }
        if (first == '{') {
            MistakenJson.refuse(file);
        }
        if (first != '{' && plan == null && !CsvSamples.isHeader(CsvRows.header(file))) {
            return ForeignCsv.read(file);
        }
        RunBuilder run = new RunBuilder();
        samples(file, run);
        return build(run, plan, events);
    }

    private static Run build(RunBuilder run, @Nullable RunPlan plan, List<Event> events) {
        return plan == null
                ? run.build(List.of(), Instant.EPOCH, null, events)
                : run.build(plan.metrics(), plan.started(), plan.every(), events)
                        .meantAs(plan.intent());
    }

    /** Parts put aside of a file from a time on, and the file itself if it is there. */
    static List<Path> parts(Path folder, String stem, String ending, Instant from) {
        RolledFiles rolledFiles = new RolledFiles(folder, stem, ending);
        try {
            List<Path> files = new ArrayList<>();
            for (RolledFiles.Part part : rolledFiles.aside()) {
                if (!part.last().isBefore(from)) {
                    files.add(part.file());
                }
            }
            if (Files.exists(rolledFiles.current())) {
                files.add(rolledFiles.current());
            }
            return files;
        } catch (IOException e) {
            throw new StoreException("cannot read " + folder, folder, e);
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
