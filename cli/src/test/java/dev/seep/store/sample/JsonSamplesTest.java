package dev.seep.store.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.store.line.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSamplesTest {
    private static final String LINE = "{\"t\":\"2026-11-22T21:00:00Z\",\"target\":\"shop/web/app\",\"life\":\"3f\","
            + "\"m\":{\"fds.open\":11,\"memory.anon\":5.5},\"gap\":{\"disk\":\"denied\"},\"ms\":2.8}\n";

    @TempDir
    Path temporary;

    @Test
    void readsALine() throws IOException {
        Observation line = read(LINE).get(0);

        assertThat(line.target()).isEqualTo(Target.container("shop", "web", "app", "web"));
        assertThat(line.life()).isEqualTo("3f");
        assertThat(line.values()).containsOnly(entry("fds.open", 11.0), entry("memory.anon", 5.5));
        assertThat(line.gaps()).containsOnly(entry("disk", GapReason.DENIED));
        assertThat(line.millis()).isEqualTo(2.8);
    }

    @Test
    void passesOverWhatALaterVersionMaySay() throws IOException {
        String later = "{\"v\":2,\"t\":\"2026-11-22T21:00:00Z\",\"target\":\"a/b\",\"more\":{\"x\":[1,{\"t\":\"no\"}]},"
                + "\"gap\":{\"disk\":\"throttled\",\"fds\":{\"why\":[\"denied\"]},\"jvm\":null},\"ms\":{\"cpu\":1}}\n";
        Observation line = read(later + LINE).get(0);

        assertThat(line.values()).isEmpty();
        assertThat(line.gaps()).containsOnlyKeys("disk", "fds", "jvm").containsEntry("disk", GapReason.UNKNOWN);
        assertThat(line.life()).isEmpty();
        assertThat(line.millis()).isZero();
        assertThat(read(later + LINE).get(1)).isEqualTo(read(LINE).get(0));
    }

    @Test
    void aLineHoldsNothingOfTheOneBefore() throws IOException {
        Observation second = read(LINE + "{\"t\":\"2026-11-22T21:00:30Z\",\"target\":\"a/b\"}\n")
                .get(1);

        assertThat(second.values()).isEmpty();
        assertThat(second.gaps()).isEmpty();
    }

    @Test
    void readsALineOfManyMetrics() throws IOException {
        StringBuilder many = new StringBuilder("{\"t\":\"2026-11-22T21:00:00Z\",\"target\":\"a/b\",\"m\":{\"m0\":0");
        for (int i = 1; i < 1000; i++) {
            many.append(",\"m").append(i).append("\":").append(i);
        }
        assertThat(read(many + "}}\n").get(0).values()).hasSize(1000).containsEntry("m999", 999.0);
    }

    @Test
    void readsOtherEndsOfLinesAndAMarkOfTheOrderOfBytes() throws IOException {
        assertThat(read("\uFEFF" + LINE.replace("\n", "\r\n") + "\r\n \t\n" + LINE))
                .hasSize(2);
    }

    @Test
    void whatHasNoEndOfItsLineIsTheRestOfAWrite() throws IOException {
        assertThat(read(LINE + LINE.substring(0, LINE.length() - 1))).hasSize(1);
        assertThat(read(LINE + "{\"t\":\"20")).hasSize(1);
        assertThat(read("{\"t\"")).isEmpty();
    }

    @Test
    void aLastLineThatIsNoJsonIsTheRestOfAWriteToo() throws IOException {
        assertThat(read(LINE + "{\"t\":\"20\0\0\0\0\n")).hasSize(1);
    }

    @Test
    void aPackedFileThatWasCutIsReadUpToTheCut() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 5_000; i++) {
                gzip.write(LINE.replace(":11", ":" + i * 7919L).getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

        assertThat(read(cut)).hasSizeBetween(1_000, 4_999);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"t":1795381200,"target":"a/b"}                          | 16: "t" is not a text
            {"t":"2026-11-22T21:00:00Z","target":["a/b"]}            | 39: "target" is not a text
            {"t":"2026-11-22T21:00:00Z","target":"a/b","m":[1]}      | 49: "m" is not an object
            {"t":"2026-11-22T21:00:00Z","target":"a/b","gap":"*"}    | 51: "gap" is not an object
            {"t":"2026-11-22T21:00:00Z"}                             | 29: no "target"
            {"t":"soon","target":"a/b"}                              | 28: not a time: 'soon'
            {"t":"2026-11-22T21:00:00Z","target":"a/b/c/d"}          | 48: not a target: 'a/b/c/d', expected namespace/pod/container
            """)
    void saysWhereALineIsBroken(String line, String problem) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read(LINE + line + "\n" + LINE))
                .withMessage(file() + ":2:" + problem + "; mend or delete this line");
    }

    @Test
    void saysThatALineHasNoEnd() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read(LINE + "x".repeat(1 << 24)))
                .withMessage("cannot read " + file() + ": line 2 is longer than 16 MiB");
    }

    private Path file() {
        return temporary.resolve("samples.jsonl");
    }

    private List<Observation> read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private List<Observation> read(byte[] content) throws IOException {
        List<Observation> lines = new ArrayList<>();
        Lives lives = new Lives(List.of());
        Files.write(file(), content);
        new JsonSamples().read(file(), line -> lines.add(line.observation(lives)));
        return lines;
    }
}
