package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.verdict.Leak;
import dev.seep.verdict.LeakWords;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.util.List;

/**
 * The verdict as annotations of a GitHub workflow: an error for each leak, a warning for each leak that is only warned
 * of and for a verdict that is open. GitHub shows ten errors and ten warnings of a step, so the tenth tells how many
 * more there are.
 *
 * <p>See "Workflow commands for GitHub Actions" in GitHub's documentation for the form and the characters to escape.
 */
public final class GithubAnnotations implements Report {
    private static final int SHOWN = 10;

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        leaks("error", Severity.FAIL, SHOWN, verdict.leaks(), out);
        boolean open = verdict.outcome() == Outcome.INCONCLUSIVE;
        if (open) {
            out.append(command("warning", "seep: inconclusive", verdict.reason()));
        }
        leaks("warning", Severity.WARN, open ? SHOWN - 1 : SHOWN, verdict.leaks(), out);
    }

    /** One line that shows this message as an error of the step. */
    public static String error(String message) {
        return command("error", "seep", message);
    }

    private static void leaks(String level, Severity severity, int shown, List<Leak> all, Appendable out)
            throws IOException {
        List<Leak> leaks =
                all.stream().filter(leak -> leak.severity() == severity).toList();
        int told = leaks.size() > shown ? shown - 1 : leaks.size();
        for (Leak leak : leaks.subList(0, told)) {
            String title = "seep: " + leak.title();
            out.append(command(level, title, LeakWords.sentence(leak) + " [" + leak.id() + "]"));
        }
        if (told < leaks.size()) {
            out.append(command(level, "seep", Quantity.count(leaks.size() - told) + " more in verdict.json"));
        }
    }

    private static String command(String level, String title, String message) {
        String property = escaped(title).replace(":", "%3A").replace(",", "%2C");
        return "::" + level + " title=" + property + "::" + escaped(message) + "\n";
    }

    private static String escaped(String text) {
        return PlainText.of(text, true).replace("%", "%25");
    }
}
