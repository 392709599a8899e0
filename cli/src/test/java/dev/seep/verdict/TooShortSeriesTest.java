package dev.seep.verdict;

import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.event;
import static dev.seep.verdict.RunOf.flat;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which series of too few samples leave a run undecided. Beside them stands one that is long enough. */
class TooShortSeriesTest {
    private static final Target CART = Target.container("shop", "cart-1", "app", "deployment/cart");
    private static final Series LONG = counted(pod("web-1"), "threads", 0, flat(60, 9));

    @Test
    void aContainerOfWhichNothingElseIsKnownMatters() {
        assertThat(open(List.of(LONG, few(CART, "threads")))).containsExactly("shop/deployment/cart/app threads");
    }

    @Test
    void aContainerThatIsKnownByAnotherSeriesMayHaveOneThatComesRarely() {
        assertThat(open(List.of(LONG, few(pod("web-1"), "jvm.heap.live")))).isEmpty();
        assertThat(open(List.of(LONG, few(pod("web-2"), "jvm.heap.live")))).isEmpty();
    }

    @Test
    void anotherContainerOfAKnownPodIsNotKnown() {
        Target sidecar = Target.container("shop", "web-1", "proxy", "deployment/web");

        assertThat(open(List.of(LONG, few(sidecar, "threads")))).containsExactly("shop/deployment/web/proxy threads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"job/mail", "cronjob/mail"})
    void whatEndsByDesignLeavesNothingOpen(String workload) {
        assertThat(open(List.of(LONG, few(Target.container("shop", "mail-1", "app", workload), "threads"))))
                .isEmpty();
    }

    @Test
    void whatHasGoneCannotLeakAnyMore() {
        Event came = event(0, Event.Type.APPEARED, CART);
        Event went = event(60, Event.Type.VANISHED, CART);
        Event again = event(90, Event.Type.APPEARED, CART);
        List<Series> series = List.of(LONG, few(CART, "threads"));

        assertThat(open(series, came)).hasSize(1);
        assertThat(open(series, came, went)).isEmpty();
        assertThat(open(series, came, went, again)).hasSize(1);
    }

    @Test
    void aSeriesThatNobodyOwnsMatters() {
        Series foreign = RunOf.of(null, RunOf.count("pool"), 0, Double.NaN, 1, 2, 3);

        assertThat(open(List.of(LONG, foreign))).containsExactly("pool");
    }

    /** What the reason of the run rests on. */
    private static List<String> open(List<Series> series, Event... events) {
        var run = run(series, events);
        return RunOutcome.deciding(run, new Judge(Policy.DEFAULT).judge(run).findings()).stream()
                .map(Finding::series)
                .toList();
    }

    private static Series few(Target target, String metric) {
        return counted(target, metric, 0, 5, 5, 5);
    }
}
