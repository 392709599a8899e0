package dev.seep.source.exec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Buffer of one channel's bytes up to a limit; more are dropped, and that is remembered. NOT thread safe. */
public final class ChannelBuffer {
    private static final byte[] EMPTY = {};
    private static final int SMALLEST = 1 << 10;

    private final int limit;
    private byte[] bytes = EMPTY;
    private int size;
    private boolean overflowed;

    public ChannelBuffer(int limit) {
        this.limit = limit;
    }

    public void add(ByteBuffer data) {
        int fits = Math.min(data.remaining(), limit - size);
        overflowed |= fits < data.remaining();
        if (size + fits > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(SMALLEST, Math.max(size + fits, 2 * bytes.length))));
        }
        data.get(bytes, size, fits);
        size += fits;
    }

    /** Gives the memory back, too: thousands of idle sessions keep no buffers. */
    public void clear() {
        bytes = EMPTY;
        size = 0;
        overflowed = false;
    }

    public int size() {
        return size;
    }

    byte at(int index) {
        return bytes[index];
    }

    public boolean overflowed() {
        return overflowed;
    }

    boolean regionEquals(int from, byte[] other) {
        return from + other.length <= size && Arrays.equals(bytes, from, from + other.length, other, 0, other.length);
    }

    /** The first bytes, one character each. */
    public String text(int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    public String text() {
        return text(size);
    }
}
