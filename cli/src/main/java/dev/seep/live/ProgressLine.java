package dev.seep.live;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Quantity;
import dev.seep.sample.RunTally;
import dev.seep.sample.Text;
import dev.seep.session.SoakStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Progress of a run, in one line of plain text. */
final class ProgressLine {
    private static final int LONGEST_MESSAGE = 320;

    private ProgressLine() {}

    /** @param abnormality the last abnormal event since the line before */
    static String of(
            SoakStatus status, RunTally.Counts counts, List<RankedSeries> worst, Optional<Abnormality> abnormality) {
        List<String> parts = new ArrayList<>();
        parts.add(RunTime.words(status));
        parts.add(counts.toString());
        worst.forEach(rankedSeries -> parts.add(describe(rankedSeries)));
        abnormality.ifPresent(what -> parts.add("event: " + Text.excerpt(what.words(), LONGEST_MESSAGE)));
        status.trouble().ifPresent(trouble -> parts.add("! " + Text.excerpt(trouble, LONGEST_MESSAGE)));
        return Text.harmless(String.join("  ", parts));
    }

    private static String describe(RankedSeries rankedSeries) {
        return rankedSeries.name() + " +"
                + Quantity.of(rankedSeries.rise(), rankedSeries.metric().unit());
    }
}
