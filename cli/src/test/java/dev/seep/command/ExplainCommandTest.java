package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String COLUMNS = "--columns=time=ts,series=name,value=v,unit=unit,limit=limit,life=life";

    @TempDir
    private Path folder;

    @BeforeEach
    void record() throws IOException {
        StringBuilder csv = new StringBuilder("ts,name,v,unit,limit,life\n");
        Random random = new Random(1);
        for (int minute = 0; minute < 240; minute++) {
            Instant time = Instant.parse("2026-11-22T20:00:00Z").plusSeconds(60L * minute);
            double noise = random.nextGaussian() * 1e6;
            csv.append(time + ",heap.old," + (100e6 + noise + minute / 60.0 * 4e6) + ",bytes,268435456,a\n");
            csv.append(time + ",heap.young," + (100e6 + noise) + ",bytes,,l" + minute / 90 + "\n");
        }
        Files.writeString(folder.resolve("m.csv"), csv);
    }

    @Test
    void aLeakIsShownWithBothHypothesesAndTheAllowanceThatWouldHavePassedIt() {
        Result result = explain("old");

        assertThat(result.exit()).isZero();
        assertThat(result.out())
                .contains("heap.old", "○ if it settles", "● if it keeps growing", "keeps growing\" (line)")
                .containsPattern("limit +256 MiB, reached in \\d+ h \\(95 % \\d+ h to \\d+ h\\)")
                .containsPattern("would change +growth: 3\\.\\dMi/h in the policy \\(pass\\)");
    }

    @Test
    void restartsAreMarked() {
        assertThat(explain("young").out()).contains("┊ restart", "3 lives");
    }

    @Test
    void whereTheTerminalCannotThePictureIsAscii() {
        Result result = new CliRunner(folder).with("LC_ALL", "C").run("explain", "m.csv", "old", COLUMNS);

        assertThat(result.out()).matches("\\p{ASCII}*").contains("# if it keeps growing");
    }

    @Test
    void aPartThatFitsSeveralListsThemWithTheirOutcomes() {
        Result result = explain("h*p");

        assertThat(result.exit()).isZero();
        assertThat(result.out().lines()).hasSize(2);
        assertThat(result.out()).containsPattern("leak .* heap\\.old\n").containsPattern("pass .* heap\\.young\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void jsonTellsOfOneOnly() {
        Result result = explain("heap", "-o", "json");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("seep: 'heap' fits 2 series, and JSON tells of one: heap.old, heap.young\n");
    }

    @Test
    void whatFitsNothingSaysWhatThereIs() {
        Result result = explain("stack");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("no leak and no series fits 'stack'; there are: heap.old, heap.young");
    }

    @Test
    void aLeakIsFoundByItsId() {
        Matcher id = Pattern.compile("\\b[0-9a-f]{8}\\b")
                .matcher(new CliRunner(folder).run("analyze", "m.csv", COLUMNS).out());
        assertThat(id.find()).isTrue();

        Result result = explain(id.group());

        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo(explain("heap.old").out()).startsWith("heap.old\n");
    }

    @Test
    void namesOfAFileThatIsNotOnesOwnCannotCommandTheTerminal() throws IOException {
        Files.writeString(
                folder.resolve("m.csv"),
                "ts,name,v,unit,limit,life\n2026-11-22T20:00:00Z,\u001b[2Jheap\u202e\u2028old,1,bytes,,a\n");

        assertThat(explain("stack").err())
                .startsWith("seep: no leak and no series fits 'stack'; there are: [2Jheap old\n");
    }

    @Test
    void norCanValuesThatAreNoNumbers() throws IOException {
        Files.writeString(folder.resolve("m.csv"), "ts,name,v,unit,limit,life\n2026-11-22T20:00:00Z,a,\u001b[2Jx,,,\n");

        assertThat(explain("a").err()).contains("not a number: ' [2Jx'").doesNotContain("\u001b");
    }

    @Test
    void withoutANameItIsWhatDecidesTheRun() {
        Result result = new CliRunner(folder).run("explain", "m.csv", COLUMNS);

        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith("heap.old\n");
    }

    @Test
    void jsonHoldsTheFittedValues() {
        Result result = new CliRunner(folder).run("explain", "m.csv", "heap.old", COLUMNS, "-o", "json");

        assertThat(result.out()).contains("\"seep.explanation/1\"", "\"grows\" :", "\"wouldChange\"");
    }

    private Result explain(String what, String... options) {
        List<String> args = new ArrayList<>(List.of("explain", "m.csv", what, COLUMNS));
        args.addAll(List.of(options));
        return new CliRunner(folder).run(args.toArray(String[]::new));
    }
}
