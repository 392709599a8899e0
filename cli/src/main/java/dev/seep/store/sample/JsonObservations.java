package dev.seep.store.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.store.line.JsonLines;
import dev.seep.store.line.Numbers;
import dev.seep.store.line.Timestamps;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Writer of the lines that {@link JsonSamples} reads. */
public final class JsonObservations implements ObservationLines {
    @Override
    public byte[] header() {
        return new byte[0];
    }

    @Override
    public byte[] line(Observation observation) {
        return JsonLines.of(json -> {
            json.writeStringField("t", Timestamps.text(observation.time()));
            json.writeStringField("target", observation.target().path());
            json.writeStringField("life", observation.life());
            values(json, new TreeMap<>(observation.values()));
            gaps(json, new TreeMap<>(observation.gaps()));
            json.writeFieldName("ms");
            json.writeNumber(Numbers.text(Math.round(observation.millis() * 10) / 10.0));
        });
    }

    private static void values(JsonGenerator json, Map<String, Double> values) throws IOException {
        json.writeObjectFieldStart("m");
        for (Map.Entry<String, Double> value : values.entrySet()) {
            json.writeFieldName(value.getKey());
            json.writeNumber(Numbers.text(value.getValue()));
        }
        json.writeEndObject();
    }

    private static void gaps(JsonGenerator json, Map<String, GapReason> gaps) throws IOException {
        if (gaps.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("gap");
        for (Map.Entry<String, GapReason> gap : gaps.entrySet()) {
            json.writeStringField(gap.getKey(), gap.getValue().word());
        }
        json.writeEndObject();
    }
}
