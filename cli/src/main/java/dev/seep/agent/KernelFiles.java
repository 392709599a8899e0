package dev.seep.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Reader of the kernel's small files, such as those in {@code /proc}. Not safe for use by several threads. */
final class KernelFiles {
    private static final int MOST = 1 << 16;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(MOST);

    /** The first 64 KiB of a file, decoded as ISO 8859-1. */
    private String read(Path file) throws IOException {
        buffer.clear();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // Until the end of the file.
            }
        }
        return StandardCharsets.ISO_8859_1.decode(buffer.flip()).toString();
    }

    /** The first 64 KiB of a file, empty if it cannot be read, for whatever reason. */
    Optional<String> text(Path file) {
        try {
            return Optional.of(read(file));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
