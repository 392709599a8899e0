package dev.seep.report;

import dev.seep.sample.Quantity;
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
 */
record JunitCase(String suite, String name, List<Leak> leaks, List<Finding> findings) {
    private static final String FOREIGN = "series";
    private static final int LISTED = 10;

    /** All cases of a run, by suite. */
    static Map<String, List<JunitCase>> of(Verdict verdict) {
        Map<String, JunitCase> cases = new TreeMap<>();
        for (Finding finding : verdict.findings()) {
            at(finding, finding.target().container(), cases).findings.add(finding);
        }
        for (Leak leak : verdict.leaks()) {
            at(leak.main(), leak.container(), cases).leaks.add(leak);
        }
        return cases.values().stream()
                .collect(Collectors.groupingBy(JunitCase::suite, TreeMap::new, Collectors.toList()));
    }

    private static JunitCase at(Finding finding, @Nullable String container, Map<String, JunitCase> cases) {
        String suite = suite(finding);
        String name = suite.equals(FOREIGN) ? finding.series() : name(finding.target(), container);
        return cases.computeIfAbsent(
                suite + "\n" + name, first -> new JunitCase(suite, name, new ArrayList<>(), new ArrayList<>()));
    }

    private static String suite(Finding finding) {
        Finding.Subject subject = finding.target();
        if (subject.workload() == null || subject.namespace() == null) {
            return FOREIGN;
        }
        return subject.isScope() ? subject.namespace() : subject.namespace() + "/" + subject.workload();
    }

    private static String name(Finding.Subject subject, @Nullable String container) {
        if (container != null) {
            return container;
        }
        return subject.isScope() ? "objects" : subject.isProcess() ? "process" : "pod";
    }

    /** Why it fails, empty if it does not. */
    String failure() {
        List<String> words = told(Severity.FAIL);
        return words.size() < 2 ? String.join("", words) : words.size() + " leaks: " + String.join("; ", words);
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
        return findings.stream().allMatch(finding -> finding.severity() == Severity.IGNORE) && leaks.isEmpty()
                ? "not judged"
                : "";
    }

    /** What a case that passes has to say. */
    String pass() {
        long passed = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.PASS && finding.severity() != Severity.IGNORE)
                .count();
        List<String> warned = told(Severity.WARN);
        return Quantity.count(passed) + " series passed" + (warned.isEmpty() ? "" : "; " + String.join("; ", warned));
    }

    private List<String> told(Severity severity) {
        return leaks.stream()
                .filter(leak -> leak.severity() == severity)
                .limit(LISTED)
                .map(leak -> leak.main().metric().name() + " " + LeakWords.sentence(leak) + " [" + leak.id() + "]")
                .toList();
    }
}
