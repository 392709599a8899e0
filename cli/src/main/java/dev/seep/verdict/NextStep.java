package dev.seep.verdict;

import dev.seep.sample.Durations;
import dev.seep.sample.Unit;
import dev.seep.verdict.policy.Allowance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Ways to decide a series that is in doubt, as they are written on the command line or in a policy. */
final class NextStep {
    /** Hours that nobody asks for more than, or less. */
    static final double LONGEST = 24 * 365.0;

    static final double SHORTEST = 1 / 60.0;

    private NextStep() {}

    /**
     * {@code ; way out: --for 90m, --horizon 7h, or growth: 330Mi/h in the policy}.
     *
     * @param hours length of a run that would tell, NaN for none
     * @param harm hours after which it might do harm
     * @param growth per hour that it might have
     * @param allowance that holds for it now
     */
    static String of(double hours, double harm, double growth, Unit unit, Allowance allowance) {
        List<String> ways = new ArrayList<>();
        if (hours < LONGEST) {
            ways.add("--for " + Durations.text(rounded(hours, RoundingMode.UP)));
        }
        if (harm >= SHORTEST) {
            ways.add(horizon(rounded(harm, RoundingMode.DOWN), allowance));
        }
        if (growth > 0 && Double.isFinite(growth)) {
            ways.add(growth(rate(growth, unit)));
        }
        int last = ways.size() - 1;
        if (last < 0) {
            return "";
        }
        return "; way out: " + (last == 0 ? "" : String.join(", ", ways.subList(0, last)) + " or ") + ways.get(last);
    }

    /** As a flag, or as the rule has it that goes before the flag. */
    static String horizon(Duration horizon, Allowance allowance) {
        String text = Durations.text(horizon);
        return allowance.horizonOfRule() ? "horizon: " + text + " in the policy" : "--horizon " + text;
    }

    /** @param rate as the policy has it */
    static String growth(String rate) {
        return "growth: " + rate + " in the policy";
    }

    /** As many minutes, hours or days as a person would write. */
    static Duration rounded(double hours, RoundingMode rounding) {
        ChronoUnit unit = hours < 3 ? ChronoUnit.MINUTES : hours < 72 ? ChronoUnit.HOURS : ChronoUnit.DAYS;
        double units = hours * 3600 / unit.getDuration().toSeconds();
        long whole = BigDecimal.valueOf(units).setScale(0, rounding).longValue();
        return unit.getDuration().multipliedBy(whole);
    }

    /** As the policy has it, and not less: {@code 330Mi/h}. */
    static String rate(double perHour, Unit unit) {
        String[] prefixes = unit == Unit.BYTES ? new String[] {"", "Ki", "Mi", "Gi"} : new String[] {""};
        double value = perHour;
        int step = 0;
        while (step + 1 < prefixes.length && value >= 1024) {
            value /= 1024;
            step++;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(2, RoundingMode.UP));
        return rounded.toPlainString() + prefixes[step] + "/h";
    }
}
