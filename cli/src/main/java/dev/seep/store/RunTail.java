package dev.seep.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows a run folder that another process is writing to: hands over what was added since the last look. Reads only, and
 * takes no lock. A line that cannot be read is counted and passed over.
 */
public final class RunTail {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST = CsvSamples.FIRST_COLUMNS.size();

    private final Path folder;
    private final Path samplesFile;
    private final boolean csv;
    private final LineTail samples;
    private final LineTail events;
    private final LifeHistory lifeHistory = new LifeHistory(List.of());
    private List<String> header = List.of();
    private long unreadable;

    /** @throws StoreException if this is no run folder */
    public RunTail(Path folder) {
        SampleFormat format = RunFile.read(folder).format();
        this.folder = folder;
        this.csv = format == SampleFormat.CSV;
        this.samplesFile = folder.resolve("samples." + format.word());
        this.samples = new LineTail(samplesFile);
        this.events = new LineTail(folder.resolve(RunReader.EVENTS));
    }

    /**
     * Hands over what is new.
     *
     * @return whether there was anything
     * @throws StoreException if a file cannot be read
     */
    public boolean read(ObservationSink sink) {
        try {
            List<String> happened = events.read();
            happened.forEach(line -> attempt(() -> event(line, sink)));
            List<String> seen = samples.read();
            seen.forEach(line -> attempt(() -> sample(line, sink)));
            return !seen.isEmpty() || !happened.isEmpty();
        } catch (IOException e) {
            throw new StoreException("cannot read " + folder + ": " + IoErrorText.of(e, folder), e);
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

    private void attempt(Reading reading) {
        try {
            reading.run();
        } catch (IOException | IllegalArgumentException | StoreException | IndexOutOfBoundsException broken) {
            unreadable++;
        }
    }

    private void event(String line, ObservationSink sink) throws IOException {
        if (!line.isBlank()) {
            try (JsonParser json = JsonLine.FACTORY.createParser(line)) {
                var event = EventLines.read(json);
                lifeHistory.add(event);
                sink.happened(event);
            }
        }
    }

    private void sample(String line, ObservationSink sink) throws IOException {
        if (line.isBlank()) {
            return;
        }
        if (!csv) {
            sink.observe(observation(JSON.readTree(line)));
        } else if (header.isEmpty()) {
            header = row(line).texts();
        } else {
            sink.observe(observation(row(line)));
        }
    }

    private Observation observation(JsonNode json) {
        Map<String, Double> values = new HashMap<>();
        json.path("m").properties().forEach(one -> values.put(one.getKey(), number(one.getValue())));
        Map<String, GapReason> gaps = new HashMap<>();
        json.path("gap")
                .properties()
                .forEach(one ->
                        gaps.put(one.getKey(), GapReason.ofWord(one.getValue().asText())));
        Instant time = JsonLines.time(json.path("t").asText());
        Target target = lifeHistory.target(json.path("target").asText());
        return new Observation(
                time,
                target,
                json.path("life").asText(),
                values,
                gaps,
                json.path("ms").asDouble());
    }

    private static double number(JsonNode value) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("not a number: " + value);
        }
        return value.asDouble();
    }

    private CsvRows row(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        CsvRows rows = new CsvRows(samplesFile, new ByteArrayInputStream(bytes));
        rows.next();
        return rows;
    }

    private Observation observation(CsvRows row) {
        row.expectCells(header.size());
        Map<String, Double> values = new HashMap<>();
        for (int cell = FIRST; cell < header.size() - 1; cell++) {
            if (row.length(cell) > 0) {
                values.put(header.get(cell), row.number(cell));
            }
        }
        Map<String, GapReason> gaps = new HashMap<>();
        for (String gap : CsvSamples.unguarded(row.text(header.size() - 1)).split(" ")) {
            if (!gap.isEmpty()) {
                int equals = gap.indexOf('=');
                gaps.put(gap.substring(0, equals), GapReason.ofWord(gap.substring(equals + 1)));
            }
        }
        Instant time = Timestamps.instant(row.time(0));
        return new Observation(time, lifeHistory.target(path(row)), cell(row, 4), values, gaps, Double.NaN);
    }

    private static String path(CsvRows row) {
        String pod = cell(row, 1) + "/" + cell(row, 2);
        return row.length(3) == 0 ? pod : pod + "/" + cell(row, 3);
    }

    private static String cell(CsvRows row, int cell) {
        return CsvSamples.unguarded(row.text(cell));
    }
}
