package dev.seep.store.line;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Files of one JSON object a line: writes a line, reads them, and names the place of an unreadable one. */
public final class JsonLines {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonLines() {}

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

    /** Takes one object from the parser, which stands before it. */
    public interface Consumer {
        /** @throws IllegalArgumentException if the object is not as it should be */
        void accept(JsonParser json) throws IOException;
    }

    /**
     * Hands over every line. An unfinished last line is the rest of a write that was cut, and passed over, and so is a
     * last line that is no JSON.
     *
     * @throws StoreException if a line cannot be read, with its place
     */
    public static void read(Path file, Consumer consumer) {
        try (InputStream input = DecompressedInput.open(file)) {
            LineReader lines = new LineReader(input);
            while (lines.next()) {
                if (!lines.blank()) {
                    line(file, lines, consumer);
                }
            }
        } catch (IOException e) {
            throw new StoreException("cannot read " + file, file, e);
        }
    }

    /**
     * Hands over one line.
     *
     * @throws IOException if it is no JSON
     * @throws IllegalArgumentException if it is not as it should be
     */
    public static void read(String line, Consumer consumer) throws IOException {
        try (JsonParser json = FACTORY.createParser(line)) {
            consumer.accept(json);
            end(json);
        }
    }

    private static void line(Path file, LineReader lines, Consumer consumer) throws IOException {
        long number = lines.number();
        try (JsonParser json = FACTORY.createParser(lines.bytes(), lines.from(), lines.length())) {
            try {
                consumer.accept(json);
                end(json);
            } catch (IllegalArgumentException e) {
                int column = json.currentLocation().getColumnNr();
                throw wrong(file, number, column, String.valueOf(e.getMessage()), e);
            }
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            if (lines.next()) {
                throw wrong(file, number, column, e.getOriginalMessage(), e);
            }
        }
    }

    /** Whether a line is one JSON object and nothing else. */
    public static boolean isObject(String line) {
        try {
            read(line, json -> {
                begin(json);
                json.skipChildren();
            });
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Goes into the object. */
    public static void begin(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("not a JSON object");
        }
    }

    public static <T> T required(@Nullable T value, String key) {
        if (value == null) {
            throw new IllegalArgumentException("no \"" + key + "\"");
        }
        return value;
    }

    public static Instant time(String text) {
        return Timestamps.instant(seconds(text));
    }

    /** Seconds since the epoch. */
    public static double seconds(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        double seconds = Timestamps.parse(bytes, 0, bytes.length);
        if (Double.isNaN(seconds)) {
            throw new IllegalArgumentException("not a time: '" + text + "'");
        }
        return seconds;
    }

    private static void end(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("more than one JSON object on a line");
        }
    }

    private static StoreException wrong(Path file, long line, int column, String problem, Exception cause) {
        return new StoreException(
                file + ":" + line + ":" + column + ": "
                        + problem.lines().findFirst().orElse("not readable") + "; mend or delete this line",
                cause);
    }
}
