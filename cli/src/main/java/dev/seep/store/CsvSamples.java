package dev.seep.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The file {@code samples.csv}: RFC 4180 in UTF-8, a row for each poll of each target.
 *
 * <pre>
 * time,namespace,pod,container,life,fds.open,memory.anon,gaps
 * 2026-11-22T21:00:00.123Z,shop,web-7d9f,app,3f2a9c,11,,memory=denied
 * </pre>
 *
 * <p>The container is empty where the target is none; a process is a pod of the namespace {@code local}. After the life
 * there is a column for each metric of the run; a cell is empty where there is no value. The last column says which of
 * these are gaps and why, as {@code KEY=REASON} with blanks between; a key is a metric, a probe or {@code *}. A name that
 * a spreadsheet would take for a formula has an apostrophe before it. A last row without the end of its line is the rest
 * of a write that was cut. How long a poll took is only in JSONL.
 */
final class CsvSamples {
    static final List<String> FIRST_COLUMNS = List.of("time", "namespace", "pod", "container", "life");
    static final String GAP_COLUMN = "gaps";
    /** First characters of a cell that is written with an apostrophe before it. */
    static final String GUARDED = "=+-@\t\r'";

    private final CsvRows rows;
    private final RunBuilder run;
    private final List<String> header;
    private final int metricsEnd;
    private final NameTable targets = new NameTable();
    private final NameTable lives = new NameTable();

    private CsvSamples(CsvRows rows, RunBuilder run) {
        this.rows = rows;
        this.run = run;
        this.header = rows.texts();
        this.metricsEnd = header.get(header.size() - 1).equals(GAP_COLUMN) ? header.size() - 1 : header.size();
    }

    static boolean isHeader(List<String> header) {
        return header.size() > FIRST_COLUMNS.size()
                && header.subList(0, FIRST_COLUMNS.size()).equals(FIRST_COLUMNS);
    }

    /** @throws StoreException if the file cannot be read, with line and column */
    static void read(Path file, RunBuilder into) {
        try (InputStream input = Input.open(file)) {
            CsvRows rows = new CsvRows(file, input);
            if (!rows.next() || !rows.complete()) {
                return;
            }
            if (!isHeader(rows.texts())) {
                throw rows.wrong(0, "the header does not begin with " + String.join(",", FIRST_COLUMNS));
            }
            CsvSamples samples = new CsvSamples(rows, into);
            while (rows.next() && rows.complete()) {
                samples.row();
            }
        } catch (IOException e) {
            throw new StoreException("cannot read " + file + ": " + IoErrorText.of(e, file), e);
        }
    }

    private void row() {
        rows.expectCells(header.size());
        double second = rows.time(0);
        TargetSamples samples = poll(second);
        int life = samples.life(unguarded(lives.name(lives.number(rows.bytes(), rows.from(4), rows.to(4)))), second);
        for (int cell = FIRST_COLUMNS.size(); cell < metricsEnd; cell++) {
            if (rows.length(cell) > 0) {
                samples.sample(header.get(cell), second, value(cell), life);
            }
        }
        if (metricsEnd < header.size() && rows.length(metricsEnd) > 0) {
            gaps(samples);
        }
    }

    private TargetSamples poll(double second) {
        int number = targets.number(rows.bytes(), rows.from(1), rows.to(3));
        String path = path(targets.name(number));
        try {
            return run.poll(path, second);
        } catch (IllegalArgumentException e) {
            throw rows.wrong(1, String.valueOf(e.getMessage()));
        }
    }

    private double value(int cell) {
        double value = rows.number(cell);
        if (Double.isNaN(value)) {
            throw rows.wrong(cell, "not a number: '" + rows.text(cell) + "'");
        }
        return value;
    }

    private void gaps(TargetSamples samples) {
        for (String gap : unguarded(rows.text(metricsEnd)).split(" ", -1)) {
            int equals = gap.indexOf('=');
            if (equals < 1) {
                throw rows.wrong(metricsEnd, "not a gap: '" + gap + "', expected KEY=REASON");
            }
            samples.gap(gap.substring(0, equals));
        }
    }

    /** The cells stand in the buffer with zero bytes between them. */
    private static String path(String cells) {
        String[] parts = cells.split("\0", -1);
        String path = unguarded(parts[0]) + "/" + unguarded(parts[1]);
        return parts[2].isEmpty() ? path : path + "/" + unguarded(parts[2]);
    }

    static String unguarded(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && GUARDED.indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }
}
