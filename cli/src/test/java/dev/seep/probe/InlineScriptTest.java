package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.probe.Measurement.Output;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that go into a shell on standard input, in every shell of this machine. */
@EnabledOnOs(OS.LINUX)
class InlineScriptTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    static Stream<List<String>> shells() {
        return Shells.all();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void runsWhatCameInByteForByte(List<String> shell) throws Exception {
        InlineScript script = new InlineScript("""
                #!/bin/sh
                # quotes ' " ` $HOME, a backslash \\n, and bytes beyond ASCII: \u00fc\u00ff
                  x='indented'
                printf '%s %s\\n' a 1 'b\\n' 2
                """);

        Session session = new Session(shell, script);

        assertThat(script.isCopied(session.send(script.copy(), script.copiedMark())))
                .isTrue();
        assertThat(script.output(session.send("run", script.ranMark()))).contains(new Output(0, "a 1\nb\\n 2\n", ""));
        assertThat(session.hasEnded()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void bringsBackTheStatusAndWhatWasComplainedAbout(List<String> shell) throws Exception {
        InlineScript script = new InlineScript("echo 5; echo 'no such table' >&2; exit 3");
        Session session = new Session(shell, script);
        session.send(script.copy(), script.copiedMark());

        assertThat(script.output(session.send("run", script.ranMark())))
                .contains(new Output(3, "5\n", "no such table"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void leavesNoFileBehindWhenTheConnectionIsCutInTheMiddle(List<String> shell) throws Exception {
        InlineScript script = new InlineScript("echo 1\n".repeat(200));
        Session session = new Session(shell, script);

        session.cutAfter(script.copy().substring(0, 500));

        assertThat(session.hasEnded()).isTrue();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void noticesWhatCameInOtherThanItWasSent() {
        InlineScript script = new InlineScript("echo 1");

        assertThat(script.isCopied("echo 1\n\nseep-script-copied\n")).isTrue();
        assertThat(script.isCopied("echo 2\n\nseep-script-copied\n")).isFalse();
        assertThat(script.isCopied("echo\n\nseep-script-copied\n")).isFalse();
    }

    @Test
    void isNotTakenInByOutputThatLooksLikeItsMarks() {
        InlineScript script = new InlineScript("echo 1");
        String answer = "x\nseep-errors-of-script 0\n1\n\nseep-errors-of-script 7\n\nseep-script-ran\n";

        assertThat(script.output(answer)).contains(new Output(7, "x\nseep-errors-of-script 0\n1\n", ""));
    }

    @Test
    void refusesWhatCannotRun() {
        assertThatThrownBy(() -> new InlineScript(" \n")).hasMessage("is empty");
        assertThatThrownBy(() -> new InlineScript("#!/usr/bin/lua\nx"))
                .hasMessageContaining("'lua'")
                .hasMessageContaining("bash, dash");
        assertThatThrownBy(() -> new InlineScript("x".repeat(200_000))).hasMessageContaining("longer than");
    }

    /** A shell that was started with the program of a script, in an empty folder. */
    private final class Session {
        private final Process process;
        private final BufferedReader out;

        Session(List<String> shell, InlineScript script) throws IOException {
            List<String> command = new ArrayList<>(shell);
            command.addAll(List.of("-c", script.program(TIMEOUT).replaceFirst("(limited \\d+) sh ", "$1 /bin/sh ")));
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        String send(String line, String mark) throws IOException {
            write(line + "\n");
            StringBuilder answer = new StringBuilder();
            String last;
            do {
                last = out.readLine();
                answer.append(last).append('\n');
            } while (last != null && !last.equals(mark));
            return answer.toString();
        }

        void cutAfter(String text) throws IOException {
            write(text);
            process.getOutputStream().close();
        }

        private void write(String text) throws IOException {
            OutputStream in = process.getOutputStream();
            in.write(text.getBytes(StandardCharsets.ISO_8859_1));
            in.flush();
        }

        boolean hasEnded() throws InterruptedException {
            return process.waitFor(3, TimeUnit.MINUTES);
        }
    }
}
