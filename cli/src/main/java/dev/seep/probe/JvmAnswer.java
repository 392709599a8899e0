package dev.seep.probe;

import dev.seep.sample.GapReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the script of a {@link JvmMeasurement} prints: for each JVM a line {@code jvm BYTES}, so many bytes, a line
 * feed; or a line with a reason instead.
 *
 * @param gap why some JVM cannot be read, null if all can
 */
record JvmAnswer(List<PerfData> machines, @Nullable GapReason gap) {
    static JvmAnswer parse(String out) {
        List<PerfData> machines = new ArrayList<>();
        int at = 0;
        while (at < out.length()) {
            int line = out.indexOf('\n', at);
            String head = line < 0 ? "" : out.substring(at, line);
            long bytes = head.startsWith("jvm ") ? Answer.number(head.substring(4)) : -1;
            if (bytes < 0) {
                return new JvmAnswer(List.of(), reason(head));
            }
            long end = line + 1 + bytes;
            Optional<PerfData> data = end > out.length()
                    ? Optional.empty()
                    : PerfData.parse(out.substring(line + 1, (int) end).getBytes(StandardCharsets.ISO_8859_1));
            if (data.isEmpty()) {
                return new JvmAnswer(List.of(), GapReason.MALFORMED);
            }
            machines.add(data.get());
            at = (int) end + 1;
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
