package dev.seep.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recorded run as the judging half reads it.
 *
 * @param from time of the first sample
 * @param to time of the last sample
 * @param every the interval that was planned, null for a foreign file
 * @param polls observations of a target, with or without values
 * @param samples values over all series
 * @param gaps values that are missing over all series
 * @param targets different targets that were observed
 * @param evidence of targets, none where not collected
 * @param runIntent at its start
 */
public record Run(
        Instant from,
        Instant to,
        @Nullable Duration every,
        long polls,
        long samples,
        long gaps,
        int targets,
        List<Series> series,
        List<Event> events,
        List<Evidence> evidence,
        RunIntent runIntent) {
    public Run {
        series = List.copyOf(series);
        events = List.copyOf(events);
        evidence = List.copyOf(evidence);
    }

    /** Run without evidence and of unknown intent. */
    public Run(
            Instant from,
            Instant to,
            @Nullable Duration every,
            long polls,
            long samples,
            long gaps,
            int targets,
            List<Series> series,
            List<Event> events) {
        this(from, to, every, polls, samples, gaps, targets, series, events, List.of(), RunIntent.UNKNOWN);
    }

    /** Length in hours. */
    public double hours() {
        return Duration.between(from, to).toMillis() / 3.6e6;
    }

    /** Copy with evidence of its targets. */
    public Run with(List<Evidence> seen) {
        return new Run(from, to, every, polls, samples, gaps, targets, series, events, seen, runIntent);
    }

    /** Copy with this intent. */
    public Run meantAs(RunIntent meant) {
        return new Run(from, to, every, polls, samples, gaps, targets, series, events, evidence, meant);
    }
}
