package dev.seep.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The section {@code tcp} of an answer: the sockets of a container's network namespace by state, read through one of
 * its processes. As the probe's script does, it reads the table of sockets only if there are any, and if the counters
 * of the namespace say that something has moved. Not safe for use by several threads.
 */
final class SocketSection {
    private static final int REFRESH = 10;
    private static final String NONE = "end";
    private static final Pattern IN_USE = Pattern.compile("(?m)^TCP6?: inuse (\\d+)");
    private static final Pattern TIME_WAIT = Pattern.compile("(?m)^TCP: .*\\btw (\\d+)");
    private static final Pattern COUNTERS = Pattern.compile("(?m)^Tcp: ([-0-9 ]+)$");

    private final Path proc;
    private final KernelFiles files;
    private final Map<String, SocketReading> socketReadings = new HashMap<>();

    /** Sockets found when the counters stood like this; {@code age} is the number of answers that it served. */
    private record SocketReading(String counters, String found, int age) {}

    SocketSection(Path proc, KernelFiles files) {
        this.proc = proc;
        this.files = files;
    }

    void forgetAllBut(Set<String> containers) {
        socketReadings.keySet().retainAll(containers);
    }

    /** Lines of the section, empty if it cannot be read. */
    Optional<String> of(String container, List<HostProcess> processes) {
        return processes.stream()
                .filter(process -> !process.isZombie())
                .map(process -> of(container, proc.resolve(process.pid() + "/net")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> of(String container, Path net) {
        String sockstat = files.text(net.resolve("sockstat")).orElse("");
        String six = files.text(net.resolve("sockstat6")).orElse("");
        String four = first(IN_USE, sockstat);
        String waiting = first(TIME_WAIT, sockstat);
        if (four.isEmpty() || waiting.isEmpty()) {
            return Optional.empty();
        }
        String used = four + " " + first(IN_USE, six) + " " + waiting;
        if (used.matches("0 0? 0")) {
            socketReadings.remove(container);
            return Optional.of(NONE);
        }
        String moved = first(COUNTERS, files.text(net.resolve("snmp")).orElse(""));
        String counters = used + " " + moved;
        SocketReading last = socketReadings.get(container);
        if (!moved.isEmpty() && last != null && last.counters().equals(counters) && last.age() < REFRESH) {
            socketReadings.put(container, new SocketReading(counters, last.found(), last.age() + 1));
            return Optional.of(last.found());
        }
        Optional<String> found = count(net);
        found.ifPresent(text -> socketReadings.put(container, new SocketReading(counters, text, 1)));
        return found;
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static Optional<String> count(Path net) {
        Map<String, Integer> states = new TreeMap<>();
        try {
            count(net.resolve("tcp"), states);
            if (Files.exists(net.resolve("tcp6"))) {
                count(net.resolve("tcp6"), states);
            }
        } catch (IOException gone) {
            return Optional.empty();
        }
        StringBuilder rows = new StringBuilder();
        states.forEach(
                (state, count) -> rows.append(state).append(' ').append(count).append('\n'));
        return Optional.of(rows + NONE);
    }

    private static void count(Path table, Map<String, Integer> states) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.ISO_8859_1)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.trim().split(" +", 5);
                states.merge(words.length > 3 ? words[3] : "?", 1, Integer::sum);
            }
        }
    }
}
