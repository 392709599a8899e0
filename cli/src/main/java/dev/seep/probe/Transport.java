package dev.seep.probe;

import java.time.Duration;

/** Way in which a {@link Measurement} is asked. */
public sealed interface Transport {
    /** A script for {@code sh -c}. */
    record Command(String script) implements Transport {
        /** A command that is killed in the target when its time is over, see {@link TimeLimit}. */
        public static Command bounded(String command, Duration timeout) {
            String quoted = command.replace("'", "'\\''");
            long seconds = timeout.toSeconds() + 2;
            return new Command(
                    TimeLimit.function(seconds) + "limited " + seconds + " sh -c '" + quoted + "' sh \"$@\"\n");
        }
    }

    /** A program that goes into the target before it runs there. */
    record Copied(InlineScript script) implements Transport {}

    /** Something that the source of the target can get without any program in the target. */
    record Fetch(String address) implements Transport {}
}
