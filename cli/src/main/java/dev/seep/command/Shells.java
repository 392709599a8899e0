package dev.seep.command;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Tries whether containers have a shell that can be used, some at a time. */
final class Shells {
    private static final int MOST = 200;
    private static final int AT_ONCE = 8;
    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final String SCRIPT = "read -r x </proc/self/stat && echo shell";

    /**
     * What came of it.
     *
     * @param fault nothing for a shell that works, else what is wrong, on one line
     * @param seen whether the source sees something of it by itself
     */
    record Trial(String fault, boolean seen) {
        boolean works() {
            return fault.isEmpty();
        }
    }

    private Shells() {}

    static Map<LiveTarget, Trial> tryOut(Collection<LiveTarget> targets) {
        List<LiveTarget> chosen = targets.stream().limit(MOST).toList();
        Map<LiveTarget, Trial> trials = new LinkedHashMap<>();
        for (int from = 0; from < chosen.size(); from += AT_ONCE) {
            List<LiveTarget> some = chosen.subList(from, Math.min(chosen.size(), from + AT_ONCE));
            List<CompletionStage<ExecResult>> answers = new ArrayList<>();
            some.forEach(target -> answers.add(target.shell().run(SCRIPT, DEADLINE)));
            for (int i = 0; i < some.size(); i++) {
                trials.put(
                        some.get(i),
                        trial(some.get(i), answers.get(i).toCompletableFuture().join()));
            }
        }
        return trials;
    }

    private static Trial trial(LiveTarget target, ExecResult result) {
        if (!(result instanceof ExecResult.Failed failed) || failed.reason() != GapReason.NO_SHELL) {
            return new Trial(fault(result), false);
        }
        ExecResult looked = target.shell()
                .look(List.of("memory"), DEADLINE)
                .toCompletableFuture()
                .join();
        if (looked instanceof ExecResult.Seen seen) {
            return new Trial(failed.message() + ", so the " + seen.through() + "'s figures stand in", true);
        }
        String more = looked instanceof ExecResult.Failed blind ? blind.message() : "";
        return new Trial(failed.message() + (more.isEmpty() ? "" : "; " + more), false);
    }

    private static String fault(ExecResult result) {
        if (result instanceof ExecResult.Exited exited) {
            return exited.out().strip().equals("shell")
                    ? ""
                    : "its shell ended with " + exited.status() + " "
                            + exited.err().strip();
        } else if (result instanceof ExecResult.Failed failed) {
            return failed.message();
        }
        return "no answer within " + DEADLINE.toSeconds() + " s";
    }
}
