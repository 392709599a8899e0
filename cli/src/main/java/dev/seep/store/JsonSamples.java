package dev.seep.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code samples.jsonl}: one JSON object for each poll of each target, in UTF-8.
 *
 * <pre>
 * {"t":"2026-11-22T21:00:00.123Z","target":"shop/web-7d9f/app","life":"3f2a9c",
 *  "m":{"memory.anon":123456,"fds.open":11},"gap":{"disk":"denied"},"ms":2.8}
 * </pre>
 *
 * <ul>
 *   <li>{@code t}: when, in UTC with milliseconds
 *   <li>{@code target}: namespace/pod/container, or namespace/name of a pod, a process ({@code local/NAME}) or a scope
 *   <li>{@code life}: the incarnation, unique among those of the target
 *   <li>{@code m}: values by metric; bytes, counts, shares of 1 or seconds
 *   <li>{@code gap}, if there are any: why there is no value, by metric, probe or {@code *}
 *   <li>{@code ms}: how long the poll took
 * </ul>
 *
 * <p>Unknown keys are passed over. What stands after the last line end is the rest of a write that was cut.
 */
final class JsonSamples {
    private final RunBuilder run;
    private final List<String> names = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private double[] values = new double[32];

    private JsonSamples(RunBuilder run) {
        this.run = run;
    }

    /** @throws StoreException if the file cannot be read, with line and column */
    static void read(Path file, RunBuilder into) {
        JsonLines.read(file, new JsonSamples(into)::line);
    }

    private void line(JsonParser json) throws IOException {
        String time = null;
        String target = null;
        String life = null;
        names.clear();
        gaps.clear();
        JsonLines.begin(json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken token = json.nextToken();
            switch (key) {
                case "t" -> time = text(json, token);
                case "target" -> target = text(json, token);
                case "life" -> life = text(json, token);
                case "m" -> values(json, token);
                case "gap" -> gaps(json, token);
                default -> json.skipChildren();
            }
        }
        add(JsonLines.required(time, "t"), JsonLines.required(target, "target"), life == null ? "" : life);
    }

    private void add(String time, String target, String life) {
        double second = JsonLines.seconds(time);
        TargetSamples samples = run.poll(target, second);
        int index = samples.life(life, second);
        for (int i = 0; i < names.size(); i++) {
            samples.sample(names.get(i), second, values[i], index);
        }
        gaps.forEach(samples::gap);
    }

    private void values(JsonParser json, JsonToken token) throws IOException {
        expect(token == JsonToken.START_OBJECT, "\"m\" is not an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            expect(json.nextToken().isNumeric(), "the value of \"" + name + "\" is not a number");
            double value = json.getDoubleValue();
            expect(Double.isFinite(value), "the value of \"" + name + "\" is too large");
            if (names.size() == values.length) {
                values = Arrays.copyOf(values, values.length * 2);
            }
            values[names.size()] = value;
            names.add(name);
        }
    }

    private void gaps(JsonParser json, JsonToken token) throws IOException {
        expect(token == JsonToken.START_OBJECT, "\"gap\" is not an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            gaps.add(json.currentName());
            json.nextToken();
            json.skipChildren();
        }
    }

    private static @Nullable String text(JsonParser json, JsonToken token) throws IOException {
        expect(token == JsonToken.VALUE_STRING, "\"" + json.currentName() + "\" is not a text");
        return json.getText();
    }

    private static void expect(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
