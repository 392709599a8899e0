package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view on a real terminal, with a real run of a program that starts one more process every second. */
class LiveViewTest {
    private static final String LEAK = "sh -c 'while sleep 1; do sleep 1000 & done'";

    private final Tmux tmux = new Tmux();

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTmux() {
        assumeTrue(Tmux.isInstalled(), "tmux is not installed");
    }

    @AfterEach
    void close() {
        tmux.close();
    }

    @Test
    void answersItsKeysAndQuitsIntoTheVerdict() {
        tmux.start(80, 24, seep("run --every 1s --for 1h --out run -- " + LEAK));

        assertThat(tmux.await("processes"))
                .contains("TARGET", " left  ", "1 target, ", "constant series", "sort: worst");
        assertThat(tmux.alternate()).isEqualTo("1");

        tmux.press("s");
        tmux.await("sort: slope");
        tmux.press("/", "t", "h", "r");
        tmux.await("filter: thr_");
        tmux.press("Enter");
        tmux.await(screen -> screen.contains("threads") && !screen.contains("memory.rss"), "threads alone");
        tmux.press("Enter");
        tmux.await(screen -> screen.contains(": now ") && screen.contains("┨"), "a plot of one series");
        tmux.press("q");
        tmux.await("TARGET");
        tmux.press("Escape");
        tmux.await("memory.rss");
        tmux.press("?");
        tmux.await("no verdict");
        tmux.press("?");
        tmux.await("TARGET");
        tmux.press("s", "s", "PageDown");
        tmux.await(screen -> screen.matches("(?s).*sort: name  (\\d+)/\\1 .*"), "the last row selected");
        tmux.press("p");
        tmux.await("PAUSED");
        tmux.resize(160, 50);
        tmux.await("GROWTH (95 %)");
        tmux.press("q");
        tmux.await("end it now, after ");
        tmux.press("n");
        tmux.await("sort: name");
        tmux.press("q", "y");
        tmux.await("exit=");

        assertThat(tmux.alternate()).isEqualTo("0");
        assertThat(tmux.screen())
                .contains("polling 1 target", "recorded in run")
                .containsPattern("seep: ended early by you after (\\d+m)?(\\d+s)? of 1h")
                .containsPattern("exit=[13]");
        assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
    }

    @Test
    void isInterruptedAsEverAndWatchedByAnother() throws IOException {
        tmux.start(80, 24, seep("run --every 1s --for 1h --out run -- " + LEAK));
        tmux.await("TARGET");
        try (Tmux other = new Tmux()) {
            other.start(160, 50, seep("watch run"));
            assertThat(other.await("processes")).contains("watching run", "TARGET");

            long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
            tmux.press("C-c");
            String end = tmux.await("exit=").contains("exit=1") ? "exit=1" : "exit=3";

            assertThat(other.await("exit=")).contains(end, "measured ");
            assertThat(other.alternate()).isEqualTo("0");
            assertThat(ProcessHandle.of(pid)).isEmpty();
        }
    }

    @Test
    void isPlainLinesWithoutColour() throws Exception {
        tmux.start(80, 24, "export NO_COLOR=1; " + seep("run --every 1s --for 1m --out run -- " + LEAK));

        Predicate<String> line =
                Pattern.compile("seep: \\d+s of 1m, \\d+s left  1 target, ").asPredicate();
        tmux.await(line, "a line of progress");
        new ProcessBuilder("sh", "-c", "kill -INT $(cat pid)")
                .directory(folder.toFile())
                .start()
                .waitFor();
        tmux.await("exit=");
        assertThat(tmux.alternate()).isEqualTo("0");
    }

    private String seep(String arguments) {
        boolean runs = arguments.startsWith("run");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String main = java + " -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path") + "' dev.seep.Main ";
        return "cd '" + folder + "'; stty -g >before; "
                + (runs ? "echo 'echo $$ >pid; exec \"$@\"' >start; sh start " : "") + main + arguments
                + "; code=$?; stty -g >after; echo exit=$code; read -r end";
    }
}
