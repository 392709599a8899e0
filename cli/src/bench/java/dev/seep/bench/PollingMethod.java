package dev.seep.bench;

import dev.seep.probe.PollRequest;
import dev.seep.probe.ProbeSet;
import dev.seep.probe.Reading;
import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell.Opening;
import dev.seep.source.ShellSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** A way to poll containers. */
interface PollingMethod {
    Duration DEADLINE = Duration.ofSeconds(30);

    /** Polls each of these containers once, and returns when all have answered. */
    void round(List<LiveTarget> targets);

    /** The two execs of the usual exporter: sockets in CLOSE_WAIT, and zombies. */
    record Pair(int parallel) implements PollingMethod {
        private static final List<String> SCRIPTS =
                List.of("cat /proc/net/tcp | awk '{print $4}' | grep -c 08", "cat /proc/*/stat | grep -c Z");

        @Override
        public void round(List<LiveTarget> targets) {
            inParallel(targets, parallel, target -> {
                CompletableFuture<ExecResult> both = CompletableFuture.completedFuture(null);
                for (String script : SCRIPTS) {
                    both = both.thenCompose(before -> target.shell().run(script, DEADLINE));
                }
                return both.thenApply(Pair::ended);
            });
        }

        private static ExecResult ended(ExecResult result) {
            if (!(result instanceof ExecResult.Exited)) {
                throw new IllegalStateException(result.toString());
            }
            return result;
        }
    }

    /** seep's script in a new shell for each poll. */
    record Once(ProbeSet probes, int parallel) implements PollingMethod {
        @Override
        public void round(List<LiveTarget> targets) {
            inParallel(targets, parallel, this::poll);
        }

        CompletableFuture<Reading> poll(LiveTarget target) {
            PollRequest pollRequest = everything(probes, 1);
            return target.shell()
                    .run(probes.once(pollRequest), DEADLINE)
                    .thenApply(result -> probes.read(pollRequest, out(result)))
                    .toCompletableFuture();
        }
    }

    /** seep's script in shells that stay. */
    final class Kept implements PollingMethod {
        private final ProbeSet probes;
        private final Map<LiveTarget, ShellSession> sessions = new LinkedHashMap<>();
        private long sequence;

        Kept(ProbeSet probes) {
            this.probes = probes;
        }

        void open(List<LiveTarget> targets) {
            inParallel(targets, 16, target -> target.shell()
                    .open(probes.program(), DEADLINE)
                    .thenApply(opening -> {
                        if (opening instanceof Opening.Opened opened) {
                            synchronized (sessions) {
                                return sessions.put(target, opened.session());
                            }
                        }
                        throw new IllegalStateException(opening.toString());
                    })
                    .toCompletableFuture());
        }

        @Override
        public void round(List<LiveTarget> targets) {
            inParallel(targets, targets.size(), this::poll);
        }

        CompletableFuture<Reading> poll(LiveTarget target) {
            PollRequest pollRequest = everything(probes, ++sequence);
            return Objects.requireNonNull(sessions.get(target))
                    .ask(pollRequest.line(), pollRequest.endMark(), DEADLINE)
                    .thenApply(result -> probes.read(pollRequest, out(result)))
                    .toCompletableFuture();
        }

        void close() {
            sessions.values().forEach(ShellSession::close);
        }
    }

    /**
     * What the agents of the nodes see.
     *
     * @param seen the same containers through agents, by the name of their pod
     */
    record Agents(ProbeSet probes, Map<String, LiveTarget> seen) implements PollingMethod {
        @Override
        public void round(List<LiveTarget> targets) {
            inParallel(targets, targets.size(), this::observe);
        }

        private CompletableFuture<ExecResult> observe(LiveTarget target) {
            return Objects.requireNonNull(seen.get(target.target().name()))
                    .shell()
                    .observe(everything(probes, 1).probes(), DEADLINE)
                    .thenApply(Agents::whole)
                    .toCompletableFuture();
        }

        private static ExecResult whole(ExecResult result) {
            if (result instanceof ExecResult.Seen all && all.gaps().isEmpty()) {
                return result;
            }
            throw new IllegalStateException(result.toString());
        }
    }

    private static PollRequest everything(ProbeSet probes, long sequence) {
        return new PollRequest(
                sequence, probes.probes().stream().map(probe -> probe.name()).toList());
    }

    private static String out(ExecResult result) {
        if (result instanceof ExecResult.Answered answered) {
            return answered.out();
        } else if (result instanceof ExecResult.Exited exited) {
            return exited.out();
        }
        throw new IllegalStateException(result.toString());
    }

    /** As many chains as {@code parallel}, in each of them one poll after the other. */
    private static void inParallel(
            List<LiveTarget> targets,
            int parallel,
            java.util.function.Function<LiveTarget, CompletableFuture<?>> poll) {
        List<CompletableFuture<?>> chains = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            LiveTarget target = targets.get(i);
            if (i < parallel) {
                chains.add(poll.apply(target));
            } else {
                chains.set(i % parallel, chains.get(i % parallel).thenCompose(before -> poll.apply(target)));
            }
        }
        CompletableFuture.allOf(chains.toArray(CompletableFuture[]::new)).join();
    }
}
