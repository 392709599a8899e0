package dev.seep.store.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import dev.seep.store.RunReader;
import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignCsvTest {
    private static final String ALL = "time=ts,series=name,value=v,life=instance,unit=unit,limit=limit";

    @TempDir
    Path temporary;

    @Test
    void readsSeriesWithLivesUnitsAndLimits() throws IOException {
        Run run = read(ALL, """
                ts,name,instance,v,unit,limit,ignored
                1767265220,a,0,61,bytes,,x
                1767265221,b,0,1.5,,,x
                1767265284,a,0,73,bytes,100,x
                1767265342,a,1,,bytes,200,x
                1767265400,a,1,8,bytes,,x
                """);
        assertThat(run.polls()).isEqualTo(5);
        assertThat(run.gaps()).isEqualTo(1);
        assertThat(run.series()).extracting(Series::name).containsExactly("a", "b");
        Series a = run.series().get(0);
        assertThat(a.metric().name()).isEqualTo("bytes");
        assertThat(a.limit()).hasValue(200);
        assertThat(a.gaps()).isEqualTo(1);
        assertThat(a.lives())
                .containsExactly(
                        new Incarnation("0", Instant.ofEpochSecond(1767265220), null),
                        new Incarnation("1", Instant.ofEpochSecond(1767265400), null));
        Series b = run.series().get(1);
        assertThat(b.metric().name()).isEqualTo("b");
        assertThat(b.metric().unit()).isEqualTo(Unit.COUNT);
        assertThat(b.limit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1795381200, 1795381200",
        "1795381200.25, 1795381200.25",
        "1795381200250, 1795381200.25",
        "1795381200250000, 1795381200.25",
        "1795381200250000000, 1795381200.25",
        "2026-11-22T21:00:00Z, 1795381200",
        "2026-11-22T22:30:00+01:30, 1795381200",
        "2026-11-22 21:00:00.250, 1795381200.25",
        "2026-11-22T21:00:00-0100, 1795384800",
        "2026-11-22T21:00, 1795381200",
        "2026-11-22, 1795305600",
        "120, 120"
    })
    void readsTimesOfManyKinds(String time, double seconds) throws IOException {
        assertThat(one("ts,name,v\n" + time + ",a,1\n").seconds(0)).isCloseTo(seconds, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "61, 61",
        "-1.5, -1.5",
        "+7, 7",
        "1e3, 1000",
        "0.1, 0.1",
        "123456789012345678, 123456789012345678",
        "3.141592653589793238, 3.141592653589793",
        ".5, 0.5",
        "5., 5",
        "' 12 ', 12",
        "1.7976931348623157e308, 1.7976931348623157e308"
    })
    void readsNumbersAsJavaDoes(String text, double value) throws IOException {
        assertThat(one("ts,name,v\n1,a," + text + "\n").value(0)).isEqualTo(value);
    }

    @Test
    void readsQuotesByteOrderMarksAndCarriageReturns() throws IOException {
        Series series = one("\uFEFFts,\"name\",v\r\n\r\n1,\"a \"\"b\"\", \r\nc\",\"2\"\r\n3,\"a \"\"b\"\", \r\nc\",4");
        assertThat(series.name()).isEqualTo("a \"b\", \r\nc");
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.value(1)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "NA", "null"})
    void takesNoValueAsAGap(String none) throws IOException {
        Series series = one("ts,name,v\n1,a,1\n2,a," + none + "\n");
        assertThat(series.size()).isEqualTo(1);
        assertThat(series.gaps()).isEqualTo(1);
    }

    @Test
    void sortsRowsThatAreNotInOrder() throws IOException {
        Series series = one("ts,name,v\n3,a,30\n1,a,10\n2,a,20\n");
        assertThat(new double[] {series.value(0), series.value(1), series.value(2)})
                .containsExactly(10, 20, 30);
    }

    @Test
    void recognisesObviousColumns() throws IOException {
        Path file = Files.writeString(temporary.resolve("f.csv"), "Timestamp,Name,Value\n1,a,1\n");
        assertThat(RunReader.read(file).series()).extracting(Series::name).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1,a,x      | :2:5: not a number: 'x'
            1,a,0x10   | :2:5: not a number: '0x10'
            1,a,1d     | :2:5: not a number: '1d'
            later,a,1  | :2:1: not a time: 'later', write seconds since 1970 or 2026-11-22T21:00:00Z
            2026-13-01,a,1 | :2:1: not a time: '2026-13-01', write seconds since 1970 or 2026-11-22T21:00:00Z
            1,a        | :2:3: this row has 2 cells and the header has 3
            1,a,1,2    | :2:7: this row has 4 cells and the header has 3
            1,"a,1     | :2:3: this quote is not closed by the end of the file
            """)
    void saysWhereARowIsHostile(String row, String problem) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read("time=ts,series=name,value=v", "ts,name,v\n" + row + "\n"))
                .withMessage(temporary.resolve("f.csv") + problem);
    }

    @Test
    void namesTheColumnsThatThereAre() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read("time=when,series=name,value=v", "ts,name,v\n1,a,1\n"))
                .withMessageEndingWith(":1:1: there is no column 'when' for time; there are ts, name, v");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time;series;value | the cells are separated by semicolons or tabs; write them with commas
            time,a,b          | the columns for time, series and value are not obvious
            """)
    void saysWhatIsWrongWithAHeader(String header, String problem) throws IOException {
        Path file = Files.writeString(temporary.resolve("f.csv"), header + "\n1;a;1\n");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> RunReader.read(file))
                .withMessageStartingWith(file + ":1:1: " + problem);
    }

    @Test
    void refusesAFileWithoutRows() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read(ALL, "ts,name,v,instance,unit,limit\n"))
                .withMessageEndingWith("has a header and no rows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time=ts,series=n           | value= is missing
            time=ts,series=n,value     | 'value' is not WHAT=COLUMN
            time=a,time=b,series=n     | time is named twice
            tme=ts,series=n,value=v    | unknown 'tme'
            """, quoteCharacter = '`')
    void refusesColumnsThatAreNone(String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Columns.parse(text))
                .withMessage("columns: " + problem
                        + "; write them as in time=ts,series=name,value=v,life=instance,unit=unit,limit=limit");
    }

    private Series one(String content) throws IOException {
        return read("time=ts,series=name,value=v", content).series().get(0);
    }

    private Run read(String columns, String content) throws IOException {
        Path file = Files.writeString(temporary.resolve("f.csv"), content);
        return ForeignCsv.read(file, Columns.parse(columns));
    }
}
