package dev.seep.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Unit;
import dev.seep.store.line.PrettyJson;
import dev.seep.store.line.StoreException;
import dev.seep.store.line.Timestamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * File {@code run.json}: plan of the run, written first and whole.
 *
 * <pre>
 * {"format":"seep.run/1","tool":"1.0.0","started":"2026-11-22T21:00:00.000Z","host":"ci-7","source":"kubernetes",
 *  "context":"staging","every":"PT30S","samples":"jsonl","plan":{...},"policy":{...},
 *  "metrics":[{"name":"memory.anon","unit":"bytes","bad":"up","limit":"memory.limit"},
 *             {"name":"fds.share","unit":"ratio","bad":"up","limit":1}]}
 * </pre>
 *
 * <p>The limit of a metric is the name of the metric that reports it, a number, or null. Keys are only ever added
 * within format 1.
 */
final class RunFile {
    static final String NAME = "run.json";

    private static final String FORMAT = "seep.run/1";

    private RunFile() {}

    /** Loaded by those who read: a run begins by writing. */
    private static final class Reading {
        static final ObjectMapper JSON = new ObjectMapper();
        static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};
    }

    static void write(Path folder, RunPlan plan) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("format", FORMAT);
        keys.put("tool", plan.tool());
        keys.put("started", Timestamps.text(plan.started()));
        keys.put("host", plan.host());
        keys.put("source", plan.source());
        keys.put("context", plan.context());
        keys.put("every", plan.every().toString());
        keys.put("samples", plan.format().word());
        keys.put("plan", plan.plan());
        keys.put("policy", plan.policy());
        keys.put("metrics", plan.metrics().stream().map(RunFile::keys).toList());
        AtomicFile.write(folder.resolve(NAME), PrettyJson.of(keys));
    }

    /** Adds a key that became known in the end. */
    static void add(Path folder, String key, Map<String, Object> value) {
        Path file = folder.resolve(NAME);
        try {
            Map<String, Object> keys = Reading.JSON.readValue(Files.readString(file), Reading.MAP);
            keys.put(key, value);
            AtomicFile.write(file, PrettyJson.of(keys));
        } catch (IOException e) {
            throw new StoreException("cannot complete " + file, file, e);
        }
    }

    /** @throws StoreException if it is not there, of another version, or not readable */
    static RunPlan read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            JsonNode json = Reading.JSON.readTree(Files.readString(file));
            String format = json.path("format").asText();
            if (!format.equals(FORMAT)) {
                throw new StoreException(file + ": the format is '" + format + "', and this seep reads " + FORMAT
                        + "; use the version of seep that wrote it ("
                        + json.path("tool").asText("unknown") + ")");
            }
            return plan(json);
        } catch (JacksonException e) {
            throw new StoreException(
                    file + ":" + e.getLocation().getLineNr() + ":"
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new StoreException("not a run folder: cannot read " + file, file, e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new StoreException(file + ": " + e.getMessage(), e);
        }
    }

    private static RunPlan plan(JsonNode json) {
        List<Metric> metrics = new ArrayList<>();
        json.path("metrics").forEach(metric -> metrics.add(metric(metric)));
        return new RunPlan(
                text(json, "tool"),
                Instant.parse(text(json, "started")),
                text(json, "host"),
                text(json, "source"),
                json.path("context").isTextual() ? json.path("context").asText() : null,
                Duration.parse(text(json, "every")),
                SampleFormat.ofWord(text(json, "samples")),
                map(json, "plan"),
                map(json, "policy"),
                metrics);
    }

    private static Map<String, Object> keys(Metric metric) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", metric.name());
        keys.put("unit", metric.unit().word());
        keys.put("bad", metric.bad().word());
        if (metric.limit() instanceof Limit.Reported reported) {
            keys.put("limit", reported.metric());
        } else {
            keys.put("limit", metric.limit() instanceof Limit.Fixed fixed ? fixed.value() : null);
        }
        return keys;
    }

    private static Metric metric(JsonNode json) {
        return new Metric(
                text(json, "name"),
                Unit.ofWord(text(json, "unit")),
                BadDirection.ofWord(text(json, "bad")),
                limit(json.path("limit")));
    }

    private static Limit limit(JsonNode json) {
        if (json.isTextual()) {
            return new Limit.Reported(json.asText());
        }
        return json.isNumber() ? new Limit.Fixed(json.asDouble()) : new Limit.None();
    }

    private static String text(JsonNode json, String key) {
        if (!json.path(key).isTextual()) {
            throw new IllegalArgumentException("\"" + key + "\" is missing or not a text");
        }
        return json.path(key).asText();
    }

    private static Map<String, Object> map(JsonNode json, String key) {
        return json.path(key).isObject() ? Reading.JSON.convertValue(json.path(key), Reading.MAP) : Map.of();
    }
}
