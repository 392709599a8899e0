package dev.seep.source;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Script that stays in the target and answers questions. One question at a time. The script must end by itself when its
 * standard input closes.
 */
public interface ShellSession extends AutoCloseable {
    /**
     * Sends one line and collects standard output until a line equals the end mark.
     *
     * <p>The result is {@link ExecResult.Answered} with everything up to and including the end mark, else the failure.
     * After anything but an answer the session is closed: the question of a late answer is unknown.
     *
     * @param line without its line feed; may hold line feeds where the script reads several lines
     * @param endMark a whole line, without its line feed
     * @throws IllegalStateException if another question is still open
     */
    CompletionStage<ExecResult> ask(String line, String endMark, Duration deadline);

    boolean isOpen();

    /** Closes standard input and the connection; an open question fails. */
    @Override
    void close();
}
