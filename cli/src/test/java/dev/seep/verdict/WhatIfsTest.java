package dev.seep.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.trend.Trend;
import dev.seep.verdict.policy.Policy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhatIfsTest {
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    private static final Metric DESCRIPTORS = Metric.unlimited("fds.open", Unit.COUNT, BadDirection.UP);
    private static final int TEN_MINUTES = 600;
    private static final int NINE_HOURS = 9 * 3600;

    /** Two replicas, of which the one that decides came when the other had been there for nine hours. */
    @Test
    void thePartThatIsNamedIsThatOfAllReplicasThatIsCut() {
        List<Series> members =
                List.of(series("web-1", 0, TEN_MINUTES, 0), series("web-2", NINE_HOURS, TEN_MINUTES / 10, 5));

        assertThat(whatIfs(members))
                .filteredOn(whatIf -> whatIf.what().matches("without its .*"))
                .extracting(
                        WhatIf::what,
                        whatIf -> seen(whatIf.evaluatedGroup().group().members()))
                .containsExactly(
                        tuple("without its first 60 min", "1.0 to 10.0"),
                        tuple("without its last 60 min", "0.0 to 9.0"),
                        tuple("without its first 2.5 h", "2.5 to 10.0"),
                        tuple("without its last 2.5 h", "0.0 to 7.5"));
    }

    private static List<WhatIf> whatIfs(List<Series> members) {
        Run run = new Run(START, START.plusSeconds(36_000), null, 1, 1, 0, 2, members, List.of());
        Judge judge = new Judge(Policy.DEFAULT);
        EvaluatedGroup evaluatedGroup = judge.evaluated(run).get(0);
        return new WhatIfs(judge, evaluatedGroup, new Assessment(evaluatedGroup, 0, run, Trend.GROWS, "")).all();
    }

    /** {@code 0.0 to 10.0}, in hours of the run. */
    private static String seen(List<Series> members) {
        double[] hours = members.stream()
                .flatMapToDouble(series -> IntStream.range(0, series.size()).mapToDouble(series::seconds))
                .map(second -> (second - START.getEpochSecond()) / 3600)
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, "%.1f to %.1f", hours[0], hours[hours.length - 1]);
    }

    /** 61 samples. */
    private static Series series(String pod, int begin, int step, double rise) {
        Target target = Target.container("shop", pod, "app", "deployment/web");
        double[] seconds = new double[61];
        double[] values = new double[61];
        Arrays.setAll(seconds, i -> START.getEpochSecond() + begin + (double) step * i);
        Arrays.setAll(values, i -> 100 + rise * i);
        List<Incarnation> lives = List.of(new Incarnation("a", START, null));
        return new Series(
                target.path() + " fds.open", target, DESCRIPTORS, lives, seconds, values, new int[61], 0, Double.NaN);
    }
}
