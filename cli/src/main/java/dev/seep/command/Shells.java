package dev.seep.command;

import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.util.ArrayList;
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

    private Shells() {}

    /** What came of it: nothing for a shell that works, else what is wrong, on one line. */
    static Map<LiveTarget, String> tryOut(Collection<LiveTarget> targets) {
        return tryOut(targets, target -> target.shell().run(SCRIPT, DEADLINE));
    }

    /** The same of what the source itself sees of them. */
    static Map<LiveTarget, String> tryLooking(Collection<LiveTarget> targets) {
        return tryOut(targets, target -> target.shell().look(List.of("memory"), DEADLINE));
    }

    private static Map<LiveTarget, String> tryOut(
            Collection<LiveTarget> targets, Function<LiveTarget, CompletionStage<ExecResult>> question) {
        List<LiveTarget> chosen = targets.stream().limit(MOST).toList();
        Map<LiveTarget, String> faults = new LinkedHashMap<>();
        for (int from = 0; from < chosen.size(); from += AT_ONCE) {
            List<LiveTarget> some = chosen.subList(from, Math.min(chosen.size(), from + AT_ONCE));
            List<CompletionStage<ExecResult>> answers = new ArrayList<>();
            some.forEach(target -> answers.add(question.apply(target)));
            for (int i = 0; i < some.size(); i++) {
                faults.put(
                        some.get(i), fault(answers.get(i).toCompletableFuture().join()));
            }
        }
        return faults;
    }

    private static String fault(ExecResult result) {
        if (result instanceof ExecResult.Seen) {
            return "";
        } else if (result instanceof ExecResult.Exited exited) {
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
