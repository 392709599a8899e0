package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** These tests seal what is sent to targets, to the byte: what it costs there was measured. */
class SentScriptsTest {
    private static final MeasurementSchedule TERMS = new MeasurementSchedule(Duration.ofMinutes(1), Duration.ofSeconds(7), Pattern.compile(""));

    /** A name of a file in {@code src/test/resources/probe/sent}, and what is sent. */
    record Sent(String name, String script) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sent> scripts() {
        return List.of(
                new Sent("resident", ProbeSet.withDisk().program()),
                new Sent("once", ProbeSet.all().once(new PollRequest(3, List.of("memory", "sockets")))),
                new Sent("jvm", script(new JvmMeasurement(TERMS))),
                new Sent("disk", script(new DiskMeasurement(List.of("/a", "/it's 100%"), TERMS))));
    }

    private static String script(Measurement measurement) {
        return ((Transport.Command) measurement.transport()).script();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void isSentAsEver(Sent sent) throws IOException {
        try (InputStream golden = SentScriptsTest.class.getResourceAsStream("/probe/sent/" + sent.name() + ".sh")) {
            assertThat(sent.script()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"processes", "memory", "fds", "sockets", "disk", "disk-on-demand", "jvm", "limited"})
    @EnabledOnOs(OS.LINUX)
    void isAScriptToTheShell(String name) throws Exception {
        Path script = Path.of(Scripts.class.getResource(name + ".sh").toURI());

        Process shell = new ProcessBuilder("sh", "-n", script.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(shell.waitFor()).isZero();
    }
}
