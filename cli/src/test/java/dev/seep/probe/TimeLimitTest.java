package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands with a limit, in every shell of this machine, with the {@code timeout} of coreutils and without. */
@EnabledOnOs(OS.LINUX)
class TimeLimitTest {
    /** No other process sleeps for exactly so long. */
    private static final Duration LONG =
            Duration.ofSeconds(70_000 + ProcessHandle.current().pid() % 10_000);

    static Stream<List<String>> shells() {
        return Shells.all();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void leavesNoProcessBehindWhereverThereIsNoTimeout(List<String> shell) throws Exception {
        for (int i = 0; i < 20; i++) {
            Result result = run(shell, "timeout() { return 1; }\n" + command(LONG, "echo $1; echo 2 >&2; exit 3"));

            assertThat(result).isEqualTo(new Result(3, "one\n", "2\n"));
        }

        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").endsWith("sleep " + (LONG.toSeconds() + 2))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void runsTheCommandAsItWouldRunWithoutLimit(List<String> shell) throws Exception {
        assertThat(run(shell, command(LONG, "echo $1; echo 2 >&2; exit 3"))).isEqualTo(new Result(3, "one\n", "2\n"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void endsACommandThatWaits(List<String> shell) throws Exception {
        Assumptions.assumeFalse(shell.contains("PATH=/nowhere"), "nothing there could wait");
        Assumptions.assumeTrue(
                run(shell, "echo | read -t 1 x || timeout --version").status() == 0,
                "nothing there could keep the time");

        assertThat(run(shell, command(Duration.ofSeconds(-1), "exec sleep " + LONG.toSeconds()))
                        .status())
                .isIn(143, 124);
    }

    private static String command(Duration limit, String command) {
        return Transport.Command.bounded(command, limit).script().replaceFirst("(limited \\d+) sh ", "$1 /bin/sh ");
    }

    private record Result(int status, String out, String err) {}

    private static Result run(List<String> shell, String script) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of("-c", script, "sh", "one"));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), out, err);
    }
}
