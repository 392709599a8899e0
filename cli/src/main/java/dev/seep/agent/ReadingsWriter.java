package dev.seep.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.seep.sample.GapReason;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes readings, one JSON value a line:
 *
 * <pre>
 *   {"format":"seep.look/1"}
 *   {"id":"0123456789ab","v":{"fds.open":11,"memory.anon":123456},"gap":{"sockets":"denied"}}
 *   {"end":1}
 * </pre>
 *
 * <p>IDs are those of the question; {@code v} and {@code gap} are as in a run folder; {@code end} is the number of
 * containers. Keys are only ever added within format 1.
 */
final class ReadingsWriter {
    private static final JsonFactory JSON = new JsonFactory().setRootValueSeparator("");

    private ReadingsWriter() {}

    static String of(List<ContainerReading> containerReadings) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("format", "seep.look/1");
            endLine(json);
            for (ContainerReading containerReading : containerReadings) {
                line(json, containerReading);
            }
            json.writeStartObject();
            json.writeNumberField("end", containerReadings.size());
            endLine(json);
        } catch (IOException impossible) {
            throw new IllegalStateException("a string cannot be written to", impossible);
        }
        return text.toString();
    }

    private static void line(JsonGenerator json, ContainerReading containerReading) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", containerReading.container());
        json.writeObjectFieldStart("v");
        for (Map.Entry<String, Double> value :
                new TreeMap<>(containerReading.reading().values()).entrySet()) {
            json.writeFieldName(value.getKey());
            number(json, value.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("gap");
        for (Map.Entry<String, GapReason> gap :
                new TreeMap<>(containerReading.reading().gaps()).entrySet()) {
            json.writeStringField(gap.getKey(), gap.getValue().word());
        }
        json.writeEndObject();
        endLine(json);
    }

    private static void number(JsonGenerator json, double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    private static void endLine(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
