package dev.seep.live;

import dev.seep.sample.Evidence;
import dev.seep.sample.RunTally;
import dev.seep.session.SoakStatus;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Run in progress, as a person follows it.
 *
 * @param title names the watched targets
 * @param length of the run, zero if it has no end
 * @param evidence what was seen to grow so far
 * @param endsWithView whether the run ends where the person leaves: then the person is asked first
 * @param leave action of a person who leaves
 */
public record FollowedRun(
        String title,
        Duration length,
        Supplier<SoakStatus> status,
        Supplier<RunTally.Counts> counts,
        SeriesRanking seriesRanking,
        Supplier<List<Evidence>> evidence,
        boolean endsWithView,
        Runnable leave) {}
