package dev.seep.verdict;

import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Severity;
import java.time.LocalDate;

/** Waiver of a known leak: until it expires the leak only warns, and both are said. */
final class KnownLeakWaiver {
    private KnownLeakWaiver() {}

    static Severity severity(Allowance allowance, LocalDate today) {
        Allowance.KnownLeak known = allowance.known();
        boolean excused = known != null && !today.isAfter(known.expires());
        return excused && allowance.severity() == Severity.FAIL ? Severity.WARN : allowance.severity();
    }

    /** Severity of a fact that is told and fails nothing: it alone is nothing that a run could pass by. */
    static Severity ofNote(Allowance allowance) {
        return allowance.severity() == Severity.IGNORE ? Severity.IGNORE : Severity.WARN;
    }

    static String told(Allowance allowance, LocalDate today, String reason) {
        Allowance.KnownLeak known = allowance.known();
        if (known == null) {
            return reason;
        }
        return today.isAfter(known.expires())
                ? reason + "; it was known (" + known.reason() + ") and allowed until " + known.expires()
                : reason + "; known: " + known.reason() + ", allowed until " + known.expires();
    }
}
