package dev.seep.verdict.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Growth and values that the policy allows one series, and the severity of a leak beyond them.
 *
 * @param growthPerHour growth that is allowed for ever, in the metric's unit per hour; 0 for none
 * @param ceiling value that no sample may exceed, NaN for none
 * @param horizon a limit reached later than this does no harm; null for ten times the observed time, at most 30 days
 * @param settle how long a life may warm up before it is judged, null for as long as the data show
 * @param known a known leak, null for none; whether it has expired is for the judge to say
 * @param explicit whether a rule names this metric in full; then it is judged even if it is {@linkplain
 *     dev.seep.sample.BadDirection#NEITHER by itself never a reason to fail}
 * @param horizonOfRule whether a rule sets the horizon, which then goes before that of the command line
 */
public record Allowance(
        double growthPerHour,
        double ceiling,
        @Nullable Duration horizon,
        @Nullable Duration settle,
        Severity severity,
        @Nullable KnownLeak known,
        boolean explicit,
        boolean horizonOfRule) {
    /** A leak that is known and does not fail the run until it expires. */
    public record KnownLeak(String reason, LocalDate expires) {
        Map<String, Object> asMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("reason", reason);
            map.put("expires", expires.toString());
            return map;
        }
    }

    /** No growth that does harm. */
    public static final Allowance DEFAULT = new Allowance(0, Double.NaN, null, null, Severity.FAIL, null, false, false);

    /** The same with a known leak. */
    Allowance known(@Nullable KnownLeak leak) {
        return new Allowance(growthPerHour, ceiling, horizon, settle, severity, leak, explicit, horizonOfRule);
    }

    /** The same with growth, a ceiling and a horizon from where it was. */
    public Allowance with(double growth, double highest, @Nullable Duration ahead) {
        return new Allowance(growth, highest, ahead, settle, severity, known, explicit, horizonOfRule);
    }

    /** The same, its horizon set by a rule. */
    Allowance withHorizonOfRule() {
        return new Allowance(growthPerHour, ceiling, horizon, settle, severity, known, explicit, true);
    }
}
