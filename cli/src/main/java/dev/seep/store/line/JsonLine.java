package dev.seep.store.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One JSON object on a line of its own. */
public final class JsonLine {
    public static final JsonFactory FACTORY = new JsonFactory();

    private JsonLine() {}

    /** Writes the keys of an object. */
    public interface Keys {
        void write(JsonGenerator json) throws IOException;
    }

    /** The object as UTF-8, with the end of the line. */
    public static byte[] of(Keys keys) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            keys.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.write('\n');
        return line.toByteArray();
    }
}
