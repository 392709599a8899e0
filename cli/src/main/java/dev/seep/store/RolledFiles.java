package dev.seep.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a file that were put aside: {@code samples-20261122-210000.jsonl}, later the same with {@code .gz}, of
 * {@code samples.jsonl}. The time, in UTC, is that of the last line. Where both are there, a kill cut the packing short
 * and the plain one counts.
 *
 * @param stem such as {@code samples}
 * @param ending such as {@code jsonl}
 */
record RolledFiles(Path folder, String stem, String ending) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
    private static final String PACKED = ".gz";

    /** One part.*/
    record Part(Instant last, Path file) {}

    Path current() {
        return folder.resolve(stem + "." + ending);
    }

    /** The parts put aside, oldest first. */
    List<Part> aside() throws IOException {
        TreeMap<Instant, Part> parts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(file -> {
                Instant last = last(file.getFileName().toString());
                if (last != null) {
                    parts.putIfAbsent(last, new Part(last, file));
                }
            });
        }
        return List.copyOf(parts.values());
    }

    /** Path of a part with this last line. */
    Path put(Instant last) {
        return folder.resolve(stem + "-" + STAMP.format(last.atOffset(ZoneOffset.UTC)) + "." + ending);
    }

    /** Packs the unpacked ones. */
    void pack() throws IOException {
        for (Part part : aside()) {
            if (!part.file().toString().endsWith(PACKED)) {
                pack(part.file());
            }
        }
    }

    private static void pack(Path file) throws IOException {
        Path half = file.resolveSibling("." + file.getFileName() + ".part");
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(half), 1 << 16)) {
            in.transferTo(out);
        } catch (IOException e) {
            Files.deleteIfExists(half);
            throw e;
        }
        Files.move(half, file.resolveSibling(file.getFileName() + PACKED), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(file);
    }

    private @Nullable Instant last(String name) {
        String plain = name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
        if (!plain.startsWith(stem + "-") || !plain.endsWith("." + ending)) {
            return null;
        }
        try {
            String stamp = plain.substring(stem.length() + 1, plain.length() - ending.length() - 1);
            return LocalDateTime.parse(stamp, STAMP).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException | IndexOutOfBoundsException other) {
            return null;
        }
    }
}
