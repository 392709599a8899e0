package dev.seep.verdict;

import dev.seep.sample.Unit;

/**
 * Growth that was seen in a target, which explains a finding.
 *
 * @param words {@code +54 descriptors of awk to /tmp/doc*}
 * @param what that grew, as evidence names it: {@code /tmp/doc*}
 * @param unit of what grew, which the metric may count in another one, as inodes for bytes
 * @param rise in that unit, NaN where it was not looked at before
 * @param hours between the two looks, NaN if there was only one
 */
public record SeenGrowth(String words, String what, Unit unit, double rise, double hours) {
    /** The same with more of it. */
    SeenGrowth and(String more, double moreRise) {
        return new SeenGrowth(words + more, what, unit, rise + moreRise, hours);
    }

    /**
     * Share of the growth of the finding that it explains, in the time in which it was seen; NaN if nobody can say.
     */
    public double share(Finding finding) {
        return hours > 0 && unit == finding.metric().unit()
                ? rise / (Math.abs(finding.slope().perHour()) * hours)
                : Double.NaN;
    }
}
