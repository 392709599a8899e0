package dev.seep.store;

import dev.seep.store.line.StoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@link AppendFile} that can be put aside as one of its {@link RolledFiles}, and started anew. */
final class RollingFile implements Closeable {
    private final RolledFiles rolledFiles;
    private final Supplier<byte[]> header;
    private volatile AppendFile file;
    private @Nullable Instant begun;

    /** @param header first bytes of a new file */
    RollingFile(RolledFiles rolledFiles, Supplier<byte[]> header) throws IOException {
        this.rolledFiles = rolledFiles;
        this.header = header;
        this.file = open();
    }

    private AppendFile open() throws IOException {
        AppendFile opened = new AppendFile(
                rolledFiles.folder(), String.valueOf(rolledFiles.current().getFileName()));
        if (opened.isEmpty()) {
            opened.append(header.get());
        }
        return opened;
    }

    void append(byte[] lines) {
        file.append(lines);
    }

    void sync() {
        file.sync();
    }

    long length() {
        return file.length();
    }

    /** Whether the file is as large or as old as a part should be. */
    boolean isDue(Instant now, Retention retention) {
        if (begun == null) {
            begun = now;
        }
        boolean old = Duration.between(begun, now).compareTo(retention.partAge()) >= 0;
        return old || file.length() >= retention.partBytes();
    }

    /**
     * Puts the file aside and begins a new one. At any moment of it there are whole files.
     *
     * @return false if there is a part of this second already
     * @throws StoreException if it cannot; the file is then written to as before
     */
    boolean roll(Instant last) {
        Path aside = rolledFiles.put(last);
        if (Files.exists(aside) || Files.exists(aside.resolveSibling(aside.getFileName() + ".gz"))) {
            return false;
        }
        AppendFile old = file;
        try {
            old.sync();
            Files.move(rolledFiles.current(), aside, StandardCopyOption.ATOMIC_MOVE);
            file = begin(aside);
            begun = last;
            old.close();
            return true;
        } catch (IOException e) {
            throw new StoreException("cannot put " + aside + " aside", aside, e);
        }
    }

    private AppendFile begin(Path aside) throws IOException {
        try {
            return open();
        } catch (IOException | StoreException e) {
            Files.move(
                    aside, rolledFiles.current(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
