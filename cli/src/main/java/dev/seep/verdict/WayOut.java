package dev.seep.verdict;

import dev.seep.sample.Durations;
import dev.seep.sample.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What would decide a series that is in doubt, as it is written on the command line or in a policy. */
final class WayOut {
    private static final double LONGEST = 24 * 365.0;

    private WayOut() {}

    /**
     * {@code ; way out: --for 90m, --horizon 7h, or growth: 330Mi/h in the policy}.
     *
     * @param hours length of a run that would tell, NaN for none
     */
    static String of(Harm harm, double hours, Unit unit) {
        List<String> ways = new ArrayList<>();
        if (hours < LONGEST) {
            ways.add("--for " + text(hours, RoundingMode.UP));
        }
        if (harm.hours() >= 1 / 60.0) {
            ways.add("--horizon " + text(harm.hours(), RoundingMode.DOWN));
        }
        if (harm.perHour() > 0 && Double.isFinite(harm.perHour())) {
            ways.add("growth: " + growth(harm.perHour(), unit) + " in the policy");
        }
        int last = ways.size() - 1;
        if (last < 0) {
            return "";
        }
        return "; way out: " + (last == 0 ? "" : String.join(", ", ways.subList(0, last)) + " or ") + ways.get(last);
    }

    private static String text(double hours, RoundingMode rounding) {
        ChronoUnit unit = hours < 3 ? ChronoUnit.MINUTES : hours < 72 ? ChronoUnit.HOURS : ChronoUnit.DAYS;
        double units = hours * 3600 / unit.getDuration().toSeconds();
        long whole = BigDecimal.valueOf(units).setScale(0, rounding).longValue();
        return Durations.text(Duration.of(whole, ChronoUnit.SECONDS)
                .multipliedBy(unit.getDuration().toSeconds()));
    }

    private static String growth(double perHour, Unit unit) {
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
