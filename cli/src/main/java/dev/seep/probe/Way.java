package dev.seep.probe;

import java.time.Duration;

/** How a {@link Measurement} is asked. */
public sealed interface Way {
    /** A script for {@code sh -c}. */
    record Command(String script) implements Way {
        /**
         * A command that is killed in the target soon after nobody waits for it any more: who lets go of an exec does
         * not end it. Without the program {@code timeout} only one that computes can be ended, and not one that waits.
         */
        public static Command bounded(String command, Duration timeout) {
            return new Command("""
                    C='%1$s'
                    ulimit -t %2$d 2>/dev/null
                    if timeout 9 true 2>/dev/null; then
                    exec timeout %2$d sh -c "$C" sh "$@"
                    fi
                    exec sh -c "$C" sh "$@"
                    """.formatted(command.replace("'", "'\\''"), timeout.toSeconds() + 2));
        }
    }

    /** A program that goes into the target before it runs there. */
    record Copied(CopiedScript script) implements Way {}

    /** Something that the source of the target can get without any program in the target. */
    record Fetch(String address) implements Way {}
}
