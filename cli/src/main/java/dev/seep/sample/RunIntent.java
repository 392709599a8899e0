package dev.seep.sample;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Intent of a run: the probes and length asked for.
 *
 * @param asked names of the probes that somebody asked for by name, in order; those that are usual are not among them
 * @param length planned, null for without end or not known
 */
public record RunIntent(List<String> asked, @Nullable Duration length) {
    /** Of a run that says nothing of it, such as a foreign file. */
    public static final RunIntent UNKNOWN = new RunIntent(List.of(), null);

    public RunIntent {
        asked = List.copyOf(asked);
    }
}
