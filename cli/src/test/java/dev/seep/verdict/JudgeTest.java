package dev.seep.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    private static final double MIB = 1 << 20;
    private static final Metric MEMORY =
            new Metric("memory.anon", Unit.BYTES, BadDirection.UP, new Limit.Reported("memory.limit"));
    private static final Metric FDS = Metric.unlimited("fds.open", Unit.COUNT, BadDirection.UP);
    private static final Metric CACHE = Metric.unlimited("memory.cache", Unit.BYTES, BadDirection.NEITHER);
    private static final Metric FREE = Metric.unlimited("disk.free", Unit.BYTES, BadDirection.DOWN);

    @Test
    void linearGrowthIsALeakWithSlopeAndTimeToLimit() {
        Finding finding = only(series(pod("web-1"), MEMORY, 480, 60, 256 * MIB, h -> (100 + 4 * h) * MIB, MIB));
        assertThat(finding.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(finding.series()).isEqualTo("shop/deployment/web/app memory.anon");
        assertThat(finding.slope().perHour() / MIB).isBetween(3.9, 4.1);
        assertThat(finding.slope().low()).isLessThan(4 * MIB);
        assertThat(finding.slope().high()).isGreaterThan(4 * MIB);
        assertThat(finding.forecast().hours()).isBetween(29.0, 33.0);
        assertThat(finding.pattern()).isEqualTo(Pattern.GROWTH);
        assertThat(finding.reason())
                .matches(
                        "grows (3.9|4|4.1) MiB/h \\(95 % .* to .*\\) and does not flatten; the limit of 256 MiB is reached in 3. h");
    }

    @Test
    void aHeapThatWasNotCollectedIsInconclusive() {
        Metric live =
                new Metric("jvm.heap.live", Unit.BYTES, BadDirection.UP, new Limit.Reported("jvm.heap.old_limit"));

        Finding finding = only(series(pod("web-1"), live, 0, 60, 256 * MIB, h -> 0, 0));

        assertThat(finding.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(finding.reason())
                .isEqualTo("has only 0 samples, one for each collection of the old generation so far; "
                        + "a verdict needs at least 6, and 30 to mean something");
    }

    @Test
    void theReasonOfCountedObjectsSaysHowManyCameAndWent() {
        Target jobs = Target.scope("shop", "jobs");
        Metric count = Metric.unlimited("objects.jobs", Unit.COUNT, BadDirection.UP);
        Metric created = Metric.unlimited("objects.jobs.created", Unit.COUNT, BadDirection.NEITHER);
        Metric removed = Metric.unlimited("objects.jobs.removed", Unit.COUNT, BadDirection.NEITHER);
        List<Series> lagging = List.of(
                series(jobs, count, 480, 60, Double.NaN, h -> Math.floor(10 + 55 * h), 0),
                series(jobs, created, 480, 60, Double.NaN, h -> Math.floor(60 * h), 0),
                series(jobs, removed, 480, 60, Double.NaN, h -> Math.floor(5 * h), 0));

        Finding leak = only(lagging.toArray(new Series[0]));

        assertThat(leak.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(leak.series()).isEqualTo("shop objects.jobs");
        assertThat(leak.reason()).matches("grows 55.*; (59\\.\\d|60)/h created, (4\\.\\d|5)/h removed");
    }

    @Test
    void whatTheKubeletSawIsNamed() {
        Event event = new Event(START, Event.Type.FALLEN_BACK, pod("web-1"), "a", Map.of("through", "kubelet"));
        Series leaking = series(pod("web-1"), FDS, 480, 60, Double.NaN, h -> 10 + 55 * h, 0);
        Series other = series(pod("web-2"), FDS, 480, 60, Double.NaN, h -> 10, 0);

        Verdict verdict = new Judge(Policy.DEFAULT).judge(run(List.of(leaking), List.of(event)));
        Verdict without = new Judge(Policy.DEFAULT).judge(run(List.of(other), List.of(event)));

        assertThat(verdict.findings().get(0).reason()).endsWith("and does not flatten (seen by the kubelet)");
        assertThat(without.findings().get(0).reason()).doesNotContain("kubelet");
    }

    @Test
    void warmUpThatIsOverPasses() {
        Finding finding = only(series(
                pod("web-1"), MEMORY, 480, 60, Double.NaN, h -> (100 + 80 * (1 - Math.exp(-h / 0.5))) * MIB, MIB));
        assertThat(finding.outcome()).isEqualTo(Outcome.PASS);
        assertThat(finding.pattern()).isEqualTo(Pattern.WARM_UP);
        assertThat(finding.reason()).startsWith("warms up and settles; more than");
    }

    @Test
    void shortRunsAreEnoughWhereTheLeakIsPlain() {
        assertThat(only(series(pod("a"), MEMORY, 30, 2, Double.NaN, h -> (10 + 90 * 60 * h) * MIB, MIB / 5))
                        .outcome())
                .isEqualTo(Outcome.LEAK);
        assertThat(only(series(pod("a"), MEMORY, 90, 2, Double.NaN, h -> (10 + 30 * 60 * h) * MIB, MIB / 5))
                        .outcome())
                .isEqualTo(Outcome.LEAK);
        assertThat(only(series(pod("a"), FDS, 60, 1, Double.NaN, h -> Math.floor(12 + 3600 * h), 0))
                        .outcome())
                .isEqualTo(Outcome.LEAK);
    }

    @Test
    void shortRunsAreEnoughWhereNothingMoves() {
        assertThat(only(series(pod("a"), MEMORY, 30, 2, Double.NaN, h -> 50 * MIB, MIB / 10))
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(only(series(pod("a"), FDS, 20, 2, Double.NaN, h -> 11, 0)).outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void countsThatFlipBetweenTwoValuesPass() {
        Random random = new Random(3);
        Series flips = series(pod("a"), FDS, 200, 5, Double.NaN, h -> random.nextBoolean() ? 11 : 12, 0);
        assertThat(only(flips).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void sawtoothOfGarbageCollectionPasses() {
        Series heap = series(pod("a"), MEMORY, 60, 1, Double.NaN, h -> (40 + 5 * (3600 * h % 7)) * MIB, MIB / 2);
        Finding finding = only(heap);
        assertThat(finding.outcome()).isEqualTo(Outcome.PASS);
        assertThat(finding.pattern()).isEqualTo(Pattern.SAWTOOTH);
    }

    @Test
    void fewSamplesAreInconclusiveAndSaySo() {
        Finding finding = only(series(pod("a"), MEMORY, 4, 60, Double.NaN, h -> 50 * MIB, MIB));
        assertThat(finding.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(finding.pattern()).isEqualTo(Pattern.TOO_SHORT);
        assertThat(finding.reason()).contains("only 4 samples");
    }

    @Test
    void eachReplicaLeaksALittle() {
        Finding finding = only(six(2));
        assertThat(finding.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(finding.target().pod()).isNull();
        assertThat(finding.reason()).startsWith("each of 6 replicas grows");
    }

    @Test
    void replicasThatShowItOnlyTogetherAreNotSaidToGrowEach() {
        Finding finding = only(six(1));
        assertThat(finding.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(finding.reason())
                .startsWith("the median of 6 replicas judged together, 4 of which would show it alone, grows");
    }

    /** @param growth of each, in MiB an hour */
    private static Series[] six(double growth) {
        return IntStream.range(0, 6)
                .mapToObj(i ->
                        series(pod("web-" + i), MEMORY, 240, 60, Double.NaN, h -> (100 + growth * h) * MIB, 5 * MIB, i))
                .toArray(Series[]::new);
    }

    @Test
    void theOneReplicaThatLeaksIsNamed() {
        List<Series> replicas = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double slope = i == 7 ? 10 : 0;
            replicas.add(series(pod("web-" + i), MEMORY, 240, 60, Double.NaN, h -> (100 + slope * h) * MIB, MIB, i));
        }
        Finding finding = only(replicas.toArray(Series[]::new));
        assertThat(finding.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(finding.reason()).startsWith("one of 12 replicas, web-7, grows");
    }

    @Test
    void aReplicaThatLeaksIsNotHiddenByThoseThatCreep() {
        Finding finding = only(
                series(pod("web-0"), MEMORY, 240, 60, Double.NaN, h -> (100 + 0.1 * h) * MIB, 0.01 * MIB, 1),
                series(pod("web-1"), MEMORY, 240, 60, Double.NaN, h -> (100 + 0.1 * h) * MIB, 0.01 * MIB, 2),
                series(pod("web-2"), MEMORY, 240, 60, Double.NaN, h -> (100 + 10 * h) * MIB, MIB, 3));

        assertThat(finding.outcome()).as(finding.reason()).isEqualTo(Outcome.LEAK);
        assertThat(finding.slope().perHour()).isBetween(9 * MIB, 11 * MIB);
        assertThat(finding.reason()).contains("web-2, grows");
    }

    @Test
    void replacedPodsAreLivesOfOneThing() {
        Series[] pods = new Series[4];
        for (int i = 0; i < pods.length; i++) {
            pods[i] =
                    shifted(series(pod("web-" + i), MEMORY, 60, 60, Double.NaN, h -> (100 + 20 * h) * MIB, MIB, i), i);
        }
        Finding finding = only(pods);
        assertThat(finding.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(finding.pattern()).isEqualTo(Pattern.RESTARTING_GROWTH);
        assertThat(finding.counts().lives()).isEqualTo(4);
    }

    @Test
    void pageCacheNeverFailsARunWithoutARule() {
        Series cache = series(pod("a"), CACHE, 240, 60, Double.NaN, h -> (100 + 50 * h) * MIB, MIB);
        Verdict verdict = new Judge(Policy.DEFAULT).judge(run(List.of(cache), List.of()));
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("nothing could be judged");
        assertThat(verdict.findings().get(0).severity()).isEqualTo(Severity.IGNORE);
    }

    @Test
    void whatMustNotFallIsJudgedInTheMirror() {
        Finding finding = only(series(pod("a"), FREE, 240, 60, Double.NaN, h -> (900 - 50 * h) * MIB, MIB));
        assertThat(finding.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(finding.slope().perHour()).isNegative();
        assertThat(finding.slope().low()).isLessThan(finding.slope().high());
        assertThat(finding.reason()).startsWith("falls ");
    }

    @Test
    void aLimitBeyondTheHorizonMakesTinyGrowthANote() {
        Series slow = series(pod("a"), MEMORY, 480, 60, 64_000 * MIB, h -> (1000 + 0.8 * h) * MIB, MIB / 4);
        Finding finding = only(slow);
        assertThat(finding.outcome()).isEqualTo(Outcome.PASS);
        assertThat(finding.reason()).contains("but the limit of 62 GiB is").contains(" y away");
    }

    @Test
    void allowedGrowthPassesAndABrokenCeilingFails() {
        Series growing = series(pod("a"), MEMORY, 480, 60, Double.NaN, h -> (100 + 4 * h) * MIB, MIB);
        assertThat(only(allow(5 * MIB, Double.NaN, null), growing).outcome()).isEqualTo(Outcome.PASS);
        assertThat(only(allow(3 * MIB, Double.NaN, null), growing).outcome()).isEqualTo(Outcome.LEAK);
        Finding broken = only(allow(0, 50, null), series(pod("a"), FDS, 100, 5, Double.NaN, h -> 51, 0));
        assertThat(broken.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(broken.reason()).isEqualTo("reached 51, the policy allows 50");
    }

    @Test
    void aKnownLeakWarnsUntilItExpires() {
        Series growing = series(pod("a"), MEMORY, 480, 60, Double.NaN, h -> (100 + 4 * h) * MIB, MIB);
        Finding known = only(allow(0, Double.NaN, LocalDate.parse("2026-12-01")), growing);
        assertThat(known.severity()).isEqualTo(Severity.WARN);
        Finding expired = only(allow(0, Double.NaN, LocalDate.parse("2026-11-01")), growing);
        assertThat(expired.severity()).isEqualTo(Severity.FAIL);
        assertThat(expired.reason()).endsWith("it was known (#12) and allowed until 2026-11-01");
    }

    @Test
    void killsForMemoryAreALeakWhateverTheSlope() {
        Event kill = new Event(START, Event.Type.RESTARTED, pod("web-1"), "b", Map.of("reason", "OOMKilled"));
        Event again = new Event(START, Event.Type.RESTARTED, pod("web-1"), "c", Map.of("reason", "OOMKilled"));
        Series flat = series(pod("web-1"), FDS, 100, 60, Double.NaN, h -> 11, 0);
        Verdict verdict = new Judge(Policy.DEFAULT).judge(run(List.of(flat), List.of(kill, again)));
        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAK);
        Finding restarts = verdict.findings().get(0);
        assertThat(restarts.pattern()).isEqualTo(Pattern.RESTARTING_GROWTH);
        assertThat(restarts.reason()).isEqualTo("was killed for memory 2 times");
        assertThat(restarts.series()).isEqualTo("shop/deployment/web/app restarts");
    }

    @Test
    void theSameRunGivesTheSameVerdict() {
        Series growing = series(pod("a"), MEMORY, 480, 60, Double.NaN, h -> (100 + 4 * h) * MIB, MIB);
        Run run = run(List.of(growing), List.of());
        assertThat(new Judge(Policy.DEFAULT).judge(run)).isEqualTo(new Judge(Policy.DEFAULT).judge(run));
    }

    @Test
    void aRunThatLeaksPlainlyIsDecidedInTheMiddleAndNotBefore() {
        Run half = run(List.of(series(pod("a"), FDS, 240, 15, Double.NaN, h -> 10 + 55 * h, 0)), List.of());

        assertThat(new Judge(Policy.DEFAULT).decided(half, Duration.ofHours(2)))
                .map(Verdict::outcome)
                .hasValue(Outcome.LEAK);
        assertThat(new Judge(Policy.DEFAULT).decided(half, Duration.ofHours(2).plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void thatARunPassesIsNeverDecidedEarly() {
        Run still = run(List.of(series(pod("a"), FDS, 240, 15, Double.NaN, h -> 10, 0)), List.of());

        assertThat(new Judge(Policy.DEFAULT).decided(still, Duration.ofHours(1)))
                .isEmpty();
    }

    /** Enough to be called a leak at the end. */
    @Test
    void evidenceThatIsNotOverwhelmingDecidesNothingEarly() {
        Run weak = run(
                List.of(series(pod("a"), MEMORY, 60, 60, Double.NaN, h -> (100 + 4 * h) * MIB, 0.6 * MIB)), List.of());

        assertThat(new Judge(Policy.DEFAULT).judge(weak).outcome()).isEqualTo(Outcome.LEAK);
        assertThat(new Judge(Policy.DEFAULT).decided(weak, Duration.ofHours(1))).isEmpty();
    }

    /** It rises for two hours and stands from then on. */
    @Test
    void aLifeIsJudgedFromTheTimeOnThatThePolicyGivesItToSettle() {
        Series series = series(pod("a"), FDS, 480, 60, Double.NaN, h -> h < 2 ? 500 * h : 1000, 0);
        Policy settling =
                new Policy(new Allowance(0, Double.NaN, null, Duration.ofHours(2), Severity.FAIL, null, false, false));

        assertThat(only(series).pattern()).isEqualTo(Pattern.WARM_UP);
        assertThat(only(settling, series).pattern()).isEqualTo(Pattern.STEADY);
        assertThat(only(settling, series).counts().samples()).isEqualTo(480);
    }

    private static Finding only(Series... series) {
        return only(Policy.DEFAULT, series);
    }

    private static Finding only(Policy policy, Series... series) {
        Verdict verdict = new Judge(policy).judge(run(List.of(series), List.of()));
        return verdict.findings().stream()
                .filter(finding -> !finding.metric().name().equals("restarts"))
                .findFirst()
                .orElseThrow();
    }

    private static Policy allow(double growth, double ceiling, @Nullable LocalDate expires) {
        Allowance.KnownLeak known = expires == null ? null : new Allowance.KnownLeak("#12", expires);
        return new Policy(
                new Allowance(growth, ceiling, Duration.ofDays(30), null, Severity.FAIL, known, false, false));
    }

    private static Target pod(String name) {
        return Target.container("shop", name, "app", "deployment/web");
    }

    private static Run run(List<Series> series, List<Event> events) {
        return new Run(START, START.plusSeconds(3600), null, 1, 1, 0, series.size(), series, events);
    }

    private static Series series(
            Target target, Metric metric, int n, int every, double limit, DoubleUnaryOperator course, double noise) {
        return series(target, metric, n, every, limit, course, noise, 42);
    }

    private static Series series(
            Target target,
            Metric metric,
            int n,
            int every,
            double limit,
            DoubleUnaryOperator course,
            double noise,
            long seed) {
        Random random = new Random(seed);
        double[] seconds = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            seconds[i] = START.getEpochSecond() + (double) i * every;
            values[i] = Math.rint(course.applyAsDouble(i * every / 3600.0) + noise * random.nextGaussian());
        }
        List<Incarnation> lives = List.of(new Incarnation("a", START, null));
        return new Series(
                target.path() + " " + metric.name(), target, metric, lives, seconds, values, new int[n], 0, limit);
    }

    private static Series shifted(Series series, int place) {
        double[] seconds = new double[series.size()];
        double[] values = new double[series.size()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = series.seconds(i) + place * 3700.0;
            values[i] = series.value(i);
        }
        return new Series(
                series.name(),
                series.target(),
                series.metric(),
                series.lives(),
                seconds,
                values,
                new int[seconds.length],
                0,
                Double.NaN);
    }
}
