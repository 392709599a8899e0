package dev.seep.probe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers and words in HotSpot's performance data, version 2: a head of 32 bytes (magic number {@code cafec0c0}, byte
 * order, version, and from byte 24 on where the entries begin and how many there are), then entries, each with its
 * length, where its name and its value are, and of which type that is. See {@code perfMemory.hpp} and
 * {@code perfData.hpp} of OpenJDK.
 */
final class PerfData {
    private static final int MAGIC = 0xcafec0c0;
    private static final int ENTRY_OFFSET = 24;
    private static final int ENTRY_LENGTH = 20;
    private static final int TYPE_OFFSET = 12;
    private static final int VALUE_OFFSET = 16;
    private static final char LONG = 'J';
    private static final char BYTES = 'B';
    /** Of a name or a word. A longer one is not HotSpot's; entries could share it, and reading it would never end. */
    private static final int LONGEST = 200;

    private final Map<String, Long> values;
    private final Map<String, String> words;

    private PerfData(Map<String, Long> values, Map<String, String> words) {
        this.values = values;
        this.words = words;
    }

    /** Nothing if these are no such data, or half of them: they are written while they are read. */
    static Optional<PerfData> parse(byte[] bytes) {
        try {
            ByteBuffer data = ByteBuffer.wrap(bytes);
            if (data.getInt() != MAGIC) {
                return Optional.empty();
            }
            data.order(data.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            return Optional.of(entries(data));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static PerfData entries(ByteBuffer data) {
        Map<String, Long> values = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        int at = data.getInt(ENTRY_OFFSET);
        int entries = data.getInt(ENTRY_OFFSET + Integer.BYTES);
        for (int i = 0; i < entries; i++) {
            int length = data.getInt(at);
            if (length < ENTRY_LENGTH) {
                throw new IllegalArgumentException("an entry without room for what belongs to one");
            }
            int elements = data.getInt(at + 2 * Integer.BYTES);
            int value = at + data.getInt(at + VALUE_OFFSET);
            byte type = data.get(at + TYPE_OFFSET);
            if (type == LONG && elements == 0) {
                values.put(name(data, at), data.getLong(value));
            } else if (type == BYTES && elements > 0 && elements <= LONGEST) {
                words.put(name(data, at), text(data, value, elements));
            }
            at += length;
        }
        return new PerfData(values, words);
    }

    private static String name(ByteBuffer data, int entry) {
        String name = text(data, entry + data.getInt(entry + Integer.BYTES), LONGEST + 1);
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException("a name without end");
        }
        return name;
    }

    private static String text(ByteBuffer data, int from, int most) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < from + most && data.get(at) != 0; at++) {
            text.append((char) data.get(at));
        }
        return text.toString();
    }

    /** NaN if there is no such number. */
    double value(String name) {
        Long value = values.get(name);
        return value == null ? Double.NaN : value;
    }

    /** Empty if there is no such word. */
    String word(String name) {
        return words.getOrDefault(name, "");
    }

    /** Over all names that begin and end like this; NaN if there is none. */
    double sum(String begin, String end) {
        return values.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(begin) && entry.getKey().endsWith(end))
                .mapToDouble(Map.Entry::getValue)
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }
}
