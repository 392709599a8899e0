package dev.seep.verdict;

import static dev.seep.verdict.RunOf.count;
import static dev.seep.verdict.RunOf.counted;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many came and went, from counters that are sampled once a minute. */
class TurnoverTest {
    private static final Target JOBS = Target.scope("shop", "jobs");

    @Test
    void theSumOverTheTimeThatWasCountedIsTold() {
        assertThat(turnover(created(0, 1, 2, 3), removed(0, 0, 0, 1))).isEqualTo("; 60/h created, 20/h removed");
    }

    @Test
    void aCounterThatBeginsAgainWhereARunIsResumedLosesNothingElse() {
        assertThat(turnover(created(5, 8, 0, 3), removed(0, 0, 0, 0))).isEqualTo("; 120/h created, 0/h removed");
    }

    @Test
    void oneCounterAloneOrOneSampleSaysNothing() {
        assertThat(turnover(created(0, 1, 2))).isEmpty();
        assertThat(turnover(removed(0, 1, 2))).isEmpty();
        assertThat(turnover(created(1), removed(1))).isEmpty();
    }

    @Test
    void countersOfOtherThingsAreNotTold() {
        Churn churn = new Churn(run(List.of(created(0, 1), removed(0, 1))));

        assertThat(churn.of(JOBS, count("objects.jobs"))).isNotEmpty();
        assertThat(churn.of(Target.scope("pay", "jobs"), count("objects.jobs"))).isEmpty();
        assertThat(churn.of(JOBS, count("objects.pods"))).isEmpty();
        assertThat(churn.of(null, count("objects.jobs"))).isEmpty();
    }

    private static String turnover(Series... counters) {
        return new Churn(run(List.of(counters))).of(JOBS, count("objects.jobs"));
    }

    private static Series created(double... values) {
        return counted(JOBS, "objects.jobs.created", 0, values);
    }

    private static Series removed(double... values) {
        return counted(JOBS, "objects.jobs.removed", 0, values);
    }
}
