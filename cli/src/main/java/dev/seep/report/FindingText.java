package dev.seep.report;

import dev.seep.sample.Quantity;
import dev.seep.sample.Text;
import dev.seep.verdict.Finding;

/** The numbers of a finding in words that all reports for people share. */
final class FindingText {
    private FindingText() {}

    /** {@code growth, 4.1 MiB/h (95 % 3.9 to 4.4), 31 h to the limit}; without parts that do not apply. */
    static String numbers(Finding finding) {
        return Text.joined(", ", pattern(finding), slope(finding), toLimit(finding));
    }

    /** Pattern of a finding, empty for a fact, which has no course. */
    static String pattern(Finding finding) {
        return finding.isFact() ? "" : finding.pattern().word();
    }

    /** Slope of a finding, empty for one in doubt, whose reason says how fast it may grow. */
    static String slope(Finding finding) {
        return finding.inconclusiveReason() == null ? interval(finding) : "";
    }

    static String interval(Finding finding) {
        return Double.isNaN(finding.slope().perHour())
                ? ""
                : Quantity.perHour(
                        finding.slope().perHour(),
                        finding.slope().low(),
                        finding.slope().high(),
                        finding.metric().unit());
    }

    static String toLimit(Finding finding) {
        return Double.isFinite(finding.forecast().hours())
                ? Quantity.ofHours(finding.forecast().hours()) + " to the limit"
                : "";
    }
}
