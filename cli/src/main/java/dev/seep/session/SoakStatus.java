package dev.seep.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Status of a session now: its progress, load and trouble.
 *
 * @param left until the planned end, empty for a run without end
 * @param targets that are polled now
 * @param sessions kept shells that are open now
 * @param polls observations so far
 * @param gaps observations of which something could not be read
 * @param answerBytes over all answers
 * @param answerMillis over all answers, from question to answer
 * @param trouble the latest that still lasts
 */
public record SoakStatus(
        Instant time,
        Duration elapsed,
        Optional<Duration> left,
        int targets,
        int sessions,
        long polls,
        long gaps,
        long answers,
        long answerBytes,
        double answerMillis,
        Optional<String> trouble) {}
