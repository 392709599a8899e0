package dev.seep.store;

import dev.seep.store.line.StoreException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * File that only ever grows by whole lines. A line is with the operating system when {@link #append} returns, so a
 * killed process loses none; {@link #sync} brings it to the disk.
 *
 * <p>Not a FileChannel: an interrupt of the writing thread would close that.
 */
final class AppendFile implements Closeable {
    private final Path path;
    private final Path folder;
    private final RandomAccessFile file;
    private long length;
    private volatile boolean unsynced;
    private volatile @Nullable StoreException notSynced;

    AppendFile(Path folder, String name) throws IOException {
        this.folder = folder;
        this.path = folder.resolve(name);
        this.file = new RandomAccessFile(path.toFile(), "rw");
        this.length = file.length();
        file.seek(length);
    }

    boolean isEmpty() {
        return length == 0;
    }

    synchronized long length() {
        return length;
    }

    /**
     * Writes lines, each with its end. Safe for use by several threads.
     *
     * @throws StoreException if they could not be written, and the file then ends as before; or if earlier ones did not
     *     get to the disk
     */
    synchronized void append(byte[] lines) {
        tellOfSync();
        try {
            file.write(lines);
            length += lines.length;
            unsynced = true;
        } catch (IOException e) {
            cutBack(e);
            throw failed(e);
        }
    }

    /** Brings written lines to the disk without holding up {@link #append}, which tells of a failure. */
    void sync() {
        if (!unsynced) {
            return;
        }
        unsynced = false;
        try {
            file.getFD().sync();
        } catch (IOException e) {
            notSynced = failed(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try (file) {
            sync();
        }
        tellOfSync();
    }

    private void tellOfSync() {
        StoreException failure = notSynced;
        notSynced = null;
        if (failure != null) {
            throw failure;
        }
    }

    private void cutBack(IOException failure) {
        try {
            file.setLength(length);
            file.seek(length);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private StoreException failed(IOException e) {
        String wayOut = "; what is recorded is kept, continue with --resume " + folder;
        return new StoreException("cannot write " + path, path, e, wayOut);
    }
}
