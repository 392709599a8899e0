package dev.seep.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded run as the judging half sees it.
 *
 * @param from time of the first sample
 * @param to time of the last sample
 * @param every the interval that was planned, null for a foreign file
 * @param polls observations of a target, with or without values
 * @param samples values over all series
 * @param gaps values that are missing over all series
 * @param targets different targets that were observed
 * @param evidence what was seen in targets, none where nobody looked
 * @param intent what it was meant to be
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
        Intent intent) {
    public Run {
        series = List.copyOf(series);
        events = List.copyOf(events);
        evidence = List.copyOf(evidence);
    }

    /** One without evidence, of which nobody knows what it was meant to be. */
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
        this(from, to, every, polls, samples, gaps, targets, series, events, List.of(), Intent.UNKNOWN);
    }

    /** Length in hours. */
    public double hours() {
        return Duration.between(from, to).toMillis() / 3.6e6;
    }

    /** The same with what was seen in its targets. */
    public Run with(List<Evidence> seen) {
        return new Run(from, to, every, polls, samples, gaps, targets, series, events, seen, intent);
    }

    /** The same with what it was meant to be. */
    public Run meantAs(Intent meant) {
        return new Run(from, to, every, polls, samples, gaps, targets, series, events, evidence, meant);
    }
}
