package dev.seep.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Shell scripts that stand beside this package's classes. */
final class Scripts {
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private Scripts() {}

    /** Part of a file that is sent: its lines without indentation, blank ones and those of comments left out. */
    static String text(String file) {
        return TEXTS.computeIfAbsent(file, Scripts::read);
    }

    private static String read(String file) {
        try (InputStream script = Scripts.class.getResourceAsStream(file)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
