package dev.seep.source.kubernetes;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult.Failed;

/** Says why an exec did not happen, in the words of seep. */
final class ExecFailures {
    private ExecFailures() {}

    static Failed refused(ExecTarget target, Refusal refusal) {
        GapReason reason = reason(refusal);
        String wayOut = reason == GapReason.DENIED ? wayOut(target, refusal) : "";
        return new Failed(reason, target + " was refused with " + refusal + wayOut, refusal.retryAfter());
    }

    private static String wayOut(ExecTarget target, Refusal refusal) {
        return refusal.code() == 401
                ? "; log in again"
                : "; allow the verbs get and create on pods/exec in namespace " + target.namespace();
    }

    private static GapReason reason(Refusal refusal) {
        return switch (refusal.code()) {
            case 401, 403 -> GapReason.DENIED;
            case 404 -> GapReason.TARGET_GONE;
            case 429 -> GapReason.UNREACHABLE;
            default ->
                RuntimeWords.reason(refusal.words(), refusal.code() >= 500 ? GapReason.UNREACHABLE : GapReason.FAILED);
        };
    }

    static Failed unreachable(ExecTarget target, Throwable failure) {
        return new Failed(GapReason.UNREACHABLE, target + " got no connection: " + Words.line(failure));
    }

    static Failed broken(ExecTarget target, ExecEnd.Broken end) {
        String wayOut = end.reason() == GapReason.NO_SHELL ? "; the image has no sh" : "";
        return new Failed(end.reason(), target + ": " + end.words() + wayOut);
    }

    static Failed noShell(ExecTarget target, String words) {
        return broken(target, new ExecEnd.Broken(GapReason.NO_SHELL, Words.line(words)));
    }

    static Failed truncated(ExecTarget target, int limit) {
        return new Failed(GapReason.TRUNCATED, target + ": more than " + limit + " bytes of output");
    }

    static Failed gone(ExecTarget target) {
        return new Failed(GapReason.TARGET_GONE, target + ": this life of the container is over");
    }

    static Failed closed(ExecTarget target) {
        return new Failed(GapReason.UNREACHABLE, target + ": the session is closed");
    }
}
