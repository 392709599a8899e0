package dev.seep.store.sample;

import dev.seep.sample.Target;
import dev.seep.store.line.ByteStringIndex;
import dev.seep.store.line.CsvRows;
import dev.seep.store.line.DecompressedInput;
import dev.seep.store.line.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * File {@code samples.csv}: RFC 4180 in UTF-8, a row for each poll of each target.
 *
 * <pre>
 * time,namespace,pod,container,life,fds.open,memory.anon,gaps
 * 2026-11-22T21:00:00.123Z,shop,web-7d9f,app,3f2a9c,11,,memory=denied
 * </pre>
 *
 * <p>The container is empty where the target is none; a process is a pod of the namespace {@code local}. After the life
 * there is a column for each metric of the run; a cell is empty where there is no value. The last column says which of
 * these are gaps and why, as {@code KEY=REASON} with blanks between; a key is a metric, a probe or {@code *}, and
 * reasons are those of {@link JsonSamples}. A name that a spreadsheet would take for a formula has an apostrophe before
 * it. A last row without the end of its line is the rest of a write that was cut. How long a poll took is only in
 * JSONL.
 */
public final class CsvSamples implements SampleReader {
    static final List<String> FIRST_COLUMNS = List.of("time", "namespace", "pod", "container", "life");
    static final String GAP_COLUMN = "gaps";
    /** First characters of a cell that is written with an apostrophe before it. */
    static final String GUARDED = "=+-@\t\r'";

    private final SampleLine line = new SampleLine();
    private final ByteStringIndex targets = new ByteStringIndex();
    /** By the number of the target. */
    private final List<String> paths = new ArrayList<>();

    private final ByteStringIndex lives = new ByteStringIndex();
    private List<String> header = List.of();
    private int metricsEnd;

    public static boolean isHeader(List<String> header) {
        return header.size() > FIRST_COLUMNS.size()
                && header.subList(0, FIRST_COLUMNS.size()).equals(FIRST_COLUMNS);
    }

    @Override
    public void read(Path file, Consumer<SampleLine> consumer) {
        header = List.of();
        try (InputStream input = DecompressedInput.open(file)) {
            rows(new CsvRows(file, input), consumer);
        } catch (IOException e) {
            throw new StoreException("cannot read " + file, file, e);
        }
    }

    @Override
    public void line(String text, Consumer<SampleLine> consumer) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        rows(new CsvRows(Path.of("samples.csv"), new ByteArrayInputStream(bytes)), consumer);
    }

    private void rows(CsvRows rows, Consumer<SampleLine> consumer) throws IOException {
        while (rows.next() && rows.complete()) {
            if (header.isEmpty()) {
                begin(rows);
            } else {
                consumer.accept(row(rows));
            }
        }
    }

    private void begin(CsvRows rows) {
        List<String> names = rows.texts();
        if (!isHeader(names)) {
            throw rows.wrong(0, "the header does not begin with " + String.join(",", FIRST_COLUMNS));
        }
        header = names;
        metricsEnd = names.get(names.size() - 1).equals(GAP_COLUMN) ? names.size() - 1 : names.size();
    }

    private SampleLine row(CsvRows rows) {
        rows.expectCells(header.size());
        line.clear();
        double seconds = rows.time(0);
        String life = lives.name(lives.number(rows.bytes(), rows.from(4), rows.to(4)));
        line.poll(target(rows), unguarded(life), seconds, Double.NaN);
        for (int cell = FIRST_COLUMNS.size(); cell < metricsEnd; cell++) {
            if (rows.length(cell) > 0) {
                line.value(header.get(cell), value(rows, cell));
            }
        }
        if (metricsEnd < header.size() && rows.length(metricsEnd) > 0) {
            gaps(rows);
        }
        return line;
    }

    private String target(CsvRows rows) {
        int number = targets.number(rows.bytes(), rows.from(1), rows.to(3));
        if (number == paths.size()) {
            paths.add(path(targets.name(number)));
            check(paths.get(number), rows);
        }
        return paths.get(number);
    }

    private static void check(String path, CsvRows rows) {
        try {
            var unused = Target.ofPath(path);
        } catch (IllegalArgumentException e) {
            throw rows.wrong(1, String.valueOf(e.getMessage()));
        }
    }

    private static double value(CsvRows rows, int cell) {
        double value = rows.number(cell);
        if (Double.isNaN(value)) {
            throw rows.wrong(cell, "not a number: '" + rows.text(cell) + "'");
        }
        return value;
    }

    private void gaps(CsvRows rows) {
        for (String gap : unguarded(rows.text(metricsEnd)).split(" ", -1)) {
            int equals = gap.indexOf('=');
            if (equals < 1) {
                throw rows.wrong(metricsEnd, "not a gap: '" + gap + "', expected KEY=REASON");
            }
            line.gap(gap.substring(0, equals), gap.substring(equals + 1));
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
