package dev.seep.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Lines that were added to a file since its last reading. A line that has no end yet is waited for. */
final class LineTail {
    private static final int MOST = 1 << 22;

    private final Path file;
    private long position;

    LineTail(Path file) {
        this.file = file;
    }

    /** Whole lines, not more than a few megabytes; none if nothing was added, or the file is not there yet. */
    List<String> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        byte[] bytes = added();
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        position += end;
        return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    }

    private byte[] added() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            // a resumed run cuts off the half line that a kill left
            position = Math.min(position, channel.size());
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(MOST, channel.size() - position));
            int count = channel.read(buffer, position);
            return Arrays.copyOf(buffer.array(), Math.max(0, count));
        }
    }
}
