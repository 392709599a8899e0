package dev.seep.source.local;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command to be started and watched. Its standard input is a pipe that stays open and empty as long as seep lives.
 *
 * @param name of the target, {@code local/NAME}
 * @param command found by PATH if it holds no slash, and its arguments
 * @param output file that its standard output and error are appended to, null to discard them
 */
public record LaunchedCommand(
        String name, List<String> command, @Nullable Path output) {
    /** @throws IllegalArgumentException if the command is empty */
    public LaunchedCommand {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("no command for " + name);
        }
    }

    /** A program named after the file of its command. */
    public static LaunchedCommand of(List<String> command, @Nullable Path output) {
        String file = command.isEmpty() ? "" : command.get(0);
        return new LaunchedCommand(file.substring(file.lastIndexOf('/') + 1), command, output);
    }
}
