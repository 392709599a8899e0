package dev.seep.verdict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Name of a leak for machines and policies: eight hexadecimal digits that hash its workload, container and main metric.
 * No pod, replica count or time is in it, so that the next build has the same; and no namespace, because that of a
 * pull request is another one each time.
 */
final class LeakId {
    private static final int BYTES = 4;

    /** The number of a process that was chosen by it. */
    private static final String PID = "-\\d+$";

    private LeakId() {}

    static String of(Finding main) {
        Finding.Subject subject = main.target();
        String workload = Objects.requireNonNullElse(subject.workload(), main.series());
        boolean local = subject.isProcess();
        return hash(
                local ? workload.replaceFirst(PID, "") : workload,
                Objects.requireNonNullElse(subject.container(), ""),
                main.metric().name());
    }

    /** One that differs from {@link #of} where a run has two of that, as in several namespaces. */
    static String inFull(Finding main) {
        return hash(main.series(), main.metric().name());
    }

    private static String hash(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
