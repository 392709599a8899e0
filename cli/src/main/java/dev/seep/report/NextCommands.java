package dev.seep.report;

import dev.seep.verdict.Leak;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person may do next, as commands to copy: look at what is worst, read the evidence, go on. */
final class NextCommands {
    private NextCommands() {}

    /**
     * One to a line, so that each can be copied; none where there is nothing to do.
     *
     * @param path of what was judged, null if it cannot be told
     */
    static List<String> of(Verdict verdict, @Nullable String path) {
        if (path == null || verdict.findings().isEmpty()) {
            return List.of();
        }
        List<String> steps = new ArrayList<>();
        if (verdict.outcome() != Outcome.PASS) {
            String id = verdict.leaks().stream()
                    .filter(leak -> leak.severity() == Severity.FAIL)
                    .findFirst()
                    .map(Leak::id)
                    .orElse("");
            steps.add(("seep explain " + quoted(path) + " " + id).stripTrailing());
            if (!verdict.run().evidence().isEmpty()) {
                steps.add("evidence in " + path + "/evidence");
            }
        }
        if (!EarlyEnd.of(verdict.run()).isEmpty() && verdict.run().runIntent().length() != null) {
            steps.add("seep run --resume " + quoted(path));
        }
        return steps;
    }

    private static String quoted(String path) {
        return path.matches("[\\w@%+=:,./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
