package dev.seep.store.csv;

import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import dev.seep.store.csv.Columns.Role;
import dev.seep.store.line.ByteStringIndex;
import dev.seep.store.line.CsvRows;
import dev.seep.store.line.DecompressedInput;
import dev.seep.store.line.StoreException;
import dev.seep.store.line.Timestamps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Long-form CSV of any origin: a row for each sample, with a header. RFC 4180 in UTF-8, gzip or not.
 *
 * <ul>
 *   <li>time: seconds since the epoch (by their size also milli-, micro- or nanoseconds) or ISO-8601; without an offset
 *       it is UTC
 *   <li>series: which series the sample belongs to
 *   <li>value: a number; an empty cell, {@code NaN}, {@code NA} or {@code null} is a gap
 *   <li>life (optional): life of the measured target, such as a container ID; a new one is a restart and no drop
 *   <li>unit (optional): {@code bytes}, {@code count}, {@code ratio} or {@code seconds}; count where it is empty
 *   <li>limit (optional): the value that must not be reached; the last one counts
 * </ul>
 *
 * <p>Rows may stand in any order. Growing is bad. The metric is named by the unit, or by the series where there is
 * none.
 */
public final class ForeignCsv {
    private static final Set<String> NO_VALUE = Set.of("", "nan", "na", "null", "none", "-");

    private final CsvRows rows;
    private final int width;
    private final int time;
    private final int series;
    private final int value;
    private final int life;
    private final int unit;
    private final int limit;
    private final ByteStringIndex names = new ByteStringIndex();
    private final ByteStringIndex lifeNames = new ByteStringIndex();
    private final List<ForeignSeries> all = new ArrayList<>();
    private double first = Double.POSITIVE_INFINITY;
    private double last = Double.NEGATIVE_INFINITY;
    private long polls;

    private ForeignCsv(CsvRows rows, Columns columns) {
        List<String> header = rows.texts();
        this.rows = rows;
        this.width = header.size();
        this.time = columns.place(Role.TIME, header);
        this.series = columns.place(Role.SERIES, header);
        this.value = columns.place(Role.VALUE, header);
        this.life = columns.place(Role.LIFE, header);
        this.unit = columns.place(Role.UNIT, header);
        this.limit = columns.place(Role.LIMIT, header);
    }

    /** @throws StoreException if the file cannot be read, with line and column */
    public static Run read(Path file, Columns columns) {
        try (InputStream input = DecompressedInput.open(file)) {
            CsvRows rows = new CsvRows(file, input);
            if (!rows.next()) {
                throw new StoreException(file + " is empty");
            }
            ForeignCsv csv = begin(rows, columns);
            while (rows.next()) {
                csv.row();
            }
            return csv.run(file);
        } catch (IOException e) {
            throw new StoreException("cannot read " + file, file, e);
        }
    }

    /**
     * Reads a file whose columns have obvious names.
     *
     * @throws StoreException if they do not, or the file cannot be read
     */
    public static Run read(Path file) {
        List<String> header = CsvRows.header(file);
        boolean otherwise = header.size() == 1 && header.get(0).matches(".*[;\\t].*");
        String problem = otherwise
                ? "the cells are separated by semicolons or tabs; write them with commas"
                : "the columns for time, series and value are not obvious; name them with --columns"
                        + " time=COLUMN,series=COLUMN,value=COLUMN";
        Columns columns = Columns.obvious(header).orElseThrow(() -> new StoreException(file + ":1:1: " + problem));
        return read(file, columns);
    }

    private static ForeignCsv begin(CsvRows rows, Columns columns) {
        try {
            return new ForeignCsv(rows, columns);
        } catch (IllegalArgumentException e) {
            throw rows.wrong(0, String.valueOf(e.getMessage()));
        }
    }

    private void row() {
        rows.expectCells(width);
        double second = rows.time(time);
        ForeignSeries into = series();
        polls++;
        first = Math.min(first, second);
        last = Math.max(last, second);
        if (unit >= 0 && !into.hasUnit() && rows.length(unit) > 0) {
            into.unit(unit());
        }
        if (limit >= 0 && rows.length(limit) > 0) {
            into.limit(number(limit));
        }
        double number = rows.number(value);
        if (!Double.isNaN(number)) {
            into.add(second, number, life(), lifeNames);
        } else if (NO_VALUE.contains(rows.text(value).strip().toLowerCase(Locale.ROOT))) {
            into.gap();
        } else {
            throw notANumber(value);
        }
    }

    private ForeignSeries series() {
        int number = names.number(rows.bytes(), rows.from(series), rows.to(series));
        if (number == all.size()) {
            all.add(new ForeignSeries(names.name(number)));
        }
        return all.get(number);
    }

    private int life() {
        return life < 0
                ? lifeNames.number(new byte[0], 0, 0)
                : lifeNames.number(rows.bytes(), rows.from(life), rows.to(life));
    }

    private Unit unit() {
        try {
            return Unit.ofWord(rows.text(unit).strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw rows.wrong(unit, e.getMessage() + ", or name no unit column");
        }
    }

    private double number(int cell) {
        double number = rows.number(cell);
        if (Double.isNaN(number)) {
            throw notANumber(cell);
        }
        return number;
    }

    private StoreException notANumber(int cell) {
        return rows.wrong(cell, "not a number: '" + rows.text(cell) + "'");
    }

    private Run run(Path file) {
        if (polls == 0) {
            throw new StoreException(file + " has a header and no rows");
        }
        List<Series> built = all.stream().map(ForeignSeries::build).toList();
        return new Run(
                Timestamps.instant(first),
                Timestamps.instant(last),
                null,
                polls,
                built.stream().mapToLong(Series::size).sum(),
                all.stream().mapToLong(ForeignSeries::gaps).sum(),
                all.size(),
                built,
                List.of());
    }
}
