package dev.seep.run;

import dev.seep.report.GithubAnnotations;
import dev.seep.report.MarkdownReport;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Step of a GitHub workflow that seep runs in: it gets annotations, a job summary, and the outputs {@code verdict},
 * {@code leaks} and {@code folder}. Annotations go to stderr, which the runner reads as it reads stdout, so that stdout
 * holds results only. A failure to write there changes no verdict.
 */
public final class GithubStep {
    private static final long LARGEST_SUMMARY = 1 << 20;

    private final CliEnvironment environment;

    GithubStep(CliEnvironment environment) {
        this.environment = environment;
    }

    public static boolean isAround(CliEnvironment environment) {
        return "true".equals(environment.variables().get("GITHUB_ACTIONS"));
    }

    /** @param folder of the run, null for nowhere */
    void tell(Verdict verdict, @Nullable Path folder) throws IOException {
        environment.err().print(VerdictPublisher.text(new GithubAnnotations(), verdict));
        environment.err().flush();
        append("GITHUB_STEP_SUMMARY", VerdictPublisher.text(new MarkdownReport(), verdict) + "\n", LARGEST_SUMMARY);
        append("GITHUB_OUTPUT", outputs(verdict, folder), Long.MAX_VALUE);
    }

    private static String outputs(Verdict verdict, @Nullable Path folder) {
        long leaks = verdict.leaks().stream()
                .filter(leak -> leak.severity() == Severity.FAIL)
                .count();
        String outputs = "verdict=" + verdict.outcome().word() + "\nleaks=" + leaks + "\n";
        // the next step opens it by this name, so only what would begin another line is taken out
        return folder == null
                ? outputs
                : outputs + "folder=" + folder.toString().replaceAll("\\p{Cc}", "?") + "\n";
    }

    /** Several steps or runs may write to the same file; GitHub drops a summary that is larger than it allows. */
    private void append(String variable, String text, long largest) {
        String name = environment.variables().getOrDefault(variable, "");
        if (name.isEmpty()) {
            return;
        }
        Path file = environment.folder().resolve(name);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.exists(file) && Files.size(file) + bytes.length > largest) {
                throw new IOException("it is full");
            }
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            environment.say("cannot write to " + variable + ": " + unwritable.getMessage());
        }
    }
}
