package dev.seep.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What alerts and the dashboard count. */
class LeakMetricsTest {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");
    private static final Target WEB = Target.container("shop", "web-1", "app", "deployment/web");
    private static final Target POD = WEB.pod();
    private static final int SAMPLES = 240;
    private static final int EVERY = 30;

    private final MetricsState metricsState = new MetricsState(
            List.of(
                    new Metric("memory.anon", Unit.BYTES, BadDirection.UP, new Limit.Reported("memory.limit")),
                    Metric.unlimited("memory.limit", Unit.BYTES, BadDirection.NEITHER),
                    Metric.unlimited("memory.rss", Unit.BYTES, BadDirection.UP),
                    Metric.unlimited("fds.open", Unit.COUNT, BadDirection.UP),
                    Metric.unlimited("zombies", Unit.COUNT, BadDirection.UP),
                    Metric.unlimited("sockets.tcp.close_wait", Unit.COUNT, BadDirection.UP)),
            START,
            Duration.ofDays(1));
    private PeriodicJudge periodicJudge = judging(Policy.DEFAULT);

    @AfterEach
    void close() {
        periodicJudge.close();
    }

    @Test
    void whatGrowsOfOneCauseIsOneLeakWithTheFirstLimitAhead() throws IOException {
        appear(WEB);
        observe(WEB, "memory.limit", i -> 1e9);
        observe(WEB, "fds.open", i -> 10 + 20 * i);
        observe(WEB, "memory.anon", i -> 1e8 + 1e6 * i + 1e5 * (i * 7919 % 13));
        observe(WEB, "memory.rss", i -> 1.1e8 + 1e6 * i + 1e5 * (i * 7919 % 13));
        periodicJudge.judge();

        assertThat(leaking()).contains("fds.open", "memory.anon", "memory.rss");
        List<String> page = page();
        assertThat(page).hasSize(2);
        assertThat(page.get(0))
                .matches("seep_leak\\{namespace=\"shop\",container=\"app\",workload=\"deployment/web\","
                        + "metric=\"fds.open\",id=\"[0-9a-f]{8}\",severity=\"fail\"} 1");
        assertThat(page.get(1))
                .startsWith(page.get(0)
                        .replace("leak{", "leak_time_to_limit_seconds{")
                        .replace("} 1", "} "));
        assertThat(value(page.get(1))).isBetween(18_000.0, 22_000.0);
    }

    @Test
    void leaksOfSeveralCausesAreSeveral() throws IOException {
        appear(WEB);
        observe(WEB, "zombies", i -> i);
        observe(WEB, "fds.open", i -> 10 + 2 * i);
        periodicJudge.judge();

        assertThat(page())
                .hasSize(2)
                .anyMatch(line -> line.contains("metric=\"zombies\"") && line.endsWith("} 1"))
                .anyMatch(line -> line.contains("metric=\"fds.open\"") && line.endsWith("} 1"));
    }

    @Test
    void socketsOfAPodAreInNoContainerUntilOneIsFoundThatHoldsThem() throws IOException {
        appear(WEB);
        appear(POD);
        observe(POD, "sockets.tcp.close_wait", i -> i);
        periodicJudge.judge();

        assertThat(page())
                .singleElement()
                .asString()
                .startsWith(
                        "seep_leak{namespace=\"shop\",workload=\"deployment/web\",metric=\"sockets.tcp.close_wait\"")
                .endsWith("} 1");

        observe(WEB, "fds.open", i -> 10 + i);
        periodicJudge.judge();

        assertThat(page())
                .singleElement()
                .asString()
                .startsWith("seep_leak{namespace=\"shop\",container=\"app\",workload=\"deployment/web\","
                        + "metric=\"sockets.tcp.close_wait\"")
                .endsWith("} 1");
    }

    @Test
    void aLeakThatIsGoneStaysAsZeroWhileItsTargetIsThere() throws IOException {
        appear(WEB);
        observe(WEB, "memory.limit", i -> 1e9);
        observe(WEB, "memory.anon", i -> 1e8 + 1e6 * i);
        periodicJudge.judge();
        List<String> before = page();
        assertThat(before).hasSize(2);

        vanish(WEB);
        appear(WEB);
        periodicJudge.judge();
        assertThat(page()).containsExactly(before.get(0).replace("} 1", "} 0"));
        periodicJudge.judge();
        assertThat(page()).hasSize(1);

        observe(WEB, "memory.limit", i -> 1e9);
        observe(WEB, "memory.anon", i -> 1e8 + 1e6 * i);
        periodicJudge.judge();
        assertThat(page()).isEqualTo(before);
    }

    @Test
    void whoIsGoneTakesItsLeaksAlong() throws IOException {
        appear(WEB);
        observe(WEB, "memory.anon", i -> 1e8 + 1e6 * i);
        periodicJudge.judge();

        vanish(WEB);
        assertThat(page()).isEmpty();
        periodicJudge.judge();
        assertThat(periodicJudge.last().leaks()).isEqualTo(ToldLeaks.NONE);
        appear(WEB);
        assertThat(page()).isEmpty();
    }

    @Test
    void aLeakWhoseCauseIsFoundLaterIsToldByThatAlone() throws IOException {
        appear(WEB);
        observe(WEB, "memory.anon", i -> 1e8 + 1e5 * i);
        periodicJudge.judge();
        assertThat(page()).singleElement().asString().contains("metric=\"memory.anon\"");

        observe(WEB, "fds.open", i -> 10 + i);
        periodicJudge.judge();
        assertThat(page())
                .singleElement()
                .asString()
                .contains("metric=\"fds.open\"")
                .endsWith("} 1");
    }

    @Test
    void whatThePolicyOnlyWarnsOfIsToldAsThat() throws IOException {
        periodicJudge.close();
        periodicJudge =
                judging(new Policy(new Allowance(0, Double.NaN, null, null, Severity.WARN, null, false, false)));
        appear(WEB);
        observe(WEB, "fds.open", i -> 10 + i);
        periodicJudge.judge();

        assertThat(page()).singleElement().asString().endsWith(",severity=\"warn\"} 1");
    }

    private PeriodicJudge judging(Policy policy) {
        Instant end = START.plusSeconds(SAMPLES * EVERY);
        return new PeriodicJudge(metricsState, policy, Clock.fixed(end, ZoneOffset.UTC));
    }

    private void appear(Target target) {
        metricsState.happened(new Event(START, Event.Type.APPEARED, target, "a", Map.of()));
    }

    private void vanish(Target target) {
        metricsState.happened(new Event(START, Event.Type.VANISHED, target, "a", Map.of()));
    }

    private void observe(Target target, String metric, IntToDoubleFunction value) {
        for (int i = 0; i < SAMPLES; i++) {
            Map<String, Double> values = Map.of(metric, value.applyAsDouble(i));
            metricsState.observe(
                    new Observation(START.plusSeconds((long) EVERY * i), target, "a", values, Map.of(), 1));
        }
    }

    /** Metrics of the findings that leak. */
    private List<String> leaking() {
        return periodicJudge.last().findings().stream()
                .filter(finding -> finding.outcome() == Outcome.LEAK)
                .map(finding -> finding.metric().name())
                .toList();
    }

    private List<String> page() throws IOException {
        StringBuilder page = new StringBuilder();
        LeakMetrics.write(
                new ExpositionWriter(ExpositionWriter.Format.PROMETHEUS, page),
                periodicJudge.last().leaks(),
                new PresentPlaces(metricsState.present()));
        return page.toString().lines().filter(line -> !line.startsWith("#")).toList();
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
    }
}
