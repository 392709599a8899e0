package dev.seep.live;

import dev.seep.sample.Event;
import dev.seep.sample.Evidence;
import dev.seep.sample.RunTally;
import dev.seep.session.SoakStatus;
import java.util.List;
import java.util.Optional;

/**
 * All that a screen shows of a run at one moment.
 *
 * @param rows in the order in which they are shown
 * @param abnormal the last abnormal event, empty if there was none
 * @param evidence what was seen to grow so far; only read for the picture of one series
 */
record Frame(
        String title,
        SoakStatus status,
        RunTally.Counts counts,
        TrendRefresher.Seen seen,
        List<TableRow> rows,
        Optional<Event> abnormal,
        List<Evidence> evidence) {}
