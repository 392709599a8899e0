package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Text;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Leak;
import dev.seep.verdict.LeakWords;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A test case: all that was found in one container of one workload. Its name holds no pod, so that it has a history over
 * builds, and no metric, so that it is there in each of them.
 *
 * @param suite {@code shop/deployment/web}
 * @param name of the container
 * @param unread why targets of it never answered, one reason for each
 */
record JunitCase(String suite, String name, List<Leak> leaks, List<Finding> findings, List<String> unread) {
    private static final String FOREIGN = "series";
    private static final int LISTED = 10;
    /** The number of a process that was chosen by it, which the next build has not. */
    private static final String PID = "-\\d+$";

    /** All cases of a run, by suite. */
    static Map<String, List<JunitCase>> of(Verdict verdict) {
        Map<String, JunitCase> cases = new TreeMap<>();
        for (Finding finding : verdict.findings()) {
            at(finding, finding.target().container(), cases).findings.add(finding);
        }
        for (Leak leak : verdict.leaks()) {
            at(leak.main(), leak.container(), cases).leaks.add(leak);
        }
        UnmeasuredTargets.of(verdict.run()).forEach((target, reason) -> {
            Finding.Subject subject =
                    new Finding.Subject(target.namespace(), target.workload(), null, target.container());
            at(suite(subject), name(subject, target.container()), cases).unread.add(reason);
        });
        return cases.values().stream()
                .collect(Collectors.groupingBy(JunitCase::suite, TreeMap::new, Collectors.toList()));
    }

    private static JunitCase at(Finding finding, @Nullable String container, Map<String, JunitCase> cases) {
        String suite = suite(finding.target());
        return at(suite, suite.equals(FOREIGN) ? finding.series() : name(finding.target(), container), cases);
    }

    private static JunitCase at(String suite, String name, Map<String, JunitCase> cases) {
        return cases.computeIfAbsent(
                suite + "\n" + name,
                first -> new JunitCase(suite, name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    private static String suite(Finding.Subject subject) {
        String workload = subject.workload();
        if (workload == null || subject.namespace() == null) {
            return FOREIGN;
        }
        if (subject.isScope()) {
            return subject.namespace();
        }
        return subject.namespace() + "/" + (subject.isProcess() ? workload.replaceFirst(PID, "") : workload);
    }

    private static String name(Finding.Subject subject, @Nullable String container) {
        if (container != null) {
            return container;
        }
        return subject.isScope() ? "objects" : subject.isProcess() ? "process" : "pod";
    }

    /** Why it fails, empty if it does not. */
    String failure() {
        String words = told(Severity.FAIL);
        long all = of(Severity.FAIL).size();
        return all < 2 ? words : Quantity.count(all) + " leaks: " + words;
    }

    /** Why it tells nothing, empty if it does. */
    String skip() {
        List<Finding> open = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.INCONCLUSIVE && finding.severity() != Severity.IGNORE)
                .toList();
        if (!open.isEmpty()) {
            Finding first = open.get(0);
            String more = open.size() == 1 ? "" : "; and " + Quantity.count(open.size() - 1) + " more series";
            return UndecidedKinds.label(first) + ": " + first.metric().name() + " " + first.reason() + more;
        }
        if (!findings.stream().allMatch(finding -> finding.severity() == Severity.IGNORE) || !leaks.isEmpty()) {
            return "";
        }
        return unread.isEmpty() ? "not judged" : unanswered();
    }

    /** What a case that passes has to say. */
    String pass() {
        long passed = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.PASS && finding.severity() != Severity.IGNORE)
                .count();
        return Text.joined("; ", Quantity.count(passed) + " series passed", told(Severity.WARN), unanswered());
    }

    private String told(Severity severity) {
        return of(severity).stream()
                .limit(LISTED)
                .map(leak -> leak.main().metric().name() + " " + LeakWords.sentence(leak) + " [" + leak.id() + "]")
                .collect(Collectors.joining("; "));
    }

    private List<Leak> of(Severity severity) {
        return leaks.stream().filter(leak -> leak.severity() == severity).toList();
    }

    /** {@code 2 targets never answered (no-shell)}. */
    private String unanswered() {
        String reasons = unread.stream().distinct().sorted().collect(Collectors.joining(", "));
        return unread.isEmpty() ? "" : Quantity.counted(unread.size(), "target") + " never answered (" + reasons + ")";
    }
}
