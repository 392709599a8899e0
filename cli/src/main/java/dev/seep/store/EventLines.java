package dev.seep.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.seep.sample.Event;
import dev.seep.sample.Target;
import dev.seep.sample.Worded;
import dev.seep.store.line.JsonLines;
import dev.seep.store.line.Timestamps;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * File {@code events.jsonl}: one JSON object a line.
 *
 * <pre>
 * {"t":"2026-11-22T21:00:00.123Z","event":"restarted","target":"shop/web-7d9f/app","kind":"container",
 *  "workload":"deployment/web","life":"3f2a9c","detail":{"reason":"OOMKilled","started":"2026-11-22T20:59:58Z"}}
 * </pre>
 *
 * <p>An {@code abnormal} one has no target; its detail has {@code namespace}, {@code object}, {@code reason},
 * {@code message} and {@code count}, see {@link dev.seep.sample.Abnormality}. A {@code poll-failed} without target names
 * in {@code about} the watch that failed.
 *
 * <p>{@code target}, {@code kind} ({@code container}, {@code pod}, {@code process}, {@code scope}) and {@code workload}
 * are there or not together, {@code life} and {@code detail} only where there is one. In the detail, {@code started} is
 * when the life began, and {@code reason} of a {@code restarted} why the life before it ended. Unknown keys are passed
 * over; a last line without its end is not there.
 */
final class EventLines {
    private EventLines() {}

    static byte[] line(Event event) {
        return JsonLines.of(json -> {
            json.writeStringField("t", Timestamps.text(event.time()));
            json.writeStringField("event", event.type().word());
            Target target = event.target();
            if (target != null) {
                json.writeStringField("target", target.path());
                json.writeStringField("kind", target.kind().word());
                json.writeStringField("workload", target.workload());
            }
            if (event.life() != null) {
                json.writeStringField("life", event.life());
            }
            if (!event.detail().isEmpty()) {
                json.writeObjectFieldStart("detail");
                for (Map.Entry<String, String> word : new TreeMap<>(event.detail()).entrySet()) {
                    json.writeStringField(word.getKey(), word.getValue());
                }
                json.writeEndObject();
            }
        });
    }

    /** @throws IllegalArgumentException if the object is no event */
    static Event read(JsonParser json) throws IOException {
        Map<String, String> keys = new TreeMap<>();
        Map<String, String> detail = new TreeMap<>();
        JsonLines.begin(json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken token = json.nextToken();
            if (key.equals("detail") && token == JsonToken.START_OBJECT) {
                strings(json, detail);
            } else if (token == JsonToken.VALUE_STRING) {
                keys.put(key, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return new Event(
                JsonLines.time(JsonLines.required(keys.get("t"), "t")),
                Event.Type.ofWord(JsonLines.required(keys.get("event"), "event")),
                target(keys.get("target"), keys.get("kind"), keys.get("workload")),
                keys.get("life"),
                detail);
    }

    private static void strings(JsonParser json, Map<String, String> into) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            into.put(key, json.getText());
            json.skipChildren();
        }
    }

    private static @Nullable Target target(@Nullable String path, @Nullable String kind, @Nullable String workload) {
        if (path == null) {
            return null;
        }
        Target plain = Target.ofPath(path);
        Target.Kind known = kind == null
                ? plain.kind()
                : Worded.find(Target.Kind.class, kind)
                        .orElseThrow(() -> new IllegalArgumentException("unknown kind of target '" + kind + "'"));
        return new Target(
                known, plain.namespace(), plain.name(), plain.container(), workload == null ? plain.name() : workload);
    }
}
