package dev.seep.probe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers in HotSpot's performance data, version 2: a head of 32 bytes (magic number {@code cafec0c0}, byte order,
 * version, and from byte 24 on where the entries begin and how many there are), then entries, each with its length,
 * where its name and its value are, and of which type that is. See {@code perfMemory.hpp} and {@code perfData.hpp} of
 * OpenJDK.
 */
final class PerfData {
    private static final int MAGIC = 0xcafec0c0;
    private static final int ENTRY_OFFSET = 24;
    private static final int TYPE_OFFSET = 12;
    private static final int VALUE_OFFSET = 16;
    private static final char LONG = 'J';

    private final Map<String, Long> values;

    private PerfData(Map<String, Long> values) {
        this.values = values;
    }

    /** Nothing if these are no such data, or half of them: they are written while they are read. */
    static Optional<PerfData> parse(byte[] bytes) {
        try {
            ByteBuffer data = ByteBuffer.wrap(bytes);
            if (data.getInt() != MAGIC) {
                return Optional.empty();
            }
            data.order(data.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            return Optional.of(new PerfData(entries(data)));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Map<String, Long> entries(ByteBuffer data) {
        Map<String, Long> values = new HashMap<>();
        int at = data.getInt(ENTRY_OFFSET);
        int entries = data.getInt(ENTRY_OFFSET + Integer.BYTES);
        for (int i = 0; i < entries; i++) {
            int length = data.getInt(at);
            boolean single = data.getInt(at + 2 * Integer.BYTES) == 0;
            if (single && data.get(at + TYPE_OFFSET) == LONG) {
                String name = name(data, at + data.getInt(at + Integer.BYTES));
                values.put(name, data.getLong(at + data.getInt(at + VALUE_OFFSET)));
            }
            if (length <= 0) {
                throw new IllegalArgumentException("an entry without length");
            }
            at += length;
        }
        return values;
    }

    private static String name(ByteBuffer data, int from) {
        StringBuilder name = new StringBuilder();
        for (int at = from; data.get(at) != 0; at++) {
            name.append((char) data.get(at));
        }
        return name.toString();
    }

    /** NaN if there is no such number. */
    double value(String name) {
        Long value = values.get(name);
        return value == null ? Double.NaN : value;
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
