package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import dev.seep.run.ListenAddress;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"9464, 127.0.0.1:9464", ":80, 127.0.0.1:80", "0.0.0.0:1, 0.0.0.0:1", "[::1]:9464, [::1]:9464"})
    void onlyAHostThatIsNamedOpensMoreThanThisMachine(String written, String meant) {
        assertThat(ListenAddress.parse(written)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "1.2.3.4:99999", "http://x:1", "x:y", "a b:1", "x:1/metrics", "u@x:1"})
    void anAddressThatIsNoneIsAUsageError(String written) {
        Result result = seep().run("export", "--listen", written, "--", "true");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("no address to listen on").contains("127.0.0.1:9464");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "export"})
    void aPortInUseIsOneLine(String command) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            Result result = seep().run(command, "--listen", address, "--out", "run", "--", "sleep", "5");

            assertThat(result.exit()).isEqualTo(4);
            assertThat(result.err())
                    .contains("cannot listen on " + address + ": address already in use")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void exportedAgainItGoesOnWithTheFolder() throws Exception {
        export();
        int first = Files.readAllLines(folder.resolve("out/samples.jsonl")).size();
        assertThat(first).isPositive();
        Result again = export();

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).contains("serving http://127.0.0.1:");
        assertThat(Files.readAllLines(folder.resolve("out/samples.jsonl"))).hasSizeGreaterThan(first);
        assertThat(seep().run("analyze", "out", "--inconclusive=pass").exit()).isZero();
    }

    @Test
    void keepingNothingIsAUsageError() {
        Result result = seep().run("export", "--keep-size", "many", "--", "true");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--keep-size").contains("'many'");
    }

    @Test
    void aForeignFolderIsNotWrittenTo() throws Exception {
        Files.createDirectory(folder.resolve("out"));
        Files.writeString(folder.resolve("out/precious"), "x");

        assertThat(export().exit()).isEqualTo(4);
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/precious");
    }

    private Result export() {
        return seep().run(
                        "export", "--every", "200ms", "--listen", "127.0.0.1:0", "--out", "out", "--", "sleep", "1.5");
    }

    private CliRunner seep() {
        return new CliRunner(folder);
    }
}
