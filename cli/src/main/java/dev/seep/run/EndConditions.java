package dev.seep.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on which a run ends.
 *
 * @param length of polling, null for without end
 * @param whenDecided whether it ends before once it is beyond doubt that something leaks; only with a length
 * @param failFast whether it ends at the first fact that fails it
 */
public record EndConditions(@Nullable Duration length, boolean whenDecided, boolean failFast) {}
