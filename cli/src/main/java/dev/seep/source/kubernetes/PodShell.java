package dev.seep.source.kubernetes;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Runs scripts in any running container of a pod, for what they share. One that has no shell is remembered and not
 * asked again while another has one; one that just went away is passed over.
 */
final class PodShell implements Shell {
    private final ExecEngine engine;
    private final String namespace;
    private final String pod;
    private final Set<String> withoutShell = ConcurrentHashMap.newKeySet();
    private volatile List<String> containers = List.of();

    PodShell(ExecEngine engine, String namespace, String pod) {
        this.engine = engine;
        this.namespace = namespace;
        this.pod = pod;
    }

    /** The running containers, the best to ask first; none ends this shell. */
    void containers(List<String> running) {
        containers = List.copyOf(running);
        withoutShell.retainAll(running);
    }

    @Override
    public CompletionStage<ExecResult> run(String script, Duration deadline) {
        List<String> candidates = candidates();
        return candidates.isEmpty()
                ? CompletableFuture.completedFuture(gone())
                : first(candidates, target -> engine.run(target, script, deadline), PodShell::reason);
    }

    @Override
    public CompletionStage<Opening> open(String script, Duration deadline) {
        List<String> candidates = candidates();
        return candidates.isEmpty()
                ? CompletableFuture.completedFuture(new Opening.Refused(gone()))
                : first(candidates, target -> engine.open(target, script, deadline), PodShell::reason);
    }

    private List<String> candidates() {
        List<String> running = containers;
        List<String> willing =
                running.stream().filter(name -> !withoutShell.contains(name)).toList();
        return willing.isEmpty() ? running.stream().limit(1).toList() : willing;
    }

    private <T> CompletionStage<T> first(
            List<String> candidates,
            Function<ExecTarget, CompletionStage<T>> attempt,
            Function<T, Optional<GapReason>> reason) {
        String container = candidates.get(0);
        return attempt.apply(new ExecTarget(namespace, pod, container)).thenCompose(answer -> {
            Optional<GapReason> gap = reason.apply(answer);
            if (gap.equals(Optional.of(GapReason.NO_SHELL))) {
                withoutShell.add(container);
            } else if (!gap.equals(Optional.of(GapReason.TARGET_GONE))) {
                return CompletableFuture.completedFuture(answer);
            }
            return candidates.size() == 1
                    ? CompletableFuture.completedFuture(answer)
                    : first(candidates.subList(1, candidates.size()), attempt, reason);
        });
    }

    private static Optional<GapReason> reason(ExecResult result) {
        return result instanceof ExecResult.Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    }

    private static Optional<GapReason> reason(Opening opening) {
        return opening instanceof Opening.Refused refused ? reason(refused.result()) : Optional.empty();
    }

    private ExecResult.Failed gone() {
        return new ExecResult.Failed(
                GapReason.TARGET_GONE, "pod " + namespace + "/" + pod + ": no container of it is running");
    }
}
