package dev.seep.verdict;

import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Allowance.KnownLeak;
import dev.seep.verdict.policy.Severity;
import java.time.LocalDate;

/** Waiver of a known leak: until it expires the leak only warns, and both are said. */
final class KnownLeakWaiver {
    private KnownLeakWaiver() {}

    static Severity severity(Allowance allowance, LocalDate today) {
        KnownLeak known = allowance.known();
        return known == null ? allowance.severity() : severity(allowance.severity(), known, today);
    }

    /** Severity of a leak that would have had another one, were it not known. */
    static Severity severity(Severity unknown, KnownLeak known, LocalDate today) {
        return unknown == Severity.FAIL && !today.isAfter(known.expires()) ? Severity.WARN : unknown;
    }

    /** Severity of a fact that is told and fails nothing: it alone is nothing that a run could pass by. */
    static Severity ofNote(Allowance allowance) {
        return allowance.severity() == Severity.IGNORE ? Severity.IGNORE : Severity.WARN;
    }

    static String told(Allowance allowance, LocalDate today, String reason) {
        return allowance.known() == null ? reason : reason + "; " + words(allowance.known(), today);
    }

    /** {@code known: SHOP-123, allowed until 2027-01-31}. */
    static String words(KnownLeak known, LocalDate today) {
        return today.isAfter(known.expires())
                ? "it was known (" + known.reason() + ") and allowed until " + known.expires()
                : "known: " + known.reason() + ", allowed until " + known.expires();
    }
}
