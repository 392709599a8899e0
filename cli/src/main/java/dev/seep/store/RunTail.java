package dev.seep.store;

import dev.seep.sample.Event;
import dev.seep.sample.ObservationSink;
import dev.seep.store.line.JsonLines;
import dev.seep.store.line.StoreException;
import dev.seep.store.sample.CsvSamples;
import dev.seep.store.sample.JsonSamples;
import dev.seep.store.sample.LifeHistory;
import dev.seep.store.sample.SampleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Follower of a run folder that another process writes to: hands over lines added since the last reading. Reads only,
 * and takes no lock. A line that cannot be read is counted and passed over.
 */
public final class RunTail {
    private final Path folder;
    private final Path samplesFile;
    private final SampleReader reader;
    private final LineTail samples;
    private final LineTail events;
    private final LifeHistory lifeHistory = new LifeHistory(List.of());
    private long unreadable;

    /** @throws StoreException if this is no run folder */
    public RunTail(Path folder) {
        SampleFormat format = RunFile.read(folder).format();
        this.folder = folder;
        this.reader = format == SampleFormat.CSV ? new CsvSamples() : new JsonSamples();
        this.samplesFile = folder.resolve("samples." + format.word());
        this.samples = new LineTail(samplesFile);
        this.events = new LineTail(folder.resolve(RunReader.EVENTS));
    }

    /**
     * Hands over new lines.
     *
     * @return whether there was anything
     * @throws StoreException if a file cannot be read
     */
    public boolean read(ObservationSink sink) {
        try {
            List<String> happened = events.read();
            happened.forEach(line -> attempt(line, () -> event(line, sink)));
            List<String> seen = samples.read();
            seen.forEach(line ->
                    attempt(line, () -> reader.line(line, sample -> sink.observe(sample.observation(lifeHistory)))));
            return !seen.isEmpty() || !happened.isEmpty();
        } catch (IOException e) {
            throw new StoreException("cannot read " + folder, folder, e);
        }
    }

    /** Lines that could not be read. */
    public long unreadable() {
        return unreadable;
    }

    /** Whether there is a verdict that no later sample has outdated. */
    public boolean isJudged() {
        try {
            FileTime judged = Files.getLastModifiedTime(folder.resolve("verdict.json"));
            return !Files.exists(samplesFile) || judged.compareTo(Files.getLastModifiedTime(samplesFile)) >= 0;
        } catch (IOException none) {
            return false;
        }
    }

    private interface Reading {
        void run() throws IOException;
    }

    private void attempt(String line, Reading reading) {
        if (line.isBlank()) {
            return;
        }
        try {
            reading.run();
        } catch (IOException | IllegalArgumentException | StoreException broken) {
            unreadable++;
        }
    }

    private void event(String line, ObservationSink sink) throws IOException {
        JsonLines.read(line, json -> {
            Event event = EventLines.read(json);
            lifeHistory.add(event);
            sink.happened(event);
        });
    }
}
