package dev.seep.source.exec;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult.Failed;
import java.util.regex.Pattern;

/** Messages for execs that did not happen. */
public final class ExecFailures {
    /** A runtime tells through which of its parts a failure went, and last the failure itself. */
    private static final Pattern END_OF_CHAIN = Pattern.compile("^.* exec: (?=\"sh\")");

    private ExecFailures() {}

    public static Failed unreachable(ExecTarget target, Throwable failure) {
        return new Failed(GapReason.UNREACHABLE, target + " got no connection: " + Messages.line(failure));
    }

    public static Failed broken(ExecTarget target, ExecEnd.Broken end) {
        return new Failed(
                end.reason(),
                end.reason() == GapReason.NO_SHELL
                        ? target + ": " + END_OF_CHAIN.matcher(end.words()).replaceFirst("") + "; the image has no sh"
                        : target + ": " + end.words());
    }

    public static Failed noShell(ExecTarget target, String words) {
        return broken(target, new ExecEnd.Broken(GapReason.NO_SHELL, Messages.line(words)));
    }

    public static Failed truncated(ExecTarget target, int limit) {
        return new Failed(GapReason.TRUNCATED, target + ": more than " + limit + " bytes of output");
    }

    public static Failed gone(ExecTarget target) {
        return new Failed(GapReason.TARGET_GONE, target + ": this life of the container is over");
    }

    public static Failed closed(ExecTarget target) {
        return new Failed(GapReason.UNREACHABLE, target + ": the session is closed");
    }
}
