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
        long answers,
        long answerBytes,
        double answerMillis,
        Optional<String> trouble) {
    /** The same of a run that had been polled for a while before. */
    public SoakStatus after(Duration earlier) {
        return new SoakStatus(
                time, elapsed.plus(earlier), left, targets, sessions, answers, answerBytes, answerMillis, trouble);
    }
}
