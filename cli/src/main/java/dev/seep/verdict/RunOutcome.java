package dev.seep.verdict;

import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Derives the outcome of the run, and the sentence that says why, from its findings. */
final class RunOutcome {
    private final Run run;
    private final Policy policy;
    private final List<Finding> findings;
    private final List<Leak> leaks;
    private final List<Finding> failing;

    private RunOutcome(Run run, Policy policy, List<Finding> findings, List<Leak> leaks) {
        this.run = run;
        this.policy = policy;
        this.findings = findings;
        this.leaks = leaks;
        this.failing = failing(findings);
    }

    /**
     * @param findings worst first
     * @param leaks of them, the most urgent first
     */
    static Verdict of(Run run, Policy policy, List<Finding> findings, List<Leak> leaks) {
        return new RunOutcome(run, policy, findings, leaks).verdict();
    }

    /** The findings that alone or together decide the outcome of the run, worst first; none where it passes. */
    static List<Finding> deciding(Run run, List<Finding> findings) {
        List<Finding> failing = failing(findings);
        List<Finding> leaks = of(failing, Outcome.LEAK);
        if (!leaks.isEmpty()) {
            return leaks;
        }
        List<Finding> undecided = new ArrayList<>(of(failing, Outcome.INCONCLUSIVE));
        undecided.removeIf(finding -> finding.inconclusiveReason() == InconclusiveReason.TOO_SHORT);
        undecided.addAll(new TooShortSeries(run, failing).thatMatter());
        return undecided;
    }

    private Verdict verdict() {
        List<Finding> deciding = deciding(run, findings);
        if (!of(deciding, Outcome.LEAK).isEmpty()) {
            return verdict(Outcome.LEAK, leaking());
        }
        if (failing.isEmpty()) {
            return verdict(Outcome.INCONCLUSIVE, "nothing could be judged");
        }
        Optional<String> tooShort = tooShort();
        if (tooShort.isPresent()) {
            return verdict(Outcome.INCONCLUSIVE, tooShort.get());
        }
        if (!deciding.isEmpty()) {
            return verdict(Outcome.INCONCLUSIVE, undecided(deciding));
        }
        return verdict(
                Outcome.PASS,
                "none of " + Quantity.count(series(judged())) + " series leaks, and nothing in doubt does harm within "
                        + Horizon.words(policy, run.hours()) + DetectableGrowth.of(of(failing, Outcome.PASS)));
    }

    private Verdict verdict(Outcome outcome, String reason) {
        long warnings =
                leaks.stream().filter(leak -> leak.severity() == Severity.WARN).count();
        String note = warnings == 0 ? "" : "; " + warnings + " more only warned of";
        double horizon = Horizon.of(policy.defaults(), run.hours());
        return new Verdict(outcome, run, reason + note, horizon, findings, leaks, List.of());
    }

    /** Findings of severity fail, without those of too few samples. */
    private List<Finding> judged() {
        return failing.stream()
                .filter(finding -> finding.inconclusiveReason() != InconclusiveReason.TOO_SHORT)
                .toList();
    }

    private static List<Finding> failing(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.FAIL)
                .toList();
    }

    private static List<Finding> of(List<Finding> findings, Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).toList();
    }

    /** Why the run as a whole cannot pass, empty if it can. */
    private Optional<String> tooShort() {
        return run.series().stream()
                .max(Comparator.comparingInt(Series::size))
                .filter(longest -> longest.size() < Judge.FEWEST_TO_PASS)
                .map(RunOutcome::tooShort);
    }

    private static String tooShort(Series longest) {
        int samples = longest.size();
        String had = "too short: no series has more than " + samples + (samples == 1 ? " sample" : " samples")
                + ", and " + Judge.FEWEST_TO_PASS + " mean something";
        if (samples < 2) {
            return had;
        }
        double hours = (longest.seconds(samples - 1) - longest.seconds(0)) / 3600 / (samples - 1);
        return had + "; a run of " + Quantity.ofHours(Judge.FEWEST_TO_PASS * hours) + " has them";
    }

    /** {@code 3 leaks and 1 other failure, first of all shop/deployment/web/app memory.anon ...}. */
    private String leaking() {
        List<Leak> fatal =
                leaks.stream().filter(leak -> leak.severity() == Severity.FAIL).toList();
        long growing = fatal.stream().filter(leak -> !leak.isFact()).count();
        long facts = fatal.size() - growing;
        String counted = growing == 0 ? "" : Quantity.counted(growing, "leak");
        String happened = facts == 0 ? "" : Quantity.counted(facts, growing == 0 ? "failure" : "other failure");
        return counted
                + (growing > 0 && facts > 0 ? " and " : "")
                + happened
                + (fatal.size() > 1 ? ", first of all " : ": ")
                + LeakWords.headline(fatal.get(0));
    }

    /** {@code 2 of 114 series cannot be decided, 1 measurement is missing: }, and the worst of them. */
    private String undecided(List<Finding> deciding) {
        long series = series(deciding);
        long silent = deciding.size() - series;
        String counted =
                Quantity.count(series) + " of " + Quantity.count(series(failing)) + " series cannot be decided";
        String missing =
                Quantity.count(silent) + (silent == 1 ? " measurement is missing" : " measurements are missing");
        String both = silent == 0 ? counted : series == 0 ? missing : counted + ", " + missing;
        return both + ": " + deciding.get(0).series() + " " + deciding.get(0).reason();
    }

    private static long series(List<Finding> findings) {
        return findings.stream().filter(finding -> !finding.isFact()).count();
    }
}
