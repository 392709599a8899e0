package dev.seep.run;

import dev.seep.evidence.EvidenceCapture;
import dev.seep.evidence.EvidenceDiff;
import dev.seep.sample.Evidence;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import dev.seep.store.EvidenceFolder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writer of each capture of an incarnation and its growth since the first. Safe for use by several threads. */
final class EvidenceWriter {
    /** @param life of the captured target */
    private record First(String life, Instant time, EvidenceCapture evidenceCapture) {}

    private final EvidenceFolder folder;
    private final Clock clock;
    private final Map<Target, First> firsts = new HashMap<>();
    private final Map<Target, Evidence> grown = new LinkedHashMap<>();
    private boolean closed;

    EvidenceWriter(EvidenceFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Whether this life was captured before. */
    synchronized boolean knows(LiveTarget live) {
        First first = firsts.get(live.target());
        return first != null && first.life().equals(live.life().id());
    }

    /** @param last whether no capture follows, so that even a first one has to tell something */
    synchronized void saw(LiveTarget live, EvidenceCapture evidenceCapture, boolean last) {
        if (closed) {
            return;
        }
        Instant now = clock.instant();
        String path = live.target().path();
        First first = knows(live) ? firsts.get(live.target()) : null;
        String text = head(live, now) + evidenceCapture.text();
        if (first == null && !last) {
            firsts.put(live.target(), new First(live.life().id(), now, evidenceCapture));
            folder.text(path, "early", text);
            return;
        }
        folder.text(path, "late", text);
        Evidence evidence = evidence(live, first, now, evidenceCapture);
        grown.put(live.target(), evidence);
        folder.write(evidence);
    }

    /** Growth of each target so far, if there was time for a second capture. */
    synchronized List<Evidence> grown() {
        return List.copyOf(grown.values());
    }

    private static Evidence evidence(
            LiveTarget live, @Nullable First first, Instant now, EvidenceCapture evidenceCapture) {
        return new Evidence(
                live.target().path(),
                live.life().id(),
                first == null ? null : first.time(),
                now,
                EvidenceDiff.of(first == null ? null : first.evidenceCapture(), evidenceCapture),
                evidenceCapture.notes());
    }

    /** Keeps the output of a user's command. */
    synchronized void printed(LiveTarget live, String output, boolean early) {
        if (!closed) {
            String stage = "command." + (early ? "early" : "late");
            folder.text(live.target().path(), stage, head(live, clock.instant()) + "\n" + output);
        }
    }

    private static String head(LiveTarget live, Instant now) {
        return live.target().path() + ", life " + live.life().id() + ", at " + now.truncatedTo(ChronoUnit.SECONDS)
                + "\n";
    }

    /** Writes nothing from now on. */
    synchronized void close() {
        closed = true;
    }
}
