package dev.seep.source.local;

import dev.seep.sample.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Last lines of a program's output. */
final class OutputTail {
    private static final int MOST = 5;
    private static final int LONGEST = 100;
    private static final int BYTES = 4096;

    private OutputTail() {}

    /**
     * At most {@value #MOST} lines that are not blank, each without control characters and of at most {@value #LONGEST}
     * characters; nothing if the file cannot be read.
     */
    static String of(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - BYTES));
            ByteBuffer end = ByteBuffer.allocate(BYTES);
            int read = 0;
            while (read >= 0 && end.hasRemaining()) {
                read = channel.read(end);
            }
            String text = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
            List<String> lines = text.lines()
                    .map(line -> Text.oneLine(Text.uncoloured(line), LONGEST))
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.stream().skip(Math.max(0, lines.size() - MOST)).collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
