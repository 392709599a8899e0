package dev.seep.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.verdict.Explainer;
import dev.seep.verdict.Explanation.Change;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is explained is what was judged, whatever the series, and what would have changed it does so. */
class ExplainedRunsTest {
    private static final int RUNS = 12;
    private static final int SINGLE = 4;
    private static final int REPLICAS = 3;
    private static final int FEWEST = 40;
    private static final int MOST = 400;
    private static final Pattern WAY =
            Pattern.compile("(?<horizon>--horizon \\w+)|(?<growth>growth: \\S+/h in the policy)");

    private static List<Run> runs;

    @BeforeAll
    static void draw() {
        runs = IntStream.rangeClosed(1, RUNS)
                .mapToObj(seed -> run(new Random(seed)))
                .toList();
    }

    @Test
    void findingsAreThoseOfTheVerdict() {
        for (Run run : runs) {
            assertThat(new Explainer(Policy.DEFAULT, run).findings())
                    .isEqualTo(new Judge(Policy.DEFAULT).judge(run).findings());
        }
    }

    @Test
    void whatWouldChangeAnOutcomeDoesWhenTheJudgeIsAskedAgain() {
        Set<Outcome> changed = EnumSet.noneOf(Outcome.class);
        for (Run run : runs) {
            Explainer explainer = new Explainer(Policy.DEFAULT, run);
            for (Finding finding : explainer.findings()) {
                for (Change change : explainer.explain(finding).changes()) {
                    Matcher way = WAY.matcher(change.what());
                    if (way.matches()) {
                        changed.add(finding.outcome());
                        assertThat(outcome(run, finding, way))
                                .as("%s with %s, %s", finding.series(), change.what(), finding.reason())
                                .isEqualTo(change.outcome());
                    }
                }
            }
        }
        assertThat(changed).containsExactly(Outcome.values());
    }

    @Test
    void waysOutOfADoubtAreAmongWhatWouldChangeIt() {
        int doubts = 0;
        for (Run run : runs) {
            Explainer explainer = new Explainer(Policy.DEFAULT, run);
            for (Finding finding : explainer.findings()) {
                if (finding.outcome() == Outcome.INCONCLUSIVE) {
                    doubts++;
                    List<Change> ways = WAY.matcher(finding.reason())
                            .results()
                            .map(way -> new Change(way.group(), Outcome.PASS))
                            .toList();
                    assertThat(ways).as(finding.reason()).hasSize(2);
                    assertThat(explainer.explain(finding).changes()).containsAll(ways);
                }
            }
        }
        assertThat(doubts).isPositive();
    }

    private static Outcome outcome(Run run, Finding finding, Matcher way) {
        Map<String, Object> defaults = way.group("horizon") == null
                ? Map.of("growth", way.group().replaceFirst("growth: (\\S+) .*", "$1"))
                : Map.of("horizon", way.group().replace("--horizon ", ""));
        Policy other = PolicyReader.of(Map.of("defaults", defaults));
        return new Judge(other)
                .judge(run).findings().stream()
                        .filter(same -> same.series().equals(finding.series()))
                        .findFirst()
                        .orElseThrow()
                        .outcome();
    }

    /** A series of each of some kinds, and the replicas of a workload, so short that some are in doubt. */
    private static Run run(Random random) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < SINGLE; i++) {
            series.add(begin(any(Kinds.all(), random).draw("series " + i, random), null, random));
        }
        for (int i = 0; i < REPLICAS; i++) {
            Target pod = Target.container("shop", "web-" + i, "app", "deployment/web");
            Kind kind = any(List.of(Family.values()), random);
            series.add(begin(kind.draw(pod.path() + " memory.anon", random), pod, random));
        }
        return JudgeFile.run(series);
    }

    private static Kind any(List<Kind> kinds, Random random) {
        return kinds.get(random.nextInt(kinds.size()));
    }

    private static Series begin(Series whole, @Nullable Target target, Random random) {
        int most = FEWEST + random.nextInt(MOST - FEWEST);
        Series some = Picked.of(GeneratedMix.withLimit(whole, random), whole.name(), i -> i < most);
        int n = some.size();
        return new Series(
                some.name(),
                target,
                some.metric(),
                some.lives(),
                IntStream.range(0, n).mapToDouble(some::seconds).toArray(),
                IntStream.range(0, n).mapToDouble(some::value).toArray(),
                IntStream.range(0, n).map(some::life).toArray(),
                0,
                some.limit().orElse(Double.NaN));
    }
}
