package dev.seep.verdict;

import static dev.seep.verdict.RunOf.event;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the lives of a container ended, counted and in words. */
class EndsTest {
    private static final Target WEB = pod("web-1");

    @ParameterizedTest
    @CsvSource({
        "OOMKilled, true, false",
        "exit 1, true, true",
        "exit 137, true, true",
        "exit 130, true, false",
        "exit 143, true, false",
        "exit 0, false, false",
        "failed probe with exit 0, true, true",
        "stopped with exit 137, false, false",
        "deleted, false, false",
        "unseen exit 137, false, true",
        "'', false, false"
    })
    void whatIsACrashAndWhatIsToldWhereNothingFollows(String reason, boolean crash, boolean told) {
        assertThat(Terminations.isCrash(reason)).isEqualTo(crash);
        assertThat(Terminations.isToldForGood(reason)).isEqualTo(told);
    }

    @Test
    void reasonsAreSortedAndCounted() {
        assertThat(ends("exit 7", "exit 1", "exit 7", "").told())
                .isEqualTo("restarted 4 times (exit 1, exit 7 x2, no reason known)");
    }

    @Test
    void ofManyReasonsFiveAreListed() {
        assertThat(ends("exit 1", "exit 2", "exit 3", "exit 4", "exit 5").told())
                .endsWith("(exit 1, exit 2, exit 3, exit 4, exit 5)");
        assertThat(ends("exit 1", "exit 2", "exit 3", "exit 4", "exit 5", "exit 6")
                        .told())
                .endsWith("(exit 1, exit 2, exit 3, exit 4, exit 5 ...)");
    }

    @Test
    void killsForMemoryAreNamedAsSuchWhereTheyAreAll() {
        assertThat(ends("OOMKilled", "OOMKilled").told()).isEqualTo("was killed for memory 2 times");
        assertThat(ends("OOMKilled", "exit 0").told()).isEqualTo("restarted 2 times (OOMKilled, exit 0)");
        assertThat(ends("OOMKilled", "exit 0").kills()).isEqualTo(1);
    }

    @Test
    void thePodThatRestartedMostIsNamed() {
        Terminations terminations = ends("exit 7");
        terminations.add(pod("web-2"), restarted(50, pod("web-2"), "exit 7"));
        assertThat(terminations.told()).endsWith(" in 2 pods");

        terminations.add(pod("web-2"), restarted(60, pod("web-2"), "exit 0"));
        assertThat(terminations.told()).endsWith(" in 2 pods, most often web-2");
        assertThat(terminations.most()).isEqualTo(2);
        assertThat(terminations.mostCrashes()).isEqualTo(1);
    }

    @Test
    void whatWasNotStartedAgainIsCountedAndNoRestart() {
        Terminations terminations = ends();
        terminations.addForGood(WEB, event(50, Event.Type.VANISHED, WEB, "reason", "exit 3"));

        assertThat(terminations.told()).isEqualTo("ended with exit 3 and was not started again");
        assertThat(terminations.count()).isEqualTo(1);
        assertThat(terminations.most()).isZero();
        assertThat(terminations.pods()).isEqualTo(1);
        assertThat(terminations.anyCrashForGood()).isTrue();
    }

    @Test
    void theEventsAreInTheOrderOfTime() {
        Event late = restarted(60, WEB, "exit 7");
        Event early = restarted(30, WEB, "exit 7");
        Terminations terminations = ends();
        terminations.add(WEB, late);
        terminations.addLast(WEB, early);

        assertThat(terminations.events()).containsExactly(early, late);
    }

    @Test
    void eachContainerOfAWorkloadIsKeptByItsName() {
        Target sidecar = Target.container("shop", "web-1", "proxy", "deployment/web");
        Map<String, Terminations> all = TerminationsByName.of(List.of(
                restarted(10, WEB, "exit 1"), restarted(20, sidecar, "exit 2"), restarted(30, pod("web-2"), "exit 1")));

        assertThat(all).containsOnlyKeys("shop/deployment/web/app restarts", "shop/deployment/web/proxy restarts");
        assertThat(all).extractingByKey("shop/deployment/web/app restarts").returns(2, Terminations::count);
    }

    private static Terminations ends(String... reasons) {
        Terminations terminations = new Terminations(WEB);
        int second = 0;
        for (String reason : reasons) {
            terminations.add(WEB, restarted(++second, WEB, reason));
        }
        return terminations;
    }
}
