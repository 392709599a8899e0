package dev.seep.verdict.policy;

import static dev.seep.verdict.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that are for no series of a run. In it are web and its sidecar; restarts could be ruled too. */
class UnusedRulesTest {
    private static final Target PROXY = Target.container("shop", "web-1", "proxy", "deployment/web");
    private static final List<Series> SERIES =
            List.of(series(Policies.WEB, "fds.open"), series(Policies.WEB, "zombies"), series(PROXY, "threads"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            metric: zombie              | no series has the metric 'zombie'; did you mean 'zombies'?
            metric: sockets.*           | no series has the metric 'sockets.*'
            metric: events.Evicted      | no series has the metric 'events.Evicted'; did you mean 'events: {Evicted: 0}'?
            workload: deployment/webb   | no workload is called 'deployment/webb'; did you mean 'deployment/web'?
            workload: web               | no workload is called 'web'; did you mean 'deployment/web'?
            workload: deployment/orders | no workload is called 'deployment/orders'
            namespace: shopp            | no series is of the namespace 'shopp'; did you mean 'shop'?
            container: prox             | no container is called 'prox'; did you mean 'proxy'?
            namespace: shop, container: prox | no container is called 'prox'; did you mean 'proxy'?
            """)
    void aRuleForNothingSaysWhatIsNotThereAndWhatIs(String scope, String sentence) {
        assertThat(idle("{" + scope + ", severity: warn}")).containsExactly("POLICY:1: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metric: fds.open
            metric: '*'
            workload: deployment/*
            namespace: shop, container: proxy
            metric: threads, container: proxy
            metric: restarts
            metric: restarts, workload: deployment/web
            """)
    void aRuleForSomethingOrForWhatAHealthyRunHasNotIsNotIdle(String scope) {
        assertThat(idle("{" + scope + ", severity: warn}")).isEmpty();
    }

    @Test
    void namesThatAreAllThereAndNowhereTogetherAreForNoSeries() {
        assertThat(idle("{metric: threads, container: app, severity: warn}"))
                .containsExactly("POLICY:1: this rule is for no series of this run");
    }

    @Test
    void restartsOfAWorkloadThatIsNotThereAreForNothing() {
        assertThat(idle("{metric: restarts, workload: deployment/orders, severity: warn}"))
                .containsExactly("POLICY:1: no workload is called 'deployment/orders'");
    }

    @Test
    void eachRuleIsToldWithItsPlaceInTheirOrder() {
        Policy policy = policy(
                "ceilings: {nothing: 1}\nrules:\n  - {metric: fds.open, growth: 1/h}\n  - {metric: none, growth: 1/h}\n");

        assertThat(new UnusedRules(SERIES, List.of()).of(policy))
                .extracting(sentence -> sentence.replaceFirst("^[^:]*:", ""))
                .containsExactly("1: no series has the metric 'nothing'", "4: no series has the metric 'none'");
    }

    @Test
    void aRunWithoutSeriesSaysNothingOfItsPolicy() {
        assertThat(new UnusedRules(List.of(), List.of()).of(policy("ceilings: {nothing: 1}")))
                .isEmpty();
    }

    @Test
    void ofForeignSeriesARuleForAWorkloadIsForNothing() {
        List<Series> foreign = List.of(series(null, "pool"));

        assertThat(new UnusedRules(foreign, List.of()).of(policy("rules: [{metric: pool, growth: 1/h}]")))
                .isEmpty();
        assertThat(new UnusedRules(foreign, List.of()).of(policy("rules: [{workload: web, growth: 1/h}]")))
                .singleElement()
                .asString()
                .endsWith(": no workload is called 'web'");
    }

    private static List<String> idle(String rule) {
        return new UnusedRules(SERIES, List.of("restarts"))
                .of(policy("rules: [" + rule + "]")).stream()
                        .map(sentence -> sentence.replaceFirst("^[^:]*:", "POLICY:"))
                        .toList();
    }

    private static Series series(@Nullable Target target, String metric) {
        List<Incarnation> lives = List.of(new Incarnation("a", Instant.EPOCH, null));
        return new Series(
                metric, target, Policies.count(metric), lives, new double[1], new double[1], new int[1], 0, Double.NaN);
    }
}
