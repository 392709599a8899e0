package dev.seep.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BootstrapTest {
    static Stream<List<String>> shells() {
        return Stream.of(
                        List.of("/usr/bin/dash"),
                        List.of("/usr/bin/bash"),
                        List.of("/usr/bin/busybox", "sh"),
                        List.of("/usr/bin/env", "PATH=/nowhere", "/usr/bin/dash"))
                .filter(shell -> Files.isExecutable(Path.of(shell.get(0)))
                        && Files.isExecutable(
                                Path.of(shell.get(shell.size() - 1).replaceFirst("^sh$", "/bin/sh"))));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void programFromStandardInputReadsTheRestOfIt(List<String> shell) throws Exception {
        String program =
                "N='\n'\n{\n# a \\ backslash, 'quotes' \"$N\"\n  while read -r q; do echo \"got $q\"; done\n} 2>/dev/null";
        assertThat(run(shell, Bootstrap.input(program) + "one\ntwo\n")).isEqualTo("got one\ngot two\n0");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void programThatComesInPartIsNotRun(List<String> shell) throws Exception {
        assertThat(run(shell, "echo wrong\n")).isEqualTo("1");
        assertThat(run(shell, "")).isEqualTo("1");
    }

    /** What it printed, and its exit status. */
    private static String run(List<String> shell, String input) throws Exception {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of("-c", Bootstrap.SCRIPT));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + process.waitFor();
    }
}
