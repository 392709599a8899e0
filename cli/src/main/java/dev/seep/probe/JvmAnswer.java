package dev.seep.probe;

import dev.seep.sample.GapReason;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Output of a {@link JvmMeasurement}'s script: for each JVM a line {@code jvm BYTES PROCESS}, so many bytes, a line
 * feed; or a line with a reason instead.
 *
 * @param machines by the ID of their process
 * @param gap why some JVM cannot be read, null if all can
 */
record JvmAnswer(Map<Long, PerfData> machines, @Nullable GapReason gap) {
    private static final Pattern HEAD = Pattern.compile("jvm ([0-9]{1,9}) ([0-9]{1,9})");

    static JvmAnswer parse(String out) {
        Map<Long, PerfData> machines = new LinkedHashMap<>();
        int at = 0;
        while (at < out.length()) {
            int line = out.indexOf('\n', at);
            String head = line < 0 ? "" : out.substring(at, line);
            Matcher words = HEAD.matcher(head);
            if (!words.matches()) {
                return new JvmAnswer(Map.of(), reason(head));
            }
            int end = line + 1 + Integer.parseInt(words.group(1));
            Optional<PerfData> data = end > out.length()
                    ? Optional.empty()
                    : PerfData.parse(out.substring(line + 1, end).getBytes(StandardCharsets.ISO_8859_1));
            if (data.isEmpty()) {
                return new JvmAnswer(Map.of(), GapReason.MALFORMED);
            }
            machines.put(Long.valueOf(words.group(2)), data.get());
            at = end + 1;
        }
        return new JvmAnswer(machines, null);
    }

    private static GapReason reason(String head) {
        return switch (head) {
            case "jvm denied" -> GapReason.DENIED;
            case "jvm absent" -> GapReason.ABSENT;
            case "jvm no-tool" -> GapReason.NO_TOOL;
            default -> GapReason.MALFORMED;
        };
    }
}
