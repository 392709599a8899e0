package dev.seep.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.sample.GapReason;
import dev.seep.sample.PollCounts;
import dev.seep.store.line.JsonLines;
import dev.seep.store.line.StoreException;
import dev.seep.store.line.Timestamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * File {@code counts.json} of a run whose oldest samples are deleted: counts up to a part, so that counts are never
 * lost with the samples.
 *
 * <pre>
 * {"through":"2026-11-22T21:00:00.000Z","polls":1234,"gaps":{"timeout":3},"durations":[0,5, ...],"tenths":98765}
 * </pre>
 *
 * @param through the last line of the newest part that is counted
 */
record CountsFile(Instant through, PollCounts.Counts counts) {
    static final String NAME = "counts.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    void write(Path folder) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("through", Timestamps.text(through));
        keys.put("polls", counts.polls());
        Map<String, Long> gaps = new LinkedHashMap<>();
        counts.gaps().forEach((reason, count) -> gaps.put(reason.word(), count));
        keys.put("gaps", gaps);
        keys.put("durations", counts.durations());
        keys.put("tenths", counts.tenths());
        try {
            AtomicFile.write(folder.resolve(NAME), JSON.writeValueAsString(keys) + "\n");
        } catch (JacksonException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws StoreException if the file cannot be read */
    static CountsFile read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return new CountsFile(Instant.EPOCH, new PollCounts().counts());
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            Map<GapReason, Long> gaps = new EnumMap<>(GapReason.class);
            json.path("gaps")
                    .properties()
                    .forEach(gap -> gaps.merge(
                            GapReason.ofWord(gap.getKey()), gap.getValue().asLong(), Long::sum));
            List<Long> durations = new ArrayList<>();
            json.path("durations").forEach(count -> durations.add(count.asLong()));
            return new CountsFile(
                    JsonLines.time(json.path("through").asText()),
                    new PollCounts.Counts(
                            json.path("polls").asLong(),
                            gaps,
                            durations,
                            json.path("tenths").asLong()));
        } catch (IOException | IllegalArgumentException wrong) {
            throw new StoreException(
                    "cannot read " + file + ": " + wrong.getMessage() + "; delete it, and counting starts anew", wrong);
        }
    }
}
