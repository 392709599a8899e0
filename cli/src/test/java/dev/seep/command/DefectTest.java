package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.run.CliEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script sees of a fault in seep: never the exit code of a leak. */
class DefectTest {
    @TempDir
    Path folder;

    @Test
    void anErrorOfTheMachineIsADefectAndNoLeak() throws Exception {
        StringWriter err = new StringWriter();
        CliEnvironment broken = new CliEnvironment(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                CliEnvironment.Terminal.NONE,
                Map.of("HOME", "/nonexistent"),
                new ClockWithoutClasses(),
                folder,
                code -> {
                    throw new IllegalStateException("exit " + code);
                });

        int exit =
                new Cli(broken).run("run", "--pid", "" + ProcessHandle.current().pid(), "--for", "1s");

        assertThat(exit).isEqualTo(70);
        assertThat(err.toString()).contains("this is a fault in seep").doesNotContain("\tat ");
        Matcher file = Pattern.compile("details are in (\\S+)").matcher(err.toString());
        assertThat(file.find()).isTrue();
        Path trace = Path.of(file.group(1));
        assertThat(trace).content().contains("NoClassDefFoundError: gone", "\tat ");
        Files.delete(trace);
    }

    @Test
    void aJarWithoutItsLibrariesIsNoLeak() throws Exception {
        Process seep = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(Cli.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        "dev.seep.Main",
                        "--version")
                .redirectErrorStream(true)
                .start();
        String said = new String(seep.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(seep.waitFor()).isEqualTo(70);
        assertThat(said).contains("keep the folder lib beside seep.jar").doesNotContain("\tat ");
    }

    /** As when the program file is replaced while it runs. */
    private static final class ClockWithoutClasses extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw new NoClassDefFoundError("gone");
        }
    }
}
