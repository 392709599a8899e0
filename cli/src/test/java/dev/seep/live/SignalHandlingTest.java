package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.seep.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jline.utils.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals that this very process gets; while a test runs, none of them ends it. */
@EnabledOnOs(OS.LINUX)
class SignalHandlingTest {
    private static final int SIGINT = 2;

    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @CsvSource({"TERM, TERM, 143", "TERM, INT, 130", "INT, TERM, 143", "INT, INT, 130"})
    void theFirstSignalStopsAndTheSecondExits(String first, String second, int code) throws Exception {
        assumeFalse((first + second).contains("INT") && isIgnored(SIGINT), "started in the background of a shell");
        try (SignalHandling handling = handling()) {
            raise(first);
            Waiting.until(() -> !done.isEmpty());
            assertThat(done).containsExactly("stop");
            raise(second);
            Waiting.until(() -> done.size() == 2);
        }

        assertThat(done).containsExactly("stop", "exit " + code);
    }

    @Test
    void everyFurtherSignalExitsToo() throws Exception {
        try (SignalHandling handling = handling()) {
            for (int signals = 1; signals <= 3; signals++) {
                int sent = signals;
                raise("TERM");
                Waiting.until(() -> done.size() == sent);
            }
        }

        assertThat(done).containsExactly("stop", "exit 143", "exit 143");
    }

    @Test
    void aLostTerminalEndsNothing() throws Exception {
        try (SignalHandling handling = handling()) {
            raise("HUP");
            raise("TERM");
            Waiting.until(() -> !done.isEmpty());
        }

        assertThat(done).as("the first that counts").containsExactly("stop");
    }

    @Test
    void givesSignalsBackToWhoeverHandledThem() throws Exception {
        Object before = Signals.register("TERM", () -> done.add("as before"));
        try {
            handling().close();
            raise("TERM");
            Waiting.until(() -> !done.isEmpty());
        } finally {
            Signals.unregister("TERM", before);
        }

        assertThat(done).containsExactly("as before");
    }

    private SignalHandling handling() {
        return new SignalHandling(() -> done.add("stop"), code -> done.add("exit " + code));
    }

    private static void raise(String signal) throws IOException, InterruptedException {
        String self = Long.toString(ProcessHandle.current().pid());
        assertThat(new ProcessBuilder(List.of("sh", "-c", "kill -" + signal + " " + self))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static boolean isIgnored(int signal) throws IOException {
        String mask = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElseThrow()
                .replaceAll("SigIgn:\\s*", "");
        return (Long.parseUnsignedLong(mask, 16) >> (signal - 1) & 1) == 1;
    }
}
