package dev.seep.verdict;

import static dev.seep.verdict.RunOf.count;
import static dev.seep.verdict.RunOf.eightHours;
import static dev.seep.verdict.RunOf.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which leak is told first, and what it is called. */
class LeakTest {
    private static final double NONE = Double.NaN;

    @Test
    void whatHappenedComesFirstThenWhatReachesItsLimitSoonestThenWhatGrewMost() {
        List<Leak> leaks = new Judge(Policy.DEFAULT)
                .judge(eightHours(
                        List.of(
                                series("little", "zombies", 1000, NONE),
                                series("much", "zombies", 10, NONE),
                                series("later", "zombies", 10, 5000),
                                series("soon", "zombies", 10, 1000),
                                series("killed", "memory.anon", 10, NONE),
                                series("killed-soon", "memory.anon", 10, 9000)),
                        restarted(30, app("crashed"), "exit 7"),
                        restarted(60, app("crashed"), "exit 7"),
                        restarted(60, app("killed"), "OOMKilled"),
                        restarted(60, app("killed-soon"), "OOMKilled")))
                .leaks();

        assertThat(leaks)
                .extracting(Leak::title)
                .containsExactly(
                        "shop/killed-soon/app memory.anon",
                        "shop/killed/app memory.anon",
                        "shop/crashed/app restarts",
                        "shop/soon/app zombies",
                        "shop/later/app zombies",
                        "shop/much/app zombies",
                        "shop/little/app zombies");
    }

    @Test
    void whatBrokeACeilingHasHappened() {
        Policy ceiling = PolicyReader.of(Map.of("ceilings", Map.of("threads", 50)));

        assertThat(new Judge(ceiling)
                        .judge(eightHours(List.of(series("a", "zombies", 10, 1000), series("b", "threads", 10, NONE))))
                        .leaks())
                .extracting(Leak::fact)
                .containsExactly("reached 129, the policy allows 50", "");
    }

    @Test
    void whatOnlyWarnsComesLast() {
        Policy warned = PolicyReader.of(Map.of(
                "ceilings", Map.of("restarts", 0), "rules", List.of(Map.of("workload", "a", "severity", "warn"))));

        assertThat(new Judge(warned)
                        .judge(eightHours(
                                List.of(series("a", "zombies", 10, 1000), series("b", "zombies", 10, NONE)),
                                restarted(60, app("a"), "exit 7")))
                        .leaks())
                .extracting(Leak::title)
                .containsExactly("shop/b/app zombies", "shop/a/app restarts", "shop/a/app zombies");
    }

    @Test
    void itsLimitIsTheOneOfAllItsFindingsThatIsReachedSoonest() {
        Series open = series("a", "fds.open", 10, 9000);
        Series sockets = RunOf.of(app("a").pod(), count("sockets.tcp.close_wait"), 0, NONE, course(10));

        Leak leak = new Judge(Policy.DEFAULT)
                .judge(eightHours(List.of(open, sockets)))
                .leaks()
                .get(0);

        assertThat(leak.main().forecast().hours()).isNaN();
        assertThat(leak.soonest()).map(finding -> finding.metric().name()).hasValue("fds.open");
        assertThat(leak.hoursToLimit()).isBetween(140.0, 155.0);
    }

    @Test
    void aSeriesThatNobodyOwnsIsCalledByItsName() {
        assertThat(one(RunOf.of(null, count("heap.old"), 0, NONE, course(10))).title())
                .isEqualTo("heap.old");
        assertThat(one(RunOf.of(Target.scope("shop", "jobs"), count("objects.jobs"), 0, NONE, course(10)))
                        .title())
                .isEqualTo("shop objects.jobs");
        assertThat(one(RunOf.of(Target.process("java"), count("threads"), 0, NONE, course(10)))
                        .title())
                .isEqualTo("local/java threads");
    }

    private static Leak one(Series series) {
        return new Judge(Policy.DEFAULT)
                .judge(eightHours(List.of(series)))
                .leaks()
                .get(0);
    }

    private static Target app(String name) {
        return Target.container("shop", name, "app", name);
    }

    /** 60 more an hour, for two hours. */
    private static Series series(String name, String metric, double level, double limit) {
        return RunOf.of(app(name), count(metric), 0, limit, course(level));
    }

    private static double[] course(double level) {
        double[] values = new double[120];
        Arrays.setAll(values, i -> level + i);
        return values;
    }
}
