package dev.seep.session;

import dev.seep.probe.ProbeSet;
import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.Seen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is heard of a target in which nothing can be run. */
final class WithoutShell {
    private WithoutShell() {}

    static boolean is(ExecResult result) {
        return result instanceof Failed failed && failed.reason() == GapReason.NO_SHELL;
    }

    /**
     * As {@link #together(Failed, ExecResult)}, where not all that was asked for can be seen.
     *
     * @param asked names of probes
     */
    static ExecResult together(Failed why, ExecResult result, List<String> asked) {
        List<String> visible = ProbeSet.visible(asked);
        if (!(result instanceof Seen seen) || visible.size() == asked.size()) {
            return together(why, result);
        }
        Map<String, GapReason> gaps = new HashMap<>(seen.gaps());
        asked.stream().filter(name -> !visible.contains(name)).forEach(name -> gaps.put(name, GapReason.NO_SHELL));
        return new Seen(seen.time(), seen.through(), seen.values(), gaps, seen.bytes());
    }

    /**
     * What was seen instead; where nothing was, both reasons.
     *
     * @param why nothing can be run
     */
    static ExecResult together(Failed why, ExecResult seen) {
        if (seen instanceof Failed failed && failed.reason() == GapReason.NO_SHELL) {
            return failed.message().isEmpty()
                    ? why
                    : new Failed(GapReason.NO_SHELL, why.message() + "; " + failed.message());
        }
        return seen;
    }
}
