package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.testing.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hours of a shop, polled every two minutes: of two replicas one leaks descriptors and the other warms up and cannot
 * be read for a while, a cart grows as it is allowed to and crashes once, jobs are left over, which is known.
 */
class RecordedRunTest {
    /** Of the digits behind the ninth each machine has its own: its logarithms differ in the last bit. */
    private static final MathContext DIGITS = new MathContext(9);

    private static final Pattern NUMBER = Pattern.compile("(?<= : )-?\\d+(\\.\\d+)?(E-?\\d+)?");
    private static final Path RUN = Path.of("src/test/resources/verdict/run").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void theVerdictStaysWhatItIsToTheByte() throws IOException {
        CliRunner.Result result = new CliRunner(folder).run("analyze", RUN.toString(), "-o", "json");

        Golden.isKept("verdict/run-verdict.json", NUMBER.matcher(result.out()).replaceAll(RecordedRunTest::rounded));
        assertThat(result.exit()).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }

    private static String rounded(MatchResult number) {
        BigDecimal value = new BigDecimal(number.group()).round(DIGITS).stripTrailingZeros();
        return value.scale() < 0 ? value.toPlainString() : value.toString();
    }
}
