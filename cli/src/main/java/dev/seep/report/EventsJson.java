package dev.seep.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seep.sample.Run;
import dev.seep.verdict.AbnormalEvent;
import dev.seep.verdict.AbnormalEvents;
import java.io.IOException;
import java.util.List;

/**
 * The keys {@code events}, the abnormal events of a run by reason and object, at most 1,000 and the most frequent
 * first; and {@code unwatched}, the objects that seep was not allowed to watch for them.
 */
final class EventsJson {
    private static final int MOST = 1000;

    private EventsJson() {}

    static void write(Run run, JsonGenerator json) throws IOException {
        AbnormalEvents events = AbnormalEvents.of(run);
        List<AbnormalEvent> all = events.all();
        json.writeArrayFieldStart("events");
        for (AbnormalEvent event : all.subList(0, Math.min(MOST, all.size()))) {
            json.writeStartObject();
            json.writeStringField("reason", event.reason());
            json.writeStringField("namespace", event.namespace());
            json.writeStringField("object", event.object());
            json.writeNumberField("count", event.count());
            json.writeStringField("first", event.first().toString());
            json.writeStringField("last", event.last().toString());
            json.writeStringField("message", event.message());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unwatched");
        for (String unseen : events.unseen()) {
            json.writeString(unseen);
        }
        json.writeEndArray();
    }
}
