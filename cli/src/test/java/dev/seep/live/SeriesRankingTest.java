package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SeriesRankingTest {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");
    private static final Target WEB = Target.container("shop", "web", "app", "deployment/web");

    private final SeriesRanking seriesRanking = new SeriesRanking(List.of(
            Metric.unlimited("fds.open", Unit.COUNT, BadDirection.UP),
            Metric.unlimited("threads", Unit.COUNT, BadDirection.UP),
            Metric.unlimited("memory.cache", Unit.BYTES, BadDirection.NEITHER)));

    @Test
    void showsWhatRisesAndNotWhatIsSteadyOrHarmless() {
        observe("a", 0, 1000);

        assertThat(seriesRanking.worst(5)).singleElement().satisfies(rankedSeries -> {
            assertThat(rankedSeries.metric().name()).isEqualTo("fds.open");
            assertThat(rankedSeries.rise()).isBetween(600.0, 750.0);
            assertThat(rankedSeries.value()).isEqualTo(1009);
        });
    }

    @Test
    void startsAgainWithEachLife() {
        observe("a", 0, 1000);
        observe("b", 1000, 1003);

        assertThat(seriesRanking.worst(5)).isEmpty();
    }

    @Test
    void forgetsATargetThatIsGone() {
        observe("a", 0, 1000);
        seriesRanking.happened(new Event(START, Event.Type.VANISHED, WEB, "a", Map.of()));

        assertThat(seriesRanking.worst(5)).isEmpty();
    }

    @Test
    void ranksByTheRiseAgainstUnrestAndLevel() {
        Map<String, DoubleUnaryOperator> shapes = Map.of(
                "a-line", minute -> 10 + minute,
                "b-noisy-line", minute -> 10 + minute + 3000 * Math.sin(minute * minute),
                "c-small-rise-of-much", minute -> 100_000 + minute,
                "d-flat", minute -> 50,
                "e-sawtooth", minute -> minute % 20,
                "f-falling", minute -> 1000 - minute);
        shapes.forEach((name, shape) -> watch(name, 500, shape));

        assertThat(all(seriesRanking, 10))
                .extracting(SeriesRankingTest::pod)
                .hasSize(6)
                .startsWith("a-line")
                .endsWith("d-flat", "f-falling");
        assertThat(seriesRanking.worst(10)).extracting(SeriesRankingTest::pod).containsExactly("a-line");
        RankedSeries flat = seriesRanking
                .worst(1, (target, metric) -> target.name().equals("d-flat"), false)
                .series()
                .get(0);
        assertThat(flat.score()).isZero();
        assertThat(flat.rise()).isZero();
    }

    @Test
    void ranksEqualsByTheirNames() {
        for (String pod : List.of("c", "a", "b")) {
            watch(pod, 60, minute -> minute);
        }

        assertThat(all(seriesRanking, 2)).extracting(SeriesRankingTest::pod).containsExactly("a", "b");
    }

    @Test
    void saysNothingSureOfAFewSamples() {
        watch("web", 5, minute -> 1000 * minute);

        assertThat(seriesRanking.worst(5)).isEmpty();
        assertThat(all(seriesRanking, 5)).singleElement().satisfies(ranked -> {
            assertThat(ranked.score()).isZero();
            assertThat(ranked.course().size()).isEqualTo(5);
            assertThat(ranked.value()).isEqualTo(4000);
        });
    }

    @Test
    void showsThoseWhoseNameIsWanted() {
        watch("web", 60, minute -> minute);
        watch("api", 60, minute -> minute);

        assertThat(seriesRanking
                        .worst(5, (target, metric) -> target.series(metric).equals("shop/api/app fds.open"), false)
                        .series())
                .singleElement()
                .satisfies(ranked -> assertThat(ranked.name()).isEqualTo("shop/api/app fds.open"));
        assertThat(all(seriesRanking, 0)).isEmpty();
    }

    @Test
    void foldsWhatNeverChangedIntoACount() {
        watch("moves", 6, minute -> minute);
        watch("zero", 1, minute -> 0);
        watch("level", 6, minute -> 5);
        watch("few", 5, minute -> 5);

        SeriesRanking.Worst worst = seriesRanking.worst(1, (target, metric) -> true, true);
        assertThat(worst.series()).extracting(SeriesRankingTest::pod).containsExactly("moves");
        assertThat(worst.all())
                .as("those that move, and one of which nobody knows yet")
                .isEqualTo(2);
        assertThat(worst.folded()).isEqualTo(2);
        assertThat(all(seriesRanking, 9)).hasSize(4);
        assertThat(seriesRanking
                        .worst(9, (target, metric) -> target.name().equals("zero"), true)
                        .folded())
                .as("of those that are wanted")
                .isEqualTo(1);
        assertThat(seriesRanking.targets()).extracting(Target::name).contains("zero", "moves");
    }

    @Test
    void keepsTheCourseOfAWholeLifeInBoundedMemory() {
        watch("web", 100_000, minute -> minute);

        RankedSeries ranked = seriesRanking.worst(1).get(0);
        int size = ranked.course().size();
        assertThat(size).isBetween(20, 100);
        assertThat(ranked.course().seconds(0)).isBetween(at(0), at(5000));
        assertThat(ranked.course().seconds(size - 1)).isBetween(at(95_000), at(100_000));
        assertThat(ranked.value()).isEqualTo(99_999);
        assertThat(ranked.rise()).isCloseTo(66_667, Percentage.withPercentage(5));
        for (int i = 0; i < size; i++) {
            assertThat(ranked.course().value(i))
                    .as("a mean of what was seen around its time")
                    .isCloseTo((ranked.course().seconds(i) - at(0)) / 60, Offset.offset(1.0));
        }
    }

    @Test
    void keepsApartThousandsOfTargets() {
        for (int i = 0; i < 3000; i++) {
            int growth = i;
            watch("web-" + i, 12, minute -> 100 + growth / 1000.0 * minute);
        }

        assertThat(seriesRanking.size()).isEqualTo(3000);
        List<RankedSeries> worst = all(seriesRanking, 100);
        assertThat(worst)
                .hasSize(100)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(RankedSeries::score).reversed());
        assertThat(worst)
                .extracting(SeriesRankingTest::pod)
                .contains("web-2999")
                .doesNotContain("web-0", "web-1");
    }

    @Test
    void tellsOfEachTargetWhatRisesInIt() {
        watch("steady", 60, minute -> 7);
        watch("web", 60, minute -> minute);
        watch("api", 60, minute -> 1000 + minute);

        assertThat(seriesRanking.rising(5, 1).toString())
                .isEqualTo("{shop/web/app=[fds.open], shop/api/app=[fds.open]}");
        assertThat(seriesRanking.rising(1, 1).keySet()).extracting(Target::name).containsExactly("web");
        assertThat(seriesRanking.rising(5, 0).keySet())
                .extracting(Target::name)
                .containsExactly("web", "api", "steady");
        assertThat(seriesRanking.rising(5, 1e9)).isEmpty();
    }

    @Test
    void knowsTheLimitThatIsFixedOrThatTheTargetReports() {
        SeriesRanking limited = new SeriesRanking(List.of(
                new Metric("memory.anon", Unit.BYTES, BadDirection.UP, new Limit.Reported("memory.limit")),
                new Metric("cpu.share", Unit.RATIO, BadDirection.UP, new Limit.Fixed(1)),
                Metric.unlimited("memory.limit", Unit.BYTES, BadDirection.NEITHER)));
        Map<String, Double> values = Map.of("memory.anon", 100.0, "cpu.share", 0.5);

        limited.observe(new Observation(START, WEB, "a", values, Map.of(), 1));
        assertThat(limits(limited)).isEqualTo(Map.of("memory.anon", Double.NaN, "cpu.share", 1.0));
        limited.observe(new Observation(START.plusSeconds(1), WEB, "a", Map.of("memory.limit", 256.0), Map.of(), 1));
        assertThat(limits(limited)).isEqualTo(Map.of("memory.anon", 256.0, "cpu.share", 1.0));
        limited.observe(new Observation(START.plusSeconds(2), WEB, "a", Map.of("memory.limit", 0.0), Map.of(), 1));
        assertThat(limits(limited)).as("no limit").isEqualTo(Map.of("memory.anon", Double.NaN, "cpu.share", 1.0));
    }

    @Test
    void watchesTheMembersOfAFamilyAndNoStrangers() {
        SeriesRanking family = new SeriesRanking(List.of(Metric.unlimited("app.*", Unit.COUNT, BadDirection.UP)));

        family.observe(
                new Observation(START, WEB, "a", Map.of("app.queue", 1.0, "app.rows", 2.0, "other", 3.0), Map.of(), 1));

        assertThat(all(family, 5))
                .extracting(ranked -> ranked.metric().name())
                .containsExactlyInAnyOrder("app.queue", "app.rows");
        assertThat(family.size()).isEqualTo(2);
    }

    @Test
    void outlivesPollsThatBroughtNothing() {
        for (int i = 0; i < 200; i++) {
            Map<String, Double> values = i % 3 == 0 ? Map.of("fds.open", (double) i) : Map.of();
            seriesRanking.observe(new Observation(START.plusSeconds(i), WEB, "a", values, Map.of(), 1));
        }

        assertThat(seriesRanking.worst(1)).singleElement().satisfies(ranked -> {
            assertThat(ranked.value()).isEqualTo(198);
            assertThat(ranked.course().value(0)).isLessThan(10);
        });
    }

    @Test
    void remembersTheNewestAbnormalEvent() {
        assertThat(seriesRanking.abnormal()).isEmpty();
        Event abnormal = new Event(START, Event.Type.ABNORMAL, null, null, Map.of("reason", "BackOff"));
        seriesRanking.happened(abnormal);
        seriesRanking.happened(new Event(START, Event.Type.PAUSED, null, null, Map.of()));

        assertThat(seriesRanking.abnormal()).contains(abnormal);
    }

    @Test
    void isReadWhileItIsWritten() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> polling = new ArrayList<>();
            for (String pod : List.of("a", "b")) {
                polling.add(threads.submit(() -> watch(pod, 20_000, minute -> minute)));
            }
            Future<Integer> reading = threads.submit(() -> {
                int most = 0;
                while (polling.stream().anyMatch(each -> !each.isDone())) {
                    most = Math.max(most, all(seriesRanking, 10).size());
                }
                return most;
            });
            for (Future<?> each : polling) {
                each.get(3, TimeUnit.MINUTES);
            }
            assertThat(reading.get(3, TimeUnit.MINUTES)).isLessThanOrEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
        assertThat(seriesRanking.worst(10)).extracting(RankedSeries::value).containsExactly(19_999.0, 19_999.0);
    }

    private static Map<String, Double> limits(SeriesRanking ranking) {
        return all(ranking, 5).stream()
                .collect(Collectors.toMap(
                        ranked -> ranked.metric().name(),
                        ranked -> ranked.course().limit().orElse(Double.NaN)));
    }

    private static List<RankedSeries> all(SeriesRanking ranking, int most) {
        return ranking.worst(most, (target, metric) -> true, false).series();
    }

    private static String pod(RankedSeries ranked) {
        return ranked.target().name();
    }

    private static double at(int minute) {
        return START.getEpochSecond() + 60.0 * minute;
    }

    private void watch(String pod, int minutes, DoubleUnaryOperator fds) {
        Target target = Target.container("shop", pod, "app", "deployment/web");
        for (int minute = 0; minute < minutes; minute++) {
            Map<String, Double> values = Map.of("fds.open", fds.applyAsDouble(minute));
            seriesRanking.observe(new Observation(START.plusSeconds(60L * minute), target, "a", values, Map.of(), 1));
        }
    }

    private void observe(String life, int from, int to) {
        for (int second = from; second < to; second++) {
            Map<String, Double> values =
                    Map.of("fds.open", 10.0 + second, "threads", 7.0, "memory.cache", 4096.0 * second);
            seriesRanking.observe(new Observation(START.plusSeconds(second), WEB, life, values, Map.of(), 1));
        }
    }
}
