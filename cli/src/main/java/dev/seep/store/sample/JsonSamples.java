package dev.seep.store.sample;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.seep.store.line.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * File {@code samples.jsonl}: one JSON object for each poll of each target, in UTF-8.
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
 *   <li>{@code gap}, if there are any: why there is no value, by metric, probe or {@code *}; a reason that this version
 *       does not know is {@link dev.seep.sample.GapReason#UNKNOWN}
 *   <li>{@code ms}: how long the poll took
 * </ul>
 *
 * <p>Unknown keys are passed over. An unfinished last line is the rest of a write that was cut.
 */
public final class JsonSamples implements SampleReader {
    private final SampleLine line = new SampleLine();

    @Override
    public void read(Path file, Consumer<SampleLine> consumer) {
        JsonLines.read(file, json -> consumer.accept(poll(json)));
    }

    @Override
    public void line(String text, Consumer<SampleLine> consumer) throws IOException {
        JsonLines.read(text, json -> consumer.accept(poll(json)));
    }

    private SampleLine poll(JsonParser json) throws IOException {
        String time = null;
        String target = null;
        String life = null;
        double millis = 0;
        line.clear();
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
                case "ms" -> millis = token.isNumeric() ? json.getDoubleValue() : 0;
                default -> {}
            }
            json.skipChildren();
        }
        String when = JsonLines.required(time, "t");
        String path = JsonLines.required(target, "target");
        line.poll(path, life == null ? "" : life, JsonLines.seconds(when), millis);
        return line;
    }

    private void values(JsonParser json, JsonToken token) throws IOException {
        expect(token == JsonToken.START_OBJECT, "\"m\" is not an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            expect(json.nextToken().isNumeric(), "the value of \"" + name + "\" is not a number");
            double value = json.getDoubleValue();
            expect(Double.isFinite(value), "the value of \"" + name + "\" is too large");
            line.value(name, value);
        }
    }

    private void gaps(JsonParser json, JsonToken token) throws IOException {
        expect(token == JsonToken.START_OBJECT, "\"gap\" is not an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            line.gap(key, json.getText());
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
