package dev.seep.command;

import dev.seep.evidence.Capture;
import dev.seep.evidence.Inquiry;
import dev.seep.live.Watchlist;
import dev.seep.probe.DiskMeasurement;
import dev.seep.probe.Way;
import dev.seep.sample.GapReason;
import dev.seep.sample.Target;
import dev.seep.session.SoakPlan;
import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import dev.seep.store.EvidenceFolder;
import dev.seep.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks into the targets that grow most, now and then during a run and once more before its source closes. What cannot
 * be looked into has no evidence, and the run goes on. Each round has a budget in targets and in time.
 */
final class Captures implements AutoCloseable {
    private static final int MOST = 20;
    private static final int AT_ONCE = 4;
    private static final int LONGEST_OUTPUT = 256 << 10;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofMinutes(1);
    /** Whoever interrupts a run waits, and in a pod only for half a minute. */
    private static final Duration HURRIED_ROUND = Duration.ofSeconds(10);

    private static final Duration LATEST_FIRST = Duration.ofHours(1);
    private static final Duration FIRST_WITHOUT_END = Duration.ofMinutes(1);

    private final Surroundings surroundings;
    private final SoakPlan plan;
    private final EvidenceOptions options;
    private final LiveTargets targets;
    private final EvidenceWriter writer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Captures::daemon);
    private Watchlist watchlist = new Watchlist(List.of());

    /** @param run the run folder */
    Captures(Surroundings surroundings, SoakPlan plan, EvidenceOptions options, LiveTargets targets, Path run) {
        this.surroundings = surroundings;
        this.plan = plan;
        this.options = options;
        this.targets = targets;
        this.writer = new EvidenceWriter(new EvidenceFolder(run), surroundings.clock());
    }

    /** Looks after a tenth of the run, then whenever as much time again has passed. */
    void follow(Watchlist series) {
        watchlist = series;
        Duration length = plan.length();
        Duration tenth = length == null ? FIRST_WITHOUT_END : length.dividedBy(10);
        if (!options.isOff()) {
            after(tenth.compareTo(LATEST_FIRST) > 0 ? LATEST_FIRST : tenth);
        }
    }

    private void after(Duration wait) {
        var unused = thread.schedule(
                () -> {
                    round(watchlist.rising(MOST, 0), ROUND, false);
                    after(wait.multipliedBy(2));
                },
                wait.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Looks a last time, while the targets can still be asked. */
    void last(boolean hurried) {
        thread.shutdownNow();
        if (!options.isOff()) {
            round(watchlist.rising(MOST, Double.MIN_VALUE), hurried ? HURRIED_ROUND : ROUND, true);
        }
        writer.close();
    }

    private void round(Map<Target, Set<String>> rising, Duration budget, boolean last) {
        Map<LiveTarget, Set<String>> chosen = new LinkedHashMap<>();
        rising.forEach((target, metrics) -> targets.withProcesses(target)
                .forEach(live ->
                        chosen.computeIfAbsent(live, one -> new TreeSet<>()).addAll(metrics)));
        Set<String> faults = new ConcurrentSkipListSet<>();
        AtomicInteger failed = new AtomicInteger();
        List<Callable<Void>> looks = new ArrayList<>();
        chosen.forEach((live, metrics) -> looks.add(() -> {
            look(live, metrics, last).ifPresent(fault -> {
                failed.incrementAndGet();
                faults.add(fault);
            });
            return null;
        }));
        boolean all = all(looks, budget);
        if (last && (!faults.isEmpty() || !all)) {
            say("no evidence from " + Math.max(1, failed.get()) + " of " + chosen.size() + " targets: "
                    + (faults.isEmpty() ? "it took too long" : String.join(", ", faults)));
        }
    }

    /** Whether all ended within the budget. */
    private static boolean all(List<Callable<Void>> looks, Duration budget) {
        ExecutorService some = Executors.newFixedThreadPool(AT_ONCE, Captures::daemon);
        try {
            return some.invokeAll(looks, budget.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .noneMatch(one -> one.isCancelled());
        } catch (InterruptedException ended) {
            return true;
        } finally {
            some.shutdownNow();
        }
    }

    /** What went wrong, in a word or two. */
    private Optional<String> look(LiveTarget live, Set<String> metrics, boolean last) throws InterruptedException {
        boolean early = !last && !writer.knows(live);
        boolean memory = metrics.stream().anyMatch(name -> name.startsWith("memory.") || name.startsWith("jvm."));
        try {
            Optional<String> fault = Optional.empty();
            if (options.isAuto()) {
                ExecResult result = run(live, inquiry(live.target()).script(memory && (early || last)));
                Capture capture = Capture.parse(output(result));
                if (!capture.isEmpty()) {
                    writer.saw(live, capture, last);
                } else {
                    fault = fault(result);
                }
            }
            for (String command : options.commands()) {
                ExecResult result = run(live, command);
                String out = output(result);
                writer.printed(live, out.substring(0, Math.min(out.length(), LONGEST_OUTPUT)), early);
                fault = fault(result);
            }
            return fault;
        } catch (StoreException unwritable) {
            return Optional.of(String.valueOf(unwritable.getMessage()));
        }
    }

    private Inquiry inquiry(Target target) {
        return plan.beside().stream()
                .filter(measurement -> measurement instanceof DiskMeasurement && measurement.isFor(target))
                .map(measurement -> new Inquiry(true, ((DiskMeasurement) measurement).paths()))
                .findFirst()
                .orElse(Inquiry.withoutFiles());
    }

    private static ExecResult run(LiveTarget live, String script) throws InterruptedException {
        try {
            return live.shell()
                    .run(Way.Command.bounded(script, DEADLINE).script(), DEADLINE)
                    .toCompletableFuture()
                    .get(DEADLINE.toSeconds() + 2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException noAnswer) {
            return new ExecResult.TimedOut(DEADLINE, "", "");
        }
    }

    private static String output(ExecResult result) {
        if (result instanceof ExecResult.Exited exited) {
            return exited.out();
        }
        return result instanceof ExecResult.TimedOut timedOut ? timedOut.out() : "";
    }

    /** Nothing for a target that has no shell, or is gone: that is told by its series. */
    private static Optional<String> fault(ExecResult result) {
        if (result instanceof ExecResult.Exited exited) {
            return exited.status() == 0 ? Optional.empty() : Optional.of("exit " + exited.status());
        } else if (result instanceof ExecResult.Failed failed) {
            boolean expected = failed.reason() == GapReason.NO_SHELL || failed.reason() == GapReason.TARGET_GONE;
            return expected ? Optional.empty() : Optional.of(failed.reason().word());
        }
        return Optional.of(GapReason.TIMEOUT.word());
    }

    private void say(String message) {
        surroundings.err().println("seep: " + message);
        surroundings.err().flush();
    }

    private static Thread daemon(Runnable task) {
        Thread named = new Thread(task, "evidence");
        named.setDaemon(true);
        return named;
    }

    /** Ends what is under way; nothing is written from now on. */
    @Override
    public void close() {
        writer.close();
        thread.shutdownNow();
    }
}
