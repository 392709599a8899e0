package dev.seep.run;

import dev.seep.live.SeriesRanking;
import dev.seep.sample.Evidence;
import dev.seep.sample.Target;
import dev.seep.sample.Threads;
import dev.seep.session.SoakPlan;
import dev.seep.source.LiveTarget;
import dev.seep.store.EvidenceFolder;
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
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Collector of evidence from the targets that grow most, now and then during a run and once more before its source
 * closes. A target that cannot be read has no evidence, and the run goes on. Each round has a budget in targets and in
 * time.
 */
public final class EvidenceCollector implements AutoCloseable {
    private static final int MOST = 20;
    private static final int AT_ONCE = 4;
    private static final Duration ROUND = Duration.ofMinutes(1);
    /** Whoever interrupts a run waits, and in a pod only for half a minute. */
    private static final Duration HURRIED_ROUND = Duration.ofSeconds(10);

    private static final Duration LATEST_FIRST = Duration.ofMinutes(10);
    private static final Duration FIRST_WITHOUT_END = Duration.ofMinutes(1);

    private final CliEnvironment environment;
    private final SoakPlan plan;
    private final PollableTargets targets;
    private final EvidenceWriter writer;
    private final TargetInspector inspector;
    private final ScheduledExecutorService thread = Threads.timer("evidence");

    /** @param run the run folder */
    public EvidenceCollector(
            CliEnvironment environment, SoakPlan plan, EvidenceRequest request, PollableTargets targets, Path run) {
        this.environment = environment;
        this.plan = plan;
        this.targets = targets;
        this.writer = new EvidenceWriter(new EvidenceFolder(run), environment.clock());
        this.inspector = new TargetInspector(request, plan.beside(), writer);
    }

    /** Collects after a tenth of the run or ten minutes, then with pauses that double. */
    void follow(SeriesRanking series) {
        Duration length = plan.length();
        Duration tenth = length == null ? FIRST_WITHOUT_END : length.dividedBy(10);
        if (!inspector.request().isOff()) {
            after(tenth.compareTo(LATEST_FIRST) > 0 ? LATEST_FIRST : tenth, series);
        }
    }

    private void after(Duration wait, SeriesRanking series) {
        var unused = thread.schedule(
                () -> {
                    captures(series.rising(MOST, 0), ROUND, false);
                    after(wait.multipliedBy(2), series);
                },
                wait.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** What was seen to grow so far. */
    List<Evidence> grown() {
        return writer.grown();
    }

    /** Collects once more, while targets can be asked. */
    void last(SeriesRanking series, boolean hurried) {
        thread.shutdownNow();
        if (!inspector.request().isOff()) {
            List<Optional<String>> faults =
                    captures(series.rising(MOST, Double.MIN_VALUE), hurried ? HURRIED_ROUND : ROUND, true);
            Set<String> words = new TreeSet<>();
            faults.forEach(fault -> fault.ifPresent(words::add));
            long failed = faults.stream().filter(Optional::isPresent).count();
            if (failed > 0) {
                environment.say("no evidence from " + failed + " of " + faults.size() + " targets: "
                        + String.join(", ", words));
            }
        }
        writer.close();
    }

    /** Fault of each target, if any. */
    private List<Optional<String>> captures(Map<Target, Set<String>> rising, Duration budget, boolean last) {
        Map<LiveTarget, Set<String>> chosen = new LinkedHashMap<>();
        rising.forEach((target, metrics) -> targets.withProcesses(target).stream()
                .filter(live -> chosen.containsKey(live) || chosen.size() < MOST)
                .forEach(live ->
                        chosen.computeIfAbsent(live, one -> new TreeSet<>()).addAll(metrics)));
        long end = System.nanoTime() + budget.toNanos();
        Supplier<Duration> left = () -> Duration.ofNanos(end - System.nanoTime());
        List<Callable<Optional<String>>> captures = new ArrayList<>();
        chosen.forEach((live, metrics) -> captures.add(() -> inspector.inspect(live, metrics, last, left)));
        ExecutorService some = Executors.newFixedThreadPool(AT_ONCE, Threads.named("evidence"));
        try {
            return some.invokeAll(captures, budget.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .map(EvidenceCollector::fault)
                    .toList();
        } catch (InterruptedException ended) {
            return List.of();
        } finally {
            some.shutdownNow();
        }
    }

    private static Optional<String> fault(Future<Optional<String>> capture) {
        try {
            return capture.get();
        } catch (CancellationException | InterruptedException cut) {
            return Optional.of("no time left");
        } catch (ExecutionException failed) {
            return Optional.of(String.valueOf(failed.getCause()));
        }
    }

    /** Ends a round under way; nothing is written from now on. */
    @Override
    public void close() {
        writer.close();
        thread.shutdownNow();
    }
}
