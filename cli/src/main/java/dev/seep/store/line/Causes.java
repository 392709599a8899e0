package dev.seep.store.line;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** What an I/O error means in words. */
public final class Causes {
    private Causes() {}

    public static String of(IOException error, Path file) {
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
