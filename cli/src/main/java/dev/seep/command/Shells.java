package dev.seep.command;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Cases;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Tries whether containers can be asked, some at a time. */
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
        Map<LiveTarget, Trial> trials = new LinkedHashMap<>();
        answers(targets, target -> target.shell().run(SCRIPT, DEADLINE))
                .forEach((target, answer) -> trials.put(target, trial(target, answer)));
        return trials;
    }

    /** What is wrong with what the source itself sees of them: nothing where it sees them. */
    static Map<LiveTarget, String> tryLooking(Collection<LiveTarget> targets) {
        Map<LiveTarget, String> faults = new LinkedHashMap<>();
        answers(targets, target -> target.shell().look(List.of("memory"), DEADLINE))
                .forEach((target, answer) -> faults.put(target, fault(answer)));
        return faults;
    }

    private static Map<LiveTarget, ExecResult> answers(
            Collection<LiveTarget> targets, Function<LiveTarget, CompletionStage<ExecResult>> question) {
        List<LiveTarget> chosen = targets.stream().limit(MOST).toList();
        Map<LiveTarget, ExecResult> answers = new LinkedHashMap<>();
        for (int from = 0; from < chosen.size(); from += AT_ONCE) {
            List<LiveTarget> some = chosen.subList(from, Math.min(chosen.size(), from + AT_ONCE));
            List<CompletionStage<ExecResult>> asked =
                    some.stream().map(question).toList();
            for (int i = 0; i < some.size(); i++) {
                answers.put(some.get(i), asked.get(i).toCompletableFuture().join());
            }
        }
        return answers;
    }

    private static Trial trial(LiveTarget target, ExecResult result) {
        if (!result.failedFor(GapReason.NO_SHELL)) {
            return new Trial(fault(result), false);
        }
        ExecResult looked = target.shell()
                .look(List.of("memory"), DEADLINE)
                .toCompletableFuture()
                .join();
        String why = fault(result);
        Trial blind = new Trial(why, false);
        return looked.fold(new Cases<>(
                exited -> blind,
                answered -> blind,
                seen -> new Trial(why + ", so the " + seen.through() + "'s figures stand in", true),
                timedOut -> blind,
                failed -> failed.message().isEmpty() ? blind : new Trial(why + "; " + failed.message(), false)));
    }

    private static String fault(ExecResult result) {
        return result.fold(new Cases<>(
                exited -> exited.out().strip().equals("shell")
                        ? ""
                        : "its shell ended with " + exited.status() + " "
                                + exited.err().strip(),
                answered -> "",
                seen -> "",
                timedOut -> "no answer within " + DEADLINE.toSeconds() + " s",
                Failed::message));
    }
}
