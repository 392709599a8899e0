package dev.seep.source.kubernetes.exec;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.exec.RuntimeErrors;
import dev.seep.source.kubernetes.api.Refusal;

/** Messages why the API server began no exec, and the way out. */
final class ExecRefusal {
    private ExecRefusal() {}

    static Failed of(ExecTarget target, Refusal refusal) {
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
                RuntimeErrors.reason(refusal.words(), refusal.code() >= 500 ? GapReason.UNREACHABLE : GapReason.FAILED);
        };
    }
}
