package dev.seep.store.line;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reader of a stream's lines as ranges of one buffer; a last line without its end is not given. */
final class LineReader {
    private static final int LONGEST = 1 << 24;

    private final InputStream input;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int from;
    private int to;
    private int next;
    private long number;

    LineReader(InputStream input) {
        this.input = input;
    }

    /** Whether there is one more line. */
    boolean next() throws IOException {
        from = next;
        int scanned = from;
        while (true) {
            for (; scanned < filled; scanned++) {
                if (buffer[scanned] == '\n') {
                    to = scanned;
                    next = scanned + 1;
                    number++;
                    return true;
                }
            }
            scanned -= from;
            if (!fill()) {
                return false;
            }
            scanned += from;
        }
    }

    byte[] bytes() {
        return buffer;
    }

    /** Start of the line in {@link #bytes()}. */
    int from() {
        return from;
    }

    int length() {
        return to - from;
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }

    boolean blank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] > ' ' || buffer[i] <= 0) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
            next -= from;
            from = 0;
        }
        if (filled == buffer.length) {
            if (filled >= LONGEST) {
                throw new IOException("line " + (number + 1) + " is longer than 16 MiB");
            }
            buffer = Arrays.copyOf(buffer, filled * 2);
        }
        int count = read();
        filled += Math.max(0, count);
        return count > 0;
    }

    private int read() throws IOException {
        try {
            return input.read(buffer, filled, buffer.length - filled);
        } catch (EOFException e) {
            // a packed file that was cut: all before the cut is good
            return -1;
        }
    }
}
