package dev.seep.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reads {@link JsonSamples} one by one, for who cannot hold them all. */
final class Replay {
    private final LifeHistory lifeHistory;
    private final Consumer<Observation> consumer;

    Replay(LifeHistory lifeHistory, Consumer<Observation> consumer) {
        this.lifeHistory = lifeHistory;
        this.consumer = consumer;
    }

    /** @throws StoreException if the file cannot be read, with line and column */
    void read(Path file) {
        JsonLines.read(file, this::line);
    }

    private void line(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, Double> values = new HashMap<>();
        Map<String, GapReason> gaps = new HashMap<>();
        double millis = 0;
        JsonLines.begin(json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "t", "target", "life" -> texts.put(key, json.getText());
                case "m" -> each(json, name -> values.put(name, json.getDoubleValue()));
                case "gap" -> each(json, name -> gaps.put(name, GapReason.ofWord(json.getText())));
                case "ms" -> millis = json.getDoubleValue();
                default -> json.skipChildren();
            }
        }
        consumer.accept(new Observation(
                JsonLines.time(JsonLines.required(texts.get("t"), "t")),
                lifeHistory.target(JsonLines.required(texts.get("target"), "target")),
                texts.getOrDefault("life", ""),
                values,
                gaps,
                millis));
    }

    private interface Entry {
        void at(String name) throws IOException;
    }

    private static void each(JsonParser json, Entry entry) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            entry.at(name);
        }
    }
}
