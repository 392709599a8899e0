package dev.seep.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The POSIX {@code sh} script that captures the resources of a target, to explain its growth; {@link
 * EvidenceCapture#parse} reads its output. Its arguments are the processes of a local target; without any, all that can
 * be seen are meant, but not those of the script.
 *
 * <p>It reads {@code /proc/PID/status}, {@code comm}, {@code fd}, {@code smaps} and {@code task/TID/comm}, and {@code
 * /proc/net/tcp}: names and numbers. It never reads an environment, an argument of a process, or the content of a file.
 * With {@code awk}, {@code cat} and {@code ls} groups are formed in the target; a shell alone brings descriptors by
 * kind and sockets without owners. The kernel walks all pages of a process for its mappings, so those of the 40 largest
 * processes are told, and of none beyond 16 GiB. The script needs the function {@code limited SECONDS COMMAND
 * ARGUMENT...} before it.
 *
 * @param files whether the largest files are searched for
 * @param paths absolute, below which to search for them; none for the places that can be written to
 */
public record EvidenceScript(boolean files, List<String> paths) {
    private static final String SHELL = resource("look.sh");
    private static final String CLASSES = resource("classes.sh");
    private static final String TASKS = resource("tasks.awk");
    private static final String LOOK = resource("look.awk");

    public EvidenceScript {
        paths = List.copyOf(paths);
    }

    public String script() {
        return SHELL.replace("%TASKS%", TASKS).replace("%LOOK%", LOOK).replace("%FILES%", lookForFiles());
    }

    /**
     * The separate script for a target that runs Java: the classes whose objects take most, by {@code jcmd}. The
     * virtual machine stops and collects garbage for it, and {@code jcmd} is one itself: it is not asked of a process
     * of more than 2 GiB, nor where less than 128 MiB of memory are left.
     */
    public static String classes() {
        return CLASSES;
    }

    private String lookForFiles() {
        if (!files) {
            return ":";
        }
        return paths.isEmpty()
                ? "[ \"$O\" ] || places"
                : paths.stream()
                        .map(path -> "'" + path.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" ", "files ", ""));
    }

    /** Text of a script without its indentation, which is for readers alone: it travels in the address of a request. */
    private static String resource(String name) {
        try (InputStream in = EvidenceScript.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(String::stripLeading).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
