package dev.seep.source.exec;

import java.nio.charset.StandardCharsets;

/** Scanner for the line that ends an answer while that comes in, reading each byte once. NOT thread safe. */
public final class EndMarkScanner {
    private final byte[] mark;
    private int lineStart;
    private int position;

    EndMarkScanner(String mark) {
        this.mark = mark.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Length of the answer in bytes, with its end mark and line feed; negative if that has not come yet. */
    int find(ChannelBuffer buffer) {
        for (; position < buffer.size(); position++) {
            if (buffer.at(position) == '\n') {
                boolean found = position - lineStart == mark.length && buffer.regionEquals(lineStart, mark);
                lineStart = position + 1;
                if (found) {
                    return lineStart;
                }
            }
        }
        return -1;
    }
}
