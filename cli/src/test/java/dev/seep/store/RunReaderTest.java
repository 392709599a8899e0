package dev.seep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunReaderTest {
    @TempDir
    Path temporary;

    @Test
    void readsASamplesFileWithoutItsFolder() throws IOException {
        Run run = read("""
                {"t":"2026-11-22T21:00:00Z","target":"shop/web/app","life":"a","m":{"memory.anon":5,"fds.share":0.5}}
                {"t":"2026-11-22T21:00:30Z","target":"local/nginx","life":"1","m":{"zombies":1},"later":{"x":[1,2]}}
                """);
        assertThat(run.every()).isNull();
        Series share = run.series().get(0);
        assertThat(share.metric().unit()).isEqualTo(Unit.RATIO);
        assertThat(share.metric().bad()).isEqualTo(BadDirection.UP);
        assertThat(run.series().get(1).metric().unit()).isEqualTo(Unit.BYTES);
        assertThat(run.series().get(2).target()).isEqualTo(Target.process("nginx"));
    }

    @Test
    void sortsByTimeAndLetsTheLastOfTwoCount() throws IOException {
        Series series = read("""
                {"t":"2026-11-22T21:00:30Z","target":"a/b","life":"1","m":{"x":2}}
                {"t":"2026-11-22T21:00:00Z","target":"a/b","life":"1","m":{"x":1}}
                {"t":"2026-11-22T21:00:30Z","target":"a/b","life":"1","m":{"x":3}}
                """).series().get(0);
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.value(0)).isEqualTo(1);
        assertThat(series.value(1)).isEqualTo(3);
    }

    @Test
    void countsGapsOfTheMetricsTheyCover() throws IOException {
        Run run = read("""
                {"t":"2026-11-22T21:00:00Z","target":"a/b","life":"1","m":{"fds.open":1,"memory.anon":1},"gap":{"disk":"denied"}}
                {"t":"2026-11-22T21:00:30Z","target":"a/b","life":"1","m":{"memory.anon":1},"gap":{"fds":"denied"}}
                {"t":"2026-11-22T21:01:00Z","target":"a/b","life":"1","m":{},"gap":{"*":"timeout"}}
                """);
        assertThat(run.series()).extracting(Series::gaps).containsExactly(2, 1);
        assertThat(run.gaps()).isEqualTo(4);
        assertThat(run.polls()).isEqualTo(3);
    }

    @Test
    void readsPackedFilesByTheirContent() throws IOException {
        Path file = temporary.resolve("odd.name");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"t\":\"2026-11-22T21:00:00Z\",\"target\":\"a/b\",\"life\":\"1\",\"m\":{\"x\":2}}\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(RunReader.read(file).samples()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"t":"2026-11-22T21:00:00Z","target":"a/b","m":{"x":oops}} | Unrecognized token
            {"t":"2026-11-32T21:00:00Z","target":"a/b","m":{"x":1}}    | not a time: '2026-11-32T21:00:00Z'
            {"t":"2026-11-22T21:00:00Z","target":"a","m":{"x":1}}      | not a target: 'a'
            {"t":"2026-11-22T21:00:00Z","target":"a//c","m":{"x":1}}   | not a name: ''
            {"t":"2026-11-22T21:00:00Z","target":"a/b","m":{"x":"1"}}  | the value of "x" is not a number
            {"t":"2026-11-22T21:00:00Z","target":"a/b","m":{"x":1e999}}| the value of "x" is too large
            {"target":"a/b","m":{"x":1}}                               | no "t"
            [1]                                                        | not a JSON object
            {"t":"2026-11-22T21:00:00Z","target":"a/b","m":{}} {}      | more than one JSON object on a line
            """)
    void saysWhereALineIsHostile(String line, String problem) throws IOException {
        String good = "{\"t\":\"2026-11-22T21:00:00Z\",\"target\":\"a/b\",\"m\":{\"x\":1}}\n";
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read(good + line + "\n" + good))
                .withMessageStartingWith(temporary.resolve("samples") + ":2:")
                .withMessageContaining(problem)
                .withMessageEndingWith("mend or delete this line");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { "format" : "seep.verdict/1",                                | holds the verdict of a run, and no samples
            {"format":"seep.run/1",                                       | holds the plan of a run, and no samples
            {"t":"2026-11-22T21:00:00Z","event":"appeared"}               | holds the events of a run, and no samples
            {"status":"success","data":{"resultType":"matrix"}}           | is an answer of Prometheus, and seep reads CSV
            """)
    void saysWhatIsTakenForSamplesAndIsNone(String content, String problem) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read(content + "\n"))
                .withMessageStartingWith(temporary.resolve("samples") + " " + problem);
    }

    @Test
    void namesTheRunFolderOfAVerdict() throws IOException {
        Files.writeString(temporary.resolve("run.json"), "{}");
        Path verdict = Files.writeString(temporary.resolve("verdict.json"), "{\n  \"format\" : \"seep.verdict/1\",\n");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> MistakenJson.refuse(verdict))
                .withMessageEndingWith("give the run folder, " + temporary);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> RunReader.read(temporary.resolve("nowhere")))
                .withMessage("cannot read %1$s: there is no %1$s", temporary.resolve("nowhere"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read(""))
                .withMessage(temporary.resolve("samples") + " is empty");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read("a,b,c\n1,2,3\n"))
                .withMessageContaining("name them with --columns");
    }

    private Run read(String content) throws IOException {
        return RunReader.read(Files.writeString(temporary.resolve("samples"), content));
    }
}
