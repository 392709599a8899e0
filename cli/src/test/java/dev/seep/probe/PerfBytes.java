package dev.seep.probe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Performance data as HotSpot writes them, with the entries that a test wants. */
final class PerfBytes {
    private static final int HEAD = 32;
    private static final int ENTRY_HEAD = 20;

    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private int count;

    PerfBytes with(String name, long value) {
        return entry(
                name,
                0,
                'J',
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array());
    }

    PerfBytes with(String name, String word) {
        byte[] bytes = (word + '\0').getBytes(StandardCharsets.ISO_8859_1);
        return entry(name, bytes.length, 'B', bytes);
    }

    private PerfBytes entry(String name, int elements, char type, byte[] value) {
        byte[] named = (name + '\0').getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer entry =
                ByteBuffer.allocate(ENTRY_HEAD + named.length + value.length).order(ByteOrder.LITTLE_ENDIAN);
        entry.putInt(entry.capacity()).putInt(ENTRY_HEAD).putInt(elements);
        entry.put((byte) type).put((byte) 0).put((byte) 0).put((byte) 0).putInt(ENTRY_HEAD + named.length);
        entries.writeBytes(entry.put(named).put(value).array());
        count++;
        return this;
    }

    byte[] bytes() {
        ByteBuffer all = ByteBuffer.allocate(HEAD + entries.size());
        all.putInt(0xcafec0c0).put((byte) 1).put((byte) 2).put((byte) 0).put((byte) 1);
        all.order(ByteOrder.LITTLE_ENDIAN).putInt(24, HEAD).putInt(28, count).position(HEAD);
        return all.put(entries.toByteArray()).array();
    }

    PerfData data() {
        return PerfData.parse(bytes()).orElseThrow();
    }

    /** As the script prints them. */
    String answer(long process) {
        return "jvm " + bytes().length + " " + process + "\n" + new String(bytes(), StandardCharsets.ISO_8859_1) + "\n";
    }
}
