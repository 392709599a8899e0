package dev.seep.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Quantity;
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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is explained is what was judged, whatever the series, and what would have changed it does so. */
class ExplainedRunsTest {
    private static final int RUNS = 12;
    private static final int SINGLE = 4;
    private static final int REPLICAS = 3;
    private static final int FEWEST = 40;
    private static final int MOST = 400;
    /** A horizon of which some of these runs are sure, and for which others are too short. */
    private static final String RULED = "40h";

    private static final Pattern WAY = Pattern.compile(
            "(?<horizon>--horizon (?<flag>\\w+)|horizon: (?<rule>\\w+) in the policy)|growth: (?<growth>\\S+/h) in the policy");
    private static final Pattern PART = Pattern.compile("without its (?<end>first|last) (?<length>.*)");

    private static List<Run> runs;

    @BeforeAll
    static void draw() {
        runs = IntStream.rangeClosed(1, RUNS)
                .mapToObj(seed -> run(new Random(seed)))
                .toList();
    }

    /** @param horizon that a rule sets, null for none */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = RULED)
    void findingsAreThoseOfTheVerdict(@Nullable String horizon) {
        Policy policy = policy(Map.of(), horizon);
        for (Run run : runs) {
            assertThat(new Explainer(policy, run).findings())
                    .isEqualTo(new Judge(policy).judge(run).findings());
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = RULED)
    void whatWouldChangeAnOutcomeDoesWhenTheJudgeIsAskedAgain(@Nullable String horizon) {
        Policy policy = policy(Map.of(), horizon);
        Set<Outcome> byPolicy = EnumSet.noneOf(Outcome.class);
        Set<String> byPart = new TreeSet<>();
        for (Run run : runs) {
            Explainer explainer = new Explainer(policy, run);
            for (Finding finding : explainer.findings()) {
                for (Change change : explainer.explain(finding).changes()) {
                    Matcher way = WAY.matcher(change.what());
                    Matcher part = PART.matcher(change.what());
                    Outcome again = change.outcome();
                    if (way.matches()) {
                        byPolicy.add(finding.outcome());
                        again = outcome(otherwise(way, horizon), run, finding);
                    } else if (part.matches()) {
                        byPart.add(part.group("end"));
                        again = outcome(policy, without(part, run, finding), finding);
                    }
                    assertThat(again)
                            .as("%s with %s, %s", finding.series(), change.what(), finding.reason())
                            .isEqualTo(change.outcome());
                }
            }
        }
        assertThat(byPolicy).containsExactly(Outcome.values());
        assertThat(byPart).containsExactly("first", "last");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = RULED)
    void waysOutOfADoubtAreAmongWhatWouldChangeIt(@Nullable String horizon) {
        int doubts = 0;
        for (Run run : runs) {
            Explainer explainer = new Explainer(policy(Map.of(), horizon), run);
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

    private static Outcome outcome(Policy policy, Run run, Finding finding) {
        return new Judge(policy)
                .judge(run).findings().stream()
                        .filter(same -> same.series().equals(finding.series()))
                        .findFirst()
                        .orElseThrow()
                        .outcome();
    }

    /** The policy with what it takes to go this way, a flag being a default. */
    private static Policy otherwise(Matcher way, @Nullable String horizon) {
        if (way.group("rule") != null) {
            return policy(Map.of(), way.group("rule"));
        }
        return policy(
                way.group("flag") == null
                        ? Map.of("growth", way.group("growth"))
                        : Map.of("horizon", way.group("flag")),
                horizon);
    }

    private static Policy policy(Map<String, Object> defaults, @Nullable String horizon) {
        List<Map<String, String>> rules =
                horizon == null ? List.of() : List.of(Map.of("metric", "*", "horizon", horizon));
        return PolicyReader.of(Map.of("defaults", defaults, "rules", rules));
    }

    /** The run, of which the series of this finding lack the tenth or the quarter that is so long. */
    private static Run without(Matcher part, Run run, Finding finding) {
        List<Series> members =
                run.series().stream().filter(series -> isOf(series, finding)).toList();
        double begin = members.stream().mapToDouble(one -> one.seconds(0)).min().orElseThrow();
        double end = members.stream()
                .mapToDouble(one -> one.seconds(one.size() - 1))
                .max()
                .orElseThrow();
        double cut = DoubleStream.of(0.1, 0.25)
                .map(share -> share * (end - begin))
                .filter(seconds -> Quantity.ofHours(seconds / 3600).equals(part.group("length")))
                .findFirst()
                .orElseThrow();
        double from = part.group("end").equals("first") ? begin + cut : begin;
        double to = part.group("end").equals("last") ? end - cut : end;
        List<Series> left = run.series().stream()
                .map(one -> isOf(one, finding)
                        ? Subsample.of(one, one.name(), i -> one.seconds(i) >= from && one.seconds(i) <= to)
                        : one)
                .toList();
        return new Run(run.from(), run.to(), null, 1, 1, 0, left.size(), left, List.of());
    }

    /** Those with a target are of one workload. */
    private static boolean isOf(Series series, Finding finding) {
        return series.target() == null
                ? series.name().equals(finding.series())
                : finding.target().workload() != null;
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
        Series some = Subsample.of(GeneratedMix.withLimit(whole, random), whole.name(), i -> i < most);
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
