package dev.seep.run;

import dev.seep.sample.GapReason;
import dev.seep.sample.Quantity;
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

/** Checkup whether containers answer, some at a time. */
final class ShellCheckup {
    private static final int MOST = 200;
    private static final int AT_ONCE = 8;
    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final String SCRIPT = "read -r x </proc/self/stat && echo shell";

    /**
     * Outcome of a trial.
     *
     * @param fault on one line, empty for a shell that works
     * @param seen whether the source sees something of it by itself
     */
    private record Trial(String fault, boolean seen) {
        boolean works() {
            return fault.isEmpty();
        }
    }

    private ShellCheckup() {}

    /** Reports how many have a shell, and faults of the others. */
    static void shells(Collection<LiveTarget> chosen, Diagnosis diagnosis) {
        Map<LiveTarget, Trial> trials = tryOut(chosen);
        long working = trials.values().stream().filter(Trial::works).count();
        boolean blind = working == 0 && trials.values().stream().noneMatch(Trial::seen);
        String words = working + " of " + trials.size() + " containers tried have one, a container of each workload";
        trials.values().stream().filter(trial -> !trial.works()).forEach(trial -> {
            String wayOut = trial.seen() ? "" : "; it will be a gap, leave it out with -E or -l";
            diagnosis.remark("shells", trial.fault() + wayOut);
        });
        if (blind) {
            diagnosis.fault("shells", words + "; seep needs sh in the image, nothing else");
        } else {
            diagnosis.fine("shells", words);
        }
    }

    /** Tells whether each of their nodes has an agent that answers. */
    static void agents(List<LiveTarget> containers, Diagnosis diagnosis) {
        Map<String, LiveTarget> oneOfEachNode = new LinkedHashMap<>();
        containers.forEach(live -> oneOfEachNode.putIfAbsent(live.node(), live));
        Map<LiveTarget, String> faults = tryLooking(oneOfEachNode.values());
        faults.values().stream().filter(fault -> !fault.isEmpty()).forEach(fault -> diagnosis.fault("agents", fault));
        if (faults.values().stream().allMatch(String::isEmpty)) {
            diagnosis.fine("agents", "all nodes have one that answers: " + Quantity.count(faults.size()));
        }
    }

    private static Map<LiveTarget, Trial> tryOut(Collection<LiveTarget> targets) {
        Map<LiveTarget, Trial> trials = new LinkedHashMap<>();
        answers(targets, target -> target.shell().run(SCRIPT, DEADLINE))
                .forEach((target, answer) -> trials.put(target, trial(target, answer)));
        return trials;
    }

    /** Faults of the source's own readings of them: empty text where it has some. */
    private static Map<LiveTarget, String> tryLooking(Collection<LiveTarget> targets) {
        Map<LiveTarget, String> faults = new LinkedHashMap<>();
        answers(targets, target -> target.shell().observe(List.of("memory"), DEADLINE))
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
        ExecResult observed = target.shell()
                .observe(List.of("memory"), DEADLINE)
                .toCompletableFuture()
                .join();
        String why = fault(result);
        Trial blind = new Trial(why, false);
        return observed.fold(new Cases<>(
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
