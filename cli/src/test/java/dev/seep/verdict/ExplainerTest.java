package dev.seep.verdict;

import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.flat;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.restarted;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a finding rests on, and what would have changed it. */
class ExplainerTest {
    private static final Series STILL = counted(pod("web-1"), "threads", 0, flat(60, 9));

    /** One more a minute, which is 60 an hour. */
    private static final Series RISING = rising(1);

    @Test
    void theLeakDecidesARunAndElseWhatIsNearestToOne() {
        assertThat(explain(Policy.DEFAULT, STILL, RISING).deciding())
                .map(Finding::series)
                .hasValue("shop/deployment/web/app fds.open");
        assertThat(explain(Policy.DEFAULT, STILL).deciding())
                .map(Finding::outcome)
                .hasValue(Outcome.PASS);
        assertThat(explain(Policy.DEFAULT).deciding()).isEmpty();
    }

    @Test
    void theSeriesAndTheTrendAreThoseThatDecide() {
        Explainer explainer = explain(Policy.DEFAULT, STILL, rising(0), RISING);
        Explanation leak = explainer.explain(explainer.deciding().orElseThrow());

        assertThat(leak.replicas()).isEqualTo(2);
        assertThat(leak.shown()).isSameAs(RISING);
        assertThat(leak.trend().slope().perHour()).isCloseTo(60, within(0.5));
        assertThat(leak.finding().reason()).startsWith("one of 2 replicas, web-1, grows 60/h");
    }

    /** 159 at the end of two hours, 841 are left, which is 14 hours at 60 an hour. */
    @Test
    void theTimeToTheLimitLiesBetweenTwoEnds() {
        Explainer limited =
                explain(Policy.DEFAULT, RunOf.of(pod("web-1"), RunOf.count("fds.open"), 0, 1000, course(1)));
        Explanation leak = limited.explain(limited.deciding().orElseThrow());

        assertThat(leak.soonest()).isBetween(13.0, leak.finding().forecast().hours());
        assertThat(leak.latest()).isBetween(leak.finding().forecast().hours(), 15.0);
    }

    @Test
    void growthThatIsNamedWouldPassAndAnythingLessWouldNot() {
        Explainer explainer = explain(Policy.DEFAULT, RISING);
        Explanation leak = explainer.explain(explainer.deciding().orElseThrow());

        assertThat(leak.changes())
                .extracting(Explanation.Change::what, Explanation.Change::outcome)
                .containsExactly(tuple("growth: 60/h in the policy", Outcome.PASS));
        assertThat(outcome("60/h")).isEqualTo(Outcome.PASS);
        assertThat(outcome("59/h")).isEqualTo(Outcome.LEAK);
    }

    @Test
    void withoutWhatIsAllowedItWouldLeak() {
        Explainer explainer = explain(policy("growth", "90/h"), RISING);
        Finding passing = explainer.findings().get(0);

        assertThat(explainer.explain(passing).changes()).contains(new Explanation.Change("no allowance", Outcome.LEAK));
    }

    @Test
    void withoutTheCeilingItWouldPass() {
        Explainer explainer = explain(policy("ceiling", "5"), STILL);
        Finding broken = explainer.findings().get(0);

        assertThat(broken.reason()).isEqualTo("reached 9, the policy allows 5");
        assertThat(explainer.explain(broken).changes())
                .containsExactly(new Explanation.Change("no ceiling", Outcome.PASS));
    }

    @Test
    void withoutTheReplicaThatLeaksItWouldPass() {
        Explainer explainer = explain(Policy.DEFAULT, rising(0), RISING);

        assertThat(explainer.explain(explainer.deciding().orElseThrow()).changes())
                .contains(new Explanation.Change("without the replica web-1", Outcome.PASS));
    }

    @Test
    void whatNothingWouldChangeHasNoChanges() {
        Explainer explainer = explain(Policy.DEFAULT, STILL);

        assertThat(explainer.explain(explainer.findings().get(0)).changes()).isEmpty();
    }

    @Test
    void aFactRestsOnItsEvents() {
        Event first = restarted(30, pod("web-1"), "OOMKilled");
        Explainer explainer = new Explainer(
                Policy.DEFAULT, run(List.of(STILL), restarted(20, pod("web-1").pod(), "OOMKilled"), first));

        assertThat(explainer.events(explainer.deciding().orElseThrow())).containsExactly(first);
    }

    /** Of 40,000, so that two hours of growth are nothing but for the limit, which is ten hours away. */
    @Test
    void aHorizonThatEndsBeforeTheLimitWouldPass() {
        double[] high = Arrays.stream(course(1)).map(value -> 40_000 + value).toArray();
        Explainer limited = explain(Policy.DEFAULT, RunOf.of(pod("web-1"), RunOf.count("fds.open"), 0, 40_760, high));

        assertThat(limited.explain(limited.deciding().orElseThrow()).changes())
                .contains(new Explanation.Change("--horizon 10h", Outcome.PASS));
    }

    @Test
    void theReplicaThatGrowsMostSurelyIsShown() {
        double[] unsteady = course(1);
        for (int i = 0; i < unsteady.length; i++) {
            unsteady[i] += 15 * Math.sin(17.0 * i * i);
        }
        Series sure = counted(pod("web-7"), "fds.open", 0, course(1));
        Explainer explainer = explain(
                Policy.DEFAULT,
                counted(pod("web-1"), "fds.open", 0, unsteady),
                counted(pod("web-3"), "fds.open", 0, flat(120, 40)),
                counted(pod("web-4"), "fds.open", 0, flat(120, 40)),
                counted(pod("web-5"), "fds.open", 0, flat(120, 40)),
                sure);

        assertThat(explainer.explain(explainer.deciding().orElseThrow()).shown())
                .isSameAs(sure);
    }

    private static Outcome outcome(String growth) {
        return explain(policy("growth", growth), RISING).findings().get(0).outcome();
    }

    private static Policy policy(String key, String value) {
        return PolicyReader.of(Map.of("rules", List.of(Map.of(key, value))));
    }

    private static Explainer explain(Policy policy, Series... series) {
        Run run = RunOf.eightHours(Stream.of(series).toList());
        return new Explainer(policy, run);
    }

    /** Of web-1 where it rises, else of web-2. */
    private static Series rising(int step) {
        return counted(pod(step > 0 ? "web-1" : "web-2"), "fds.open", 0, course(step));
    }

    private static double[] course(int step) {
        double[] values = flat(120, 40);
        Arrays.setAll(values, i -> values[i] + step * i);
        return values;
    }
}
