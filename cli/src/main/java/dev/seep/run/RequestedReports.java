package dev.seep.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reports of a verdict that are asked for.
 *
 * @param json whether stdout gets JSON instead of text
 * @param verbose whether text has figures that only makers of seep need
 * @param html file of the HTML report, null for none
 * @param junit file of the JUnit XML report, null for none
 * @param markdown file of the Markdown summary, null for none
 */
public record RequestedReports(
        boolean json,
        boolean verbose,
        @Nullable Path html,
        @Nullable Path junit,
        @Nullable Path markdown) {
    public static final RequestedReports TEXT = new RequestedReports(false, false, null, null, null);
}
