package dev.seep.store.line;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Error of a file that cannot be written or read. The message is one line that names the file and the way out. */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param problem without its cause, which is put in words that name a way out */
    public StoreException(String problem, Path file, IOException cause) {
        this(problem, file, cause, "");
    }

    /** @param more text after that */
    public StoreException(String problem, Path file, IOException cause, String more) {
        super(problem + ": " + why(cause, file) + more, cause);
    }

    private static String why(IOException error, Path file) {
        String message = String.valueOf(error.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("disk quota")) {
            return "no space left on " + device(file) + ", free some";
        } else if (error instanceof NoSuchFileException) {
            return "there is no " + message;
        } else if (error instanceof AccessDeniedException) {
            return "permission denied on " + message;
        } else if (error instanceof FileAlreadyExistsException || error instanceof NotDirectoryException) {
            return message + " is not a folder";
        }
        return message;
    }

    private static String device(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return folder == null ? "the disk" : Files.getFileStore(folder).toString();
        } catch (IOException e) {
            return "the disk of " + folder;
        }
    }
}
