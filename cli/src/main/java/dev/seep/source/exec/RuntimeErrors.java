package dev.seep.source.exec;

import dev.seep.sample.GapReason;
import java.util.List;
import java.util.Locale;

/**
 * Reasons of failed execs, by the words of kubelet, containerd, CRI-O, Docker, Podman and runc: they have no codes for
 * it.
 */
public final class RuntimeErrors {
    private static final List<String> NO_SHELL = List.of(
            "executable file not found",
            "\"sh\": no such file",
            "exec sh: no such file",
            "stat sh: no such file",
            "no such file or directory: unknown",
            "exec format error");
    private static final List<String> GONE = List.of(
            "container not found",
            "container is not created or running",
            "not running",
            "no running task",
            "not valid for pod",
            "in a stopped state",
            "in a deleted state",
            "container that has stopped",
            "container_exited",
            "container_stopped",
            "container_unknown",
            "completed pod",
            "process does not exist",
            "pod does not exist",
            "no such container",
            "container state improper");

    private RuntimeErrors() {}

    /** {@code otherwise} if the words are not known. */
    public static GapReason reason(String words, GapReason otherwise) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (NO_SHELL.stream().anyMatch(lower::contains)) {
            return GapReason.NO_SHELL;
        }
        return GONE.stream().anyMatch(lower::contains) ? GapReason.TARGET_GONE : otherwise;
    }

    /**
     * Whether output came from a runtime that found no shell, and not from a script. Some runtimes report that as exit
     * codes 126 to 128 and print the reason where the output would be.
     */
    static boolean saysNoShell(int status, String output) {
        return status >= 126
                && status <= 128
                && output.contains("exec failed")
                && reason(output, GapReason.FAILED) == GapReason.NO_SHELL;
    }
}
