package dev.seep.store.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvSamplesTest {
    private static final String HEADER = "time,namespace,pod,container,life,fds.open,memory.anon,gaps\n";
    private static final String ROW = "2026-11-22T21:00:00Z,shop,web,app,3f,11,5.5,disk=denied\n";

    @TempDir
    Path temporary;

    @Test
    void readsARow() throws IOException {
        Observation row = read(HEADER + ROW).get(0);

        assertThat(row.time()).isEqualTo(Instant.parse("2026-11-22T21:00:00Z"));
        assertThat(row.target()).isEqualTo(Target.container("shop", "web", "app", "web"));
        assertThat(row.life()).isEqualTo("3f");
        assertThat(row.values()).containsOnly(entry("fds.open", 11.0), entry("memory.anon", 5.5));
        assertThat(row.gaps()).containsOnly(entry("disk", GapReason.DENIED));
        assertThat(row.millis()).isNaN();
    }

    @Test
    void aCellWithoutANumberIsNoValueAndNotZero() throws IOException {
        Observation row = read(HEADER + "2026-11-22T21:00:00Z,shop,web,,3f,,7,fds=timeout memory=no-shell *=of-later\n")
                .get(0);

        assertThat(row.target()).isEqualTo(Target.pod("shop", "web", "web"));
        assertThat(row.values()).containsOnly(entry("memory.anon", 7.0));
        assertThat(row.gaps())
                .containsOnly(
                        entry("fds", GapReason.TIMEOUT),
                        entry("memory", GapReason.NO_SHELL),
                        entry("*", GapReason.UNKNOWN));
    }

    @Test
    void readsWhatSpreadsheetsMakeOfIt() throws IOException {
        String saved = "\uFEFF" + (HEADER + ROW).replace("\n", "\r\n").replace("web", "\"web\"");

        assertThat(read(saved)).isEqualTo(read(HEADER + ROW));
    }

    @Test
    void readsAHeaderWithoutGaps() throws IOException {
        assertThat(read("time,namespace,pod,container,life,x\n2026-11-22T21:00:00Z,local,nginx,,1,2\n"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.target()).isEqualTo(Target.process("nginx"));
                    assertThat(row.values()).containsOnly(entry("x", 2.0));
                });
    }

    @Test
    void theLastOfTwoColumnsOfOneNameCounts() throws IOException {
        String twice = "time,namespace,pod,container,life,x,x,gaps\n2026-11-22T21:00:00Z,a,b,,1,2,3,\n";

        assertThat(read(twice).get(0).values()).containsOnly(entry("x", 3.0));
    }

    @Test
    void aRowWithoutTheEndOfItsLineIsTheRestOfAWrite() throws IOException {
        assertThat(read(HEADER + ROW + ROW.substring(0, ROW.length() - 1))).hasSize(1);
        assertThat(read(HEADER + ROW + "2026-11-2")).hasSize(1);
        assertThat(read(HEADER.substring(0, 60))).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void namesKeepTheirApostropheOnlyWhereItIsTheirOwn() throws IOException {
        Observation row =
                read(HEADER + "2026-11-22T21:00:00Z,local,'=cmd,,''x,1,1,\n").get(0);

        assertThat(row.target().name()).isEqualTo("=cmd");
        assertThat(row.life()).isEqualTo("'x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            yesterday,a,b,c,1,2,3,                  | 3:1: not a time: 'yesterday', write seconds since 1970 or 2026-11-22T21:00:00Z
            2026-13-22T21:00:00Z,a,b,c,1,2,3,       | 3:1: not a time: '2026-13-22T21:00:00Z', write seconds since 1970 or 2026-11-22T21:00:00Z
            2026-11-22T21:00:00Z,a,b,c,1,2          | 3:30: this row has 6 cells and the header has 8
            2026-11-22T21:00:00Z,a,b,c,1,2,3,,,     | 3:36: this row has 10 cells and the header has 8
            2026-11-22T21:00:00Z,a,,c,1,2,3,        | 3:22: not a name: ''
            2026-11-22T21:00:00Z,a,b/c,d,1,2,3,     | 3:22: not a target: 'a/b/c/d', expected namespace/pod/container
            2026-11-22T21:00:00Z,a,b,c,1,0x1p3,3,   | 3:30: not a number: '0x1p3'
            2026-11-22T21:00:00Z,a,b,c,1,NaN,3,     | 3:30: not a number: 'NaN'
            2026-11-22T21:00:00Z,a,b,c,1,1e999,3,   | 3:30: not a number: '1e999'
            2026-11-22T21:00:00Z,a,b,c,1,2,3,disk   | 3:34: not a gap: 'disk', expected KEY=REASON
            2026-11-22T21:00:00Z,a,b,c,1,2,3,=x     | 3:34: not a gap: '=x', expected KEY=REASON
            2026-11-22T21:00:00Z,a,"b               | 3:24: this quote is not closed by the end of the file
            """)
    void saysWhereARowIsBroken(String row, String problem) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read(HEADER + ROW + row + "\n"))
                .withMessage(file() + ":" + problem);
    }

    @Test
    void saysThatAnotherHeaderIsNone() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read("time,pod,namespace,container,life,x\n"))
                .withMessage(file() + ":1:1: the header does not begin with time,namespace,pod,container,life");
    }

    @Test
    void saysThatARowHasNoEnd() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read(HEADER + "x".repeat((1 << 24) + 1)))
                .withMessage(file() + ":2:1: this row is longer than 16 MiB; is a quote not closed?");
    }

    private Path file() {
        return temporary.resolve("samples.csv");
    }

    private List<Observation> read(String content) throws IOException {
        List<Observation> rows = new ArrayList<>();
        Lives lives = new Lives(List.of());
        Files.write(file(), content.getBytes(StandardCharsets.UTF_8));
        new CsvSamples().read(file(), line -> rows.add(line.observation(lives)));
        return rows;
    }
}
