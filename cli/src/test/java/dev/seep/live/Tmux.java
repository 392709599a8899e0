package dev.seep.live;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A real terminal with a program in it, its keys, and what is on its screen. */
final class Tmux implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final String socket = "seep-test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();

    static boolean isInstalled() {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    void start(int columns, int rows, String command) {
        tmux("new-session", "-d", "-x", "" + columns, "-y", "" + rows, command);
    }

    void resize(int columns, int rows) {
        tmux("resize-window", "-x", "" + columns, "-y", "" + rows);
    }

    /** @param keys as tmux names them, such as {@code Down}, {@code Enter}, {@code C-c} or plain letters */
    void press(String... keys) {
        List<String> words = new ArrayList<>(List.of("send-keys"));
        words.addAll(List.of(keys));
        tmux(words.toArray(String[]::new));
    }

    String screen() {
        return tmux("capture-pane", "-p", "-J", "-S", "-200");
    }

    String visible() {
        return tmux("capture-pane", "-p");
    }

    /** 1 on the alternate screen, 0 on the normal one. */
    String alternate() {
        return tmux("display-message", "-p", "#{alternate_on}").strip();
    }

    /** Returns the screen as soon as it is like this, and fails if it never is. */
    String await(Predicate<String> wanted, String what) {
        long begin = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (System.nanoTime() - begin < PATIENCE) {
                String screen = visible();
                if (wanted.test(screen)) {
                    return screen;
                }
                var unused = never.await(100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return fail("never saw " + what + " on\n" + screen());
    }

    String await(String text) {
        return await(screen -> screen.contains(text), "'" + text + "'");
    }

    private String tmux(String... words) {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-L", socket, "-f", "/dev/null"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        List.of("CI", "NO_COLOR", "TMUX").forEach(builder.environment()::remove);
        try {
            Process process = builder.start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        tmux("kill-server");
    }
}
