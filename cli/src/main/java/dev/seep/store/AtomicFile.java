package dev.seep.store;

import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** File that is written whole or not at all: readers see the old one or the new one. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes beside the file and renames; a device or a pipe is written to, and a link stays one.
     *
     * @throws StoreException if it cannot be written; the file before is still there
     */
    public static void write(Path file, String text) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            writeInto(file, text);
        } else {
            replace(target(file), text);
        }
    }

    private static Path target(Path file) {
        try {
            return Files.isSymbolicLink(file) ? file.toRealPath() : file;
        } catch (IOException leadsNowhere) {
            return file;
        }
    }

    private static void writeInto(Path device, String text) {
        try {
            Files.writeString(device, text, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StoreException("cannot write " + device, device, e);
        }
    }

    private static void replace(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(
                    part,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(part);
            throw new StoreException("cannot write " + file, file, e);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // the failed write gets reported, the leftover is hidden and overwritten next time
            return;
        }
    }
}
