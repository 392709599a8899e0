package dev.seep.export;

import dev.seep.sample.Threads;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Policy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Judge of the metrics state now and then, on one thread of its own: after each judgement it waits nine times as long,
 * so that it takes a tenth of one processor at the most.
 */
final class PeriodicJudge implements AutoCloseable {
    /** Soon after a restart the earlier record can be judged again. */
    private static final Duration FIRST = Duration.ofSeconds(10);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
    private static final int REST = 9;

    /**
     * Result of one judgement.
     *
     * @param leaks of this one, and those of earlier ones that are gone
     * @param seconds it took
     */
    record Judgement(List<Finding> findings, ToldLeaks leaks, double seconds, long number) {}

    private final MetricsState metricsState;
    private final Judge judge;
    private final Clock clock;
    private final ForkJoinPool pool = new ForkJoinPool(1);
    private final ScheduledExecutorService timer = Threads.timer("judge");
    private volatile Judgement last = new Judgement(List.of(), ToldLeaks.NONE, 0, 0);

    PeriodicJudge(MetricsState metricsState, Policy policy, Clock clock) {
        this.metricsState = metricsState;
        this.judge = new Judge(policy);
        this.clock = clock;
    }

    void start() {
        next(FIRST.toNanos());
    }

    Judgement last() {
        return last;
    }

    void judge() {
        long begun = System.nanoTime();
        Verdict verdict = pool.submit(() -> judge.judge(metricsState.run(clock.instant())))
                .join();
        ToldLeaks leaks = last.leaks().after(verdict.leaks(), new PresentPlaces(metricsState.present()));
        last = new Judgement(verdict.findings(), leaks, (System.nanoTime() - begun) / 1e9, last.number() + 1);
    }

    private void next(long nanos) {
        if (!timer.isShutdown()) {
            var unused = timer.schedule(this::judgeAndRest, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void judgeAndRest() {
        long begun = System.nanoTime();
        try {
            metricsState.forgetAbsent();
            judge();
        } finally {
            next(Math.max(SHORTEST_PAUSE.toNanos(), REST * (System.nanoTime() - begun)));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        pool.shutdownNow();
    }
}
