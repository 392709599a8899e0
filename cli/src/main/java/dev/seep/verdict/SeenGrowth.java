package dev.seep.verdict;

/**
 * Growth that was seen in a target, which explains a finding.
 *
 * @param words {@code +54 descriptors of awk to /tmp/doc*}
 * @param what that grew, as evidence names it: {@code /tmp/doc*}
 * @param rise in the unit of what grew, NaN where it was not looked at before
 * @param hours between the two looks, NaN if there was only one
 */
public record SeenGrowth(String words, String what, double rise, double hours) {
    /** The same where it is in another unit than the metric. */
    SeenGrowth incomparable() {
        return new SeenGrowth(words, what, Double.NaN, hours);
    }

    /** The same with more of it. */
    SeenGrowth and(String more, double moreRise) {
        return new SeenGrowth(words + more, what, rise + moreRise, hours);
    }

    /**
     * Share of the growth of the finding that it explains, in the time in which it was seen; NaN if nobody can say.
     */
    public double share(Finding finding) {
        return hours > 0 ? rise / (Math.abs(finding.slope().perHour()) * hours) : Double.NaN;
    }
}
