package dev.seep.store;

import dev.seep.store.line.DecompressedInput;
import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON that is easily taken for samples, by its first keys. */
final class MistakenJson {
    private static final int HEAD = 200;
    /** Its kind is in the first group, if it says one. */
    private static final Pattern OF_SEEP =
            Pattern.compile("\\s*\\{\\s*\"(?:format\"\\s*:\\s*\"seep\\.(\\w+)|t\":\"[^\"]*\",\"event\")");

    private static final Pattern OF_PROMETHEUS = Pattern.compile("\\s*\\{\\s*\"status\"\\s*:\\s*\"(?:success|error)\"");

    private MistakenJson() {}

    /** @throws StoreException if the file is such; the message says what to give instead */
    static void refuse(Path file) {
        String head = head(file);
        Matcher ofSeep = OF_SEEP.matcher(head);
        if (ofSeep.lookingAt()) {
            String kind = Objects.requireNonNullElse(ofSeep.group(1), "events");
            Path folder = file.toAbsolutePath().getParent();
            throw new StoreException(file + " holds the " + (kind.equals("run") ? "plan" : kind)
                    + " of a run, and no samples: give the run folder"
                    + (folder != null && RunReader.isRun(folder) ? ", " + folder : ""));
        }
        if (OF_PROMETHEUS.matcher(head).lookingAt()) {
            String csv = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "") + ".csv";
            throw new StoreException(file + " is an answer of Prometheus, and seep reads CSV: make it one with "
                    + "jq -r '\"time,series,value\", (.data.result[] | (.metric | tostring) as $m | .values[] "
                    + "| [.[0], $m, .[1]] | @csv)' " + file.getFileName() + " > " + csv);
        }
    }

    private static String head(Path file) {
        try (InputStream input = DecompressedInput.open(file)) {
            return new String(input.readNBytes(HEAD), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreException("cannot read " + file, file, e);
        }
    }
}
