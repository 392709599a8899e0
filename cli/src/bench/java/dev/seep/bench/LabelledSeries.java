package dev.seep.bench;

import dev.seep.sample.Series;
import dev.seep.store.csv.Columns;
import dev.seep.store.csv.ForeignCsv;
import java.nio.file.Path;
import java.util.List;

/** Reads the gzipped long-form series of the bench, as the command line does. */
final class LabelledSeries {
    private static final Columns COLUMNS =
            Columns.parse("time=ts,series=series,life=instance,value=value,unit=unit,limit=limit");

    private LabelledSeries() {}

    static List<Series> read(Path file) {
        return ForeignCsv.read(file, COLUMNS).series();
    }
}
