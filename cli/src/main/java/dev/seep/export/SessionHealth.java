package dev.seep.export;

import java.time.Instant;

/**
 * Health of the exported session.
 *
 * @param time of this state: polling stands still if that is long ago
 * @param sessions kept shells that are open now
 * @param recordingFailures writes to the run folder that failed
 */
public record SessionHealth(Instant time, int targets, int sessions, long answerBytes, long recordingFailures) {}
