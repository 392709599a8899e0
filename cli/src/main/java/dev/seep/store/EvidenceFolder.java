package dev.seep.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.sample.Evidence;
import dev.seep.sample.Growth;
import dev.seep.store.line.PrettyJson;
import dev.seep.store.line.StoreException;
import dev.seep.store.line.Timestamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folder {@code evidence/} of a run: of each captured target, {@code NAME.early.txt} and {@code NAME.late.txt} for
 * people, and {@code NAME.json}, the growth in between:
 *
 * <pre>
 * {"format":"seep.evidence/1","target":"shop/web-1/app","life":"3f2a9c","from":"...","to":"...",
 *  "growths":[{"kind":"descriptors","what":"/var/log/app/*.log","who":"java","before":12,"after":424}],
 *  "notes":["..."]}
 * </pre>
 *
 * <p>{@code from} and {@code before} are null where there was no earlier capture of this life. Keys are only ever added
 * within format 1.
 */
public final class EvidenceFolder {
    static final String NAME = "evidence";

    private static final String FORMAT = "seep.evidence/1";
    private static final String JSON_ENDING = ".json";
    private static final int LONGEST_NAME = 150;

    private final Path path;

    /** Loaded by those who read. */
    private static final class Reading {
        static final ObjectMapper JSON = new ObjectMapper();
    }

    /** @param run the run folder; nothing is made before something is written */
    public EvidenceFolder(Path run) {
        path = run.resolve(NAME);
    }

    /**
     * Writes one capture, over an earlier one of that name.
     *
     * @param target its path
     * @param stage word of the capture: {@code early}, {@code late} ...
     * @throws StoreException if it cannot be written
     */
    public void text(String target, String stage, String text) {
        AtomicFile.write(path.resolve(fileName(target) + "." + stage + ".txt"), text);
    }

    /** @throws StoreException if it cannot be written */
    public void write(Evidence evidence) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("format", FORMAT);
        keys.put("target", evidence.target());
        keys.put("life", evidence.life());
        keys.put("from", evidence.from() == null ? null : Timestamps.text(evidence.from()));
        keys.put("to", Timestamps.text(evidence.to()));
        keys.put(
                "growths", evidence.growths().stream().map(EvidenceFolder::keys).toList());
        keys.put("notes", evidence.notes());
        AtomicFile.write(path.resolve(fileName(evidence.target()) + JSON_ENDING), PrettyJson.of(keys));
    }

    private static Map<String, Object> keys(Growth growth) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("kind", growth.kind().word());
        keys.put("what", growth.what());
        keys.put("who", growth.who());
        keys.put("before", growth.isKnownBefore() ? growth.before() : null);
        keys.put("after", growth.after());
        return keys;
    }

    /** Evidence that can be read; the rest explains nothing, and does not keep a run from its verdict. */
    public static List<Evidence> read(Path run) {
        try (Stream<Path> files = Files.list(run.resolve(NAME))) {
            return files.filter(file -> file.toString().endsWith(JSON_ENDING))
                    .sorted()
                    .flatMap(file -> one(file).stream())
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static Optional<Evidence> one(Path file) {
        try {
            JsonNode json = Reading.JSON.readTree(Files.readString(file));
            return json.path("format").asText().equals(FORMAT) ? Optional.of(evidence(json)) : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException broken) {
            return Optional.empty();
        }
    }

    private static Evidence evidence(JsonNode json) {
        List<Growth> growths = new ArrayList<>();
        for (JsonNode one : json.path("growths")) {
            growths.add(new Growth(
                    Growth.Kind.valueOf(one.path("kind").asText().toUpperCase(Locale.ROOT)),
                    one.path("what").asText(),
                    one.path("who").asText(),
                    one.path("before").isNumber() ? one.path("before").asDouble() : Double.NaN,
                    one.path("after").asDouble()));
        }
        List<String> notes = new ArrayList<>();
        json.path("notes").forEach(note -> notes.add(note.asText()));
        return new Evidence(
                json.path("target").asText(),
                json.path("life").asText(),
                json.path("from").isTextual() ? Instant.parse(json.path("from").asText()) : null,
                Instant.parse(json.path("to").asText()),
                growths,
                notes);
    }

    /**
     * Letters, digits, dots, dashes and underscores, not hidden and not too long; with a hash where that lost
     * something.
     */
    static String fileName(String target) {
        String plain =
                target.replaceAll("[^A-Za-z0-9._/-]", "_").replace('/', '_').replaceFirst("^[.-]", "_");
        boolean unlike =
                !plain.equals(target.replace('/', '_')) || target.contains("_") || plain.length() > LONGEST_NAME;
        String begin = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        return unlike ? begin + String.format("-%08x", target.hashCode()) : begin;
    }

    /** Removes everything. */
    static void discard(Path run) throws IOException {
        Path folder = run.resolve(NAME);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
