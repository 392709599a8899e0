package dev.seep.source.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BootstrapTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(new ExecTarget("shop", "web", "app"));

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
        assertThat(run(shell, BOOTSTRAP.input(program) + "one\ntwo\n")).isEqualTo("got one\ngot two\n0");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void programThatComesInPartIsNotRun(List<String> shell) throws Exception {
        assertThat(run(shell, "echo wrong\n")).isEqualTo("1");
        assertThat(run(shell, "")).isEqualTo("1");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void shellThatWasLeftBehindEndsAndThatOfAnotherTargetStays(List<String> shell) throws Exception {
        Bootstrap other = new Bootstrap(new ExecTarget("shop", "web", "sidecar"));
        Process left = stay(shell, BOOTSTRAP);
        Process stays = stay(shell, other);
        assertThat(run(shell, BOOTSTRAP.input("echo up"))).isEqualTo("up\n0");
        assertThat(left.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(stays.isAlive()).isTrue();
        stays.destroyForcibly();
    }

    private static Process stay(List<String> shell, Bootstrap bootstrap) throws Exception {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of("-c", bootstrap.script()));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().write(bootstrap.input("echo up\nread -r q").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        assertThat(process.getInputStream().read()).isEqualTo('u');
        return process;
    }

    /** What it printed, and its exit status. */
    private static String run(List<String> shell, String input) throws Exception {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of("-c", BOOTSTRAP.script()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + process.waitFor();
    }
}
