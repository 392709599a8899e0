package dev.seep.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answer of the probes' script, in sections. A block is
 *
 * <pre>
 *   seep-answer SEQUENCE BYTES
 *   ...BYTES bytes: sections...
 *   seep-end-of-answer SEQUENCE
 * </pre>
 *
 * and a section is its name, the number of its bytes, a line feed, the bytes, a line feed. Texts of the target stand in
 * sections only, where their length is known, so that nothing in them is taken for a mark.
 */
public final class ProbeAnswer {
    private final Map<String, String> sections;
    private final ProcessTable processes;

    private ProbeAnswer(Map<String, String> sections) {
        this.sections = sections;
        this.processes = ProcessTable.parse(sections.getOrDefault("stat", ""));
    }

    /** The answer to this question, or nothing if any byte of it is missing or too many. Noise before it is skipped. */
    static Optional<ProbeAnswer> parse(PollRequest pollRequest, String out) {
        int begin = out.indexOf(pollRequest.beginMark());
        int lineEnd = begin < 0 ? -1 : out.indexOf('\n', begin);
        if (lineEnd < 0) {
            return Optional.empty();
        }
        long bytes = number(out.substring(begin + pollRequest.beginMark().length(), lineEnd));
        long end = lineEnd + 1 + bytes;
        if (bytes < 0 || end > out.length() || !isEnd(out.substring((int) end), pollRequest)) {
            return Optional.empty();
        }
        return sections(out.substring(lineEnd + 1, (int) end)).map(ProbeAnswer::new);
    }

    private static boolean isEnd(String rest, PollRequest pollRequest) {
        String end = "\n" + pollRequest.endMark();
        return rest.equals(end) || rest.equals(end + "\n");
    }

    private static Optional<Map<String, String>> sections(String body) {
        Map<String, String> sections = new LinkedHashMap<>();
        int at = 0;
        while (at < body.length()) {
            int space = body.indexOf(' ', at);
            int line = body.indexOf('\n', at);
            if (space < 0 || line < space) {
                return Optional.empty();
            }
            long end = line + 1 + number(body.substring(space + 1, line));
            if (end <= line || end >= body.length() || body.charAt((int) end) != '\n') {
                return Optional.empty();
            }
            sections.put(body.substring(at, space), body.substring(line + 1, (int) end));
            at = (int) end + 1;
        }
        return Optional.of(sections);
    }

    Optional<String> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    /** The words of each line of a section; no lines if there is no such section. */
    List<String[]> rows(String name) {
        return sections.getOrDefault(name, "")
                .lines()
                .map(line -> line.trim().split(" +"))
                .toList();
    }

    ProcessTable processes() {
        return processes;
    }

    /** Bytes in a page of memory, -1 if the target does not say. */
    long pageBytes() {
        long kibibytes = number(sections.getOrDefault("page", ""));
        return kibibytes > 0 ? kibibytes * 1024 : -1;
    }

    /** Whether the question named processes, instead of asking for all that can be seen. */
    boolean ofNamedProcesses() {
        return sections.containsKey("named");
    }

    /** The number, or -1 if this is not a number of 0 or more. */
    static long number(String text) {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Long.parseLong(text);
    }
}
