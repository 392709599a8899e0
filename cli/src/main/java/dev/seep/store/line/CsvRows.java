package dev.seep.store.line;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows and cells of CSV by RFC 4180 without an object for each: the cells of the current row stand unquoted in one
 * buffer, a zero byte after each.
 */
public final class CsvRows {
    private static final int LONGEST = 1 << 24;
    private static final int END = -1;

    private final Path file;
    private final InputStream input;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private long passed;
    private long lineStart;
    private long line = 1;

    private byte[] row = new byte[256];
    private int used;
    private int[] ends = new int[16];
    private int[] columns = new int[16];
    private int cells;
    private long rowLine;
    private boolean complete;

    public CsvRows(Path file, InputStream input) {
        this.file = file;
        this.input = input;
    }

    /** The cells of the first row, none if there is no row. */
    public static List<String> header(Path file) {
        try (InputStream input = DecompressedInput.open(file)) {
            CsvRows rows = new CsvRows(file, input);
            return rows.next() ? rows.texts() : List.of();
        } catch (IOException e) {
            throw new StoreException("cannot read " + file, file, e);
        }
    }

    /** Goes to the next row that is not blank; whether there is one. */
    public boolean next() throws IOException {
        do {
            if (peek() == END) {
                return false;
            }
            readRow();
        } while (cells == 1 && length(0) == 0);
        return true;
    }

    /** Whether the row was closed by the end of its line, and not by the end of the file. */
    public boolean complete() {
        return complete;
    }

    public byte[] bytes() {
        return row;
    }

    public int from(int cell) {
        return cell == 0 ? 0 : ends[cell - 1] + 1;
    }

    public int to(int cell) {
        return ends[cell];
    }

    public int length(int cell) {
        return to(cell) - from(cell);
    }

    public String text(int cell) {
        return new String(row, from(cell), length(cell), StandardCharsets.UTF_8);
    }

    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            texts.add(text(cell));
        }
        return texts;
    }

    /** The number in a cell, NaN if there is none. Blanks around it do not matter. */
    public double number(int cell) {
        int from = from(cell);
        int to = to(cell);
        while (from < to && row[from] == ' ') {
            from++;
        }
        while (to > from && row[to - 1] == ' ') {
            to--;
        }
        return Numbers.parse(row, from, to);
    }

    /** Seconds since the epoch in a cell. */
    public double time(int cell) {
        double time = Timestamps.parse(row, from(cell), to(cell));
        if (Double.isNaN(time)) {
            throw wrong(cell, "not a time: '" + text(cell) + "', write seconds since 1970 or 2026-11-22T21:00:00Z");
        }
        return time;
    }

    /** Refuses a row that is shorter or longer than its header. */
    public void expectCells(int expected) {
        if (cells != expected) {
            throw wrong(cells - 1, "this row has " + cells + " cells and the header has " + expected);
        }
    }

    public StoreException wrong(int cell, String problem) {
        return new StoreException(file + ":" + rowLine + ":" + columns[cell] + ": " + problem);
    }

    private void readRow() throws IOException {
        cells = 0;
        used = 0;
        rowLine = line;
        int separator;
        do {
            beginCell();
            if (peek() == '"') {
                position++;
                quoted();
            }
            plain();
            endCell();
            separator = read();
        } while (separator == ',');
        if (separator == '\r' && peek() == '\n') {
            position++;
        }
        complete = separator != END;
        newLine();
    }

    private void beginCell() {
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, cells * 2);
            columns = Arrays.copyOf(columns, cells * 2);
        }
        columns[cells] = (int) (passed + position - lineStart) + 1;
    }

    private void endCell() {
        ends[cells++] = used;
        put((byte) 0);
    }

    private void newLine() {
        line++;
        lineStart = passed + position;
    }

    /** Takes all up to the next separator. */
    private void plain() throws IOException {
        while (peek() != END) {
            int from = position;
            while (position < filled
                    && buffer[position] != ','
                    && buffer[position] != '\n'
                    && buffer[position] != '\r') {
                position++;
            }
            put(from, position - from);
            if (position < filled) {
                return;
            }
        }
    }

    private void quoted() throws IOException {
        long opened = line;
        while (true) {
            int next = read();
            if (next == END) {
                throw new StoreException(file + ":" + opened + ":" + columns[cells]
                        + ": this quote is not closed by the end of the file");
            } else if (next == '"' && peek() != '"') {
                return;
            } else if (next == '"') {
                position++;
            } else if (next == '\n') {
                newLine();
            }
            put((byte) next);
        }
    }

    private void put(byte one) {
        ensure(1);
        row[used++] = one;
    }

    private void put(int from, int length) {
        ensure(length);
        System.arraycopy(buffer, from, row, used, length);
        used += length;
    }

    private void ensure(int more) {
        if (used + more > LONGEST) {
            throw new StoreException(
                    file + ":" + rowLine + ":1: this row is longer than 16 MiB; is a quote not closed?");
        }
        if (used + more > row.length) {
            row = Arrays.copyOf(row, Math.max(row.length * 2, used + more));
        }
    }

    private int read() throws IOException {
        int next = peek();
        if (next != END) {
            position++;
        }
        return next;
    }

    private int peek() throws IOException {
        if (position == filled && !fill()) {
            return END;
        }
        return buffer[position] & 0xff;
    }

    private boolean fill() throws IOException {
        passed += filled;
        position = 0;
        try {
            filled = Math.max(0, input.read(buffer, 0, buffer.length));
        } catch (EOFException e) {
            throw new IOException("the packed file is cut short after line " + (line - 1), e);
        }
        return filled > 0;
    }
}
