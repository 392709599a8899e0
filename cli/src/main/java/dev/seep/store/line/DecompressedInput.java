package dev.seep.store.line;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Input from files, unpacked by their content and not by their names. */
public final class DecompressedInput {
    private static final int BUFFER = 1 << 16;

    private DecompressedInput() {}

    /** The bytes of the file, without gzip and without a byte order mark. */
    public static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            boolean packed = startsWith(raw, 0x1f, 0x8b);
            InputStream plain = packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
            if (startsWith(plain, 0xef, 0xbb, 0xbf)) {
                plain.skipNBytes(3);
            }
            return plain;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /**
     * The first byte that is no blank, -1 if there is none.
     *
     * @throws StoreException if the file cannot be read
     */
    public static int firstByte(Path file) {
        try (InputStream input = open(file)) {
            int first = input.read();
            while (first == ' ' || first == '\r' || first == '\n' || first == '\t') {
                first = input.read();
            }
            return first;
        } catch (IOException e) {
            throw new StoreException("cannot read " + file, file, e);
        }
    }

    private static boolean startsWith(InputStream input, int... signature) throws IOException {
        input.mark(signature.length);
        boolean same = true;
        for (int i = 0; same && i < signature.length; i++) {
            same = input.read() == signature[i];
        }
        input.reset();
        return same;
    }
}
