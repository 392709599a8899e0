package dev.seep.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Rates;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.trend.Decision;
import dev.seep.trend.Trend;
import dev.seep.trend.TrendFitter;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import dev.seep.verdict.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What could still grow matters only if it could do harm; and a run says what it was able to see. */
class HarmTest {
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    private static final long SEED = 4;
    private static final double MIB = 1 << 20;
    private static final int WEAK = 120;
    private static final Metric MEMORY =
            new Metric("memory.anon", Unit.BYTES, BadDirection.UP, new Limit.Reported("memory.limit"));
    private static final Metric ZOMBIES = Metric.unlimited("zombies", Unit.COUNT, BadDirection.UP);

    /** It wanders around 100 MiB, so that an hour of it cannot tell how fast it might grow. */
    private static final IntToDoubleFunction NOISY = wandering(3);

    @Test
    void noiseThatCouldHideNothingHarmfulPassesAndSaysHowMuchCouldHide() {
        Verdict verdict = judge(Policy.DEFAULT, series("web", MEMORY, 60, 4096 * MIB, NOISY));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(only(verdict).reason())
                .matches(
                        "goes nowhere: growth of at most .* MiB/h could hide, which would reach the limit of 4 GiB in .*, beyond its horizon of 9.8 h");
    }

    @Test
    void noiseThatCouldHideHarmIsBlindAndNamesTheWaysOut() {
        Verdict verdict = judge(Policy.DEFAULT, series("web", MEMORY, 60, 150 * MIB, NOISY));

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(only(verdict).inconclusiveReason()).isEqualTo(InconclusiveReason.BLIND);
        assertThat(verdict.reason())
                .startsWith("1 of 1 series cannot be decided: ")
                .containsPattern(
                        "is too noisy: growth of up to .* MiB/h could hide, which would reach the limit of 150 MiB in .* h, "
                                + "within its horizon of 9.8 h")
                .containsPattern("; way out: (--for .*, )?--horizon \\d+\\w+ or growth: \\d+Mi/h in the policy");
    }

    @Test
    void theWaysOutThatAreNamedLeadOut() {
        Series blind = series("web", MEMORY, 60, 150 * MIB, NOISY);
        Harm harm = new Judge(Policy.DEFAULT)
                .evaluated(run(List.of(), blind))
                .get(0)
                .harm(0);

        Policy nearer = allowing(0, Duration.ofSeconds((long) (harm.hours() * 3500)));
        Policy more = allowing(harm.perHour() * 1.01, null);

        assertThat(judge(nearer, blind).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(more, blind).outcome()).isEqualTo(Outcome.PASS);
        assertThat(only(judge(more, blind)).reason())
                .containsPattern(", within its horizon .*; the policy allows .*/h$");
    }

    @Test
    void theRunThatWouldTellIsLongerByWhatIsMissingOfTheSeries() {
        Series blind = series("web", MEMORY, 60, 150 * MIB, NOISY);
        Series steady = series("cart", MEMORY, 480, 256 * MIB, i -> 100 * MIB);

        assertThat(judge(Policy.DEFAULT, blind).reason()).contains("; way out: --for 8h, ");
        assertThat(judge(Policy.DEFAULT, steady, blind).reason()).contains("; way out: --for 15h, ");
    }

    /** The rule goes before the flag, so the way out leads through the rule. */
    @Test
    void theHorizonOfARuleIsChangedInThePolicy() {
        Series blind = series("web", MEMORY, 60, 150 * MIB, NOISY);
        Finding doubted = only(judge(ruling("8h"), blind));
        Matcher named = Pattern.compile("[, ]horizon: (\\w+) in the policy").matcher(doubted.reason());

        assertThat(doubted.reason()).doesNotContain("--horizon");
        assertThat(named.find()).as(doubted.reason()).isTrue();
        assertThat(judge(ruling(named.group(1)), blind).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void theGrowthThatIsNamedIsEnoughForAllReplicas() {
        Series nearer = series(replica(1), MEMORY, 60, 120 * MIB, wandering(3));
        Series noisier = series(replica(2), MEMORY, 60, 200 * MIB, wandering(9));
        Finding doubted = only(judge(Policy.DEFAULT, nearer, noisier));
        Matcher named = Pattern.compile("growth: (\\S+) in the policy").matcher(doubted.reason());

        assertThat(named.find()).as(doubted.reason()).isTrue();
        assertThat(judge(allowing(Rates.parsePerHour(named.group(1)), null), nearer, noisier)
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void whatIsExplainedOfAnInconclusiveRunIsTheReplicaThatCouldDoHarm() {
        Series sure = series("cart", MEMORY, 60, 4096 * MIB, i -> 100 * MIB + i * MIB / 100);
        Series wide = series(replica(1), MEMORY, 60, 4096 * MIB, wandering(3));
        Series narrow = series(replica(2), MEMORY, 60, 150 * MIB, i -> NOISY.applyAsDouble(i + 60));
        Run run = run(List.of(), sure, wide, narrow);
        Explainer explainer = new Explainer(Policy.DEFAULT, run);

        Finding decides = explainer.deciding().orElseThrow();
        assertThat(decides.inconclusiveReason()).isEqualTo(InconclusiveReason.BLIND);
        assertThat(decides.reason()).startsWith("one of 2 replicas, web-2, is too noisy: ");
        assertThat(explainer.explain(decides).shown()).isSameAs(narrow);
    }

    @Test
    void howManyReplicasAreInDoubtIsCounted() {
        Series first = series(replica(1), MEMORY, 60, 150 * MIB, NOISY);
        Series second = series(replica(2), MEMORY, 60, 160 * MIB, NOISY);
        Series roomy = series(replica(3), MEMORY, 60, 4096 * MIB, NOISY);

        assertThat(only(judge(Policy.DEFAULT, first, roomy)).reason())
                .startsWith("one of 2 replicas, web-1, is too noisy: ");
        assertThat(only(judge(Policy.DEFAULT, roomy, second, first)).reason())
                .startsWith("2 of 3 replicas are in doubt; web-1, the first that could do harm, is too noisy: ");
    }

    @Test
    void aLongHorizonIsHonestAboutARunThatIsTooShortForIt() {
        Series harmless = series("web", MEMORY, 60, 4096 * MIB, NOISY);

        Verdict verdict = judge(allowing(0, Duration.ofDays(30)), harmless);

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.horizonHours()).isEqualTo(720);
    }

    @Test
    void growthThatOneOfSomeReplicasMayShowByChanceMattersWhereItWouldDoHarm() {
        Series steady = series(replica(2), MEMORY, WEAK, 4096 * MIB, i -> 100 * MIB);
        Series other = series(replica(3), MEMORY, WEAK, 4096 * MIB, i -> 100 * MIB);

        Finding doubted = only(judge(Policy.DEFAULT, weak(110 * MIB), steady, other));
        assertThat(doubted.inconclusiveReason()).isEqualTo(InconclusiveReason.OPEN);
        assertThat(doubted.reason())
                .matches("one of 3 replicas, web-1, looks like growth, but so weakly that of 3 replicas one may look "
                        + "so by chance: at most .*, within its horizon of .*; way out: --for 3h, --horizon .*");
        assertThat(judge(Policy.DEFAULT, weak(1e15), steady, other).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void growthThatOneOfManySeriesMayShowByChanceSaysSo() {
        Series[] run = new Series[40];
        Arrays.setAll(run, i -> series("cart-" + i, MEMORY, WEAK, 4096 * MIB, at -> 100 * MIB));
        run[0] = weak(110 * MIB);

        assertThat(judge(Policy.DEFAULT, run).reason())
                .contains(
                        " looks like growth, but so weakly that of all series of the run one may look so by chance: ");
    }

    /** What would be called growth, were it alone, and is not surer than one of three may be by chance. */
    private static Series weak(double limit) {
        return IntStream.range(0, 100)
                .mapToObj(seed -> series(replica(1), MEMORY, WEAK, limit, drifting(seed)))
                .filter(series -> {
                    Trend trend = new TrendFitter().fit(series);
                    return trend.decision() == Decision.GROWS
                            && trend.twoLogBayesFactor() - 2 * Math.log(3) < Trend.GROWS;
                })
                .findFirst()
                .orElseThrow();
    }

    private static IntToDoubleFunction drifting(long seed) {
        Random random = new Random(seed);
        double[] noise = random.doubles(WEAK, -3, 3).toArray();
        return i -> (100 + 0.015 * i + noise[i]) * MIB;
    }

    @Test
    void certainGrowthIsALeakHoweverFarItsLimitIs() {
        Series certain = series("web", MEMORY, 240, 1e15, i -> 100 * MIB + i * MIB);

        assertThat(judge(Policy.DEFAULT, certain).outcome()).isEqualTo(Outcome.LEAK);
    }

    @Test
    void aMetricWithoutALimitOfItsOwnHasTheOneOfItsKind() {
        Harm harm = new Judge(Policy.DEFAULT)
                .evaluated(run(List.of(), series("web", ZOMBIES, 60, Double.NaN, i -> i % 7 == 3 ? 3 : 0)))
                .get(0)
                .harm(0);

        assertThat(harm.limit()).isEqualTo(32_768);
    }

    @Test
    void aPassSaysWhatItWasAbleToSee() {
        Verdict verdict = judge(
                Policy.DEFAULT,
                series("web", MEMORY, 120, 256 * MIB, i -> 100 * MIB),
                series("web", ZOMBIES, 120, Double.NaN, i -> 2));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.reason())
                .matches(
                        "none of 2 series leaks, and nothing in doubt does harm within ten times what was "
                                + "seen of it \\(at most 20 h\\); growth above .* KiB/h of memory, .*/[hd] of zombies would have shown");
    }

    @Test
    void aHorizonThatIsGivenIsThatOfAllSeriesButThoseThatARuleGivesAnother() {
        Series memory = series("web", MEMORY, 60, 256 * MIB, i -> 100 * MIB);
        Policy ruled = PolicyReader.of(Map.of(
                "defaults", Map.of("horizon", "7d"), "rules", List.of(Map.of("metric", "zombies", "horizon", "1d"))));

        assertThat(judge(allowing(0, Duration.ofDays(7)), memory).reason()).contains("does harm within 7 d; ");
        assertThat(judge(ruled, memory).reason()).contains("within 7 d, or the horizon of its rule; ");
    }

    @Test
    void nineSamplesCannotPass() {
        Verdict verdict = judge(Policy.DEFAULT, series("web", MEMORY, 9, 256 * MIB, i -> 100 * MIB));

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.reason())
                .isEqualTo("too short: no series has more than 9 samples, and 30 mean something; "
                        + "a run of 30 min has them");
    }

    @Test
    void aContainerOfWhichNothingIsKnownLeavesTheRunOpenAndAJobDoesNot() {
        Series known = series("web", MEMORY, 60, 256 * MIB, i -> 100 * MIB);
        Series late = series("cart", MEMORY, 3, 256 * MIB, i -> 100 * MIB);
        Target mail = Target.container("shop", "mail-1", "app", "cronjob/mail");
        Series job = series(mail, MEMORY, 3, 256 * MIB, i -> 100 * MIB);

        assertThat(judge(Policy.DEFAULT, known, late).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(judge(Policy.DEFAULT, known, late).reason()).contains("deployment/cart");
        assertThat(judge(Policy.DEFAULT, known, job).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aWorkloadOfWhichOnePodHasGoneIsStillThere() {
        Series known = series("web", MEMORY, 60, 256 * MIB, i -> 100 * MIB);
        Series late = series("cart", MEMORY, 3, 256 * MIB, i -> 100 * MIB);
        Target other = Target.container("shop", "cart-0", "app", "deployment/cart");
        List<Event> rollout = List.of(
                new Event(START, Event.Type.APPEARED, other, null, Map.of()),
                new Event(START.plusSeconds(100), Event.Type.APPEARED, late.target(), null, Map.of()),
                new Event(START.plusSeconds(110), Event.Type.VANISHED, other, null, Map.of()));

        Verdict verdict = new Judge(Policy.DEFAULT).judge(run(rollout, known, late));

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void aCeilingOnManyMetricsIsNotOneOnWhatIsNeverBad() {
        Metric node = Metric.unlimited("memory.node", Unit.BYTES, BadDirection.NEITHER);
        Series machine = series("web", node, 60, Double.NaN, i -> 65536 * MIB);
        Series memory = series("web", MEMORY, 60, 256 * MIB, i -> 100 * MIB);
        Allowance many = new Allowance(0, 8192 * MIB, null, null, Severity.FAIL, null, false, false);
        Allowance named = new Allowance(0, 8192 * MIB, null, null, Severity.FAIL, null, true, false);

        assertThat(judge(new Policy(many), machine, memory).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(new Policy(named), machine, memory).outcome()).isEqualTo(Outcome.LEAK);
    }

    @Test
    void whatHasGoneBeforeTheEndLeavesNothingOpen() {
        Series known = series("web", MEMORY, 60, 256 * MIB, i -> 100 * MIB);
        Series gone = series("cart", MEMORY, 3, 256 * MIB, i -> 100 * MIB);
        Event end = new Event(START.plusSeconds(300), Event.Type.VANISHED, gone.target(), null, Map.of());

        Verdict verdict = new Judge(Policy.DEFAULT).judge(run(List.of(end), known, gone));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aBurstAtTheEndThatHasComeBackBeforeIsNoSignOfGrowth() {
        IntToDoubleFunction bursts = i -> i == 13 || (i >= 30 && i < 33) || i >= 57 ? 51 : 3;

        Finding finding = only(judge(Policy.DEFAULT, series("web", ZOMBIES, 60, 102, bursts)));

        assertThat(finding.outcome()).as(finding.reason()).isEqualTo(Outcome.PASS);
    }

    @Test
    void whatFallsHaveTakenBackForGoodHasNotGrown() {
        Random random = new Random(SEED);
        IntToDoubleFunction workers = i ->
                (28.5 + 0.0036 * i - (i > 82 ? 0.17 : 0) - (i > 118 ? 0.17 : 0) + 0.01 * random.nextGaussian()) * MIB;
        IntToDoubleFunction leak = i -> (28.5 + 0.0036 * i + 0.01 * random.nextGaussian()) * MIB;

        Finding recycled = only(judge(Policy.DEFAULT, series("web", MEMORY, 150, Double.NaN, workers)));
        Finding kept = only(judge(Policy.DEFAULT, series("web", MEMORY, 150, Double.NaN, leak)));

        assertThat(recycled.reason()).startsWith("grows ").endsWith("but that is less than 1 % of its level");
        assertThat(kept.outcome()).isEqualTo(Outcome.LEAK);
    }

    @Test
    void aReplicaInDoubtIsNotHiddenByOneThatCreeps() {
        Series creeps = replica("web-0", 240, 150 * MIB, i -> (100 + 0.002 * i) * MIB + i % 3);
        Series noisy = replica("web-1", 240, 150 * MIB, NOISY);

        assertThat(only(judge(Policy.DEFAULT, creeps)).reason())
                .startsWith("grows ")
                .contains(", but the limit");
        assertThat(only(judge(Policy.DEFAULT, creeps, noisy)).inconclusiveReason())
                .isEqualTo(InconclusiveReason.BLIND);
    }

    @Test
    void theDoubtAboutAnOldReplicaIsNotHiddenByALateOne() {
        Series early = replica("web-1", 240, 250 * MIB, NOISY);
        Series late = replica("web-9", 30, 400 * MIB, wandering(6));
        Harm soon = harm(late);

        assertThat(soon.hours()).isLessThan(harm(early).hours());
        assertThat(soon.isPossible()).isFalse();
        assertThat(only(judge(Policy.DEFAULT, early, late)).inconclusiveReason())
                .isEqualTo(InconclusiveReason.BLIND);
    }

    private static Harm harm(Series series) {
        return new Judge(Policy.DEFAULT)
                .evaluated(run(List.of(), series))
                .get(0)
                .harm(0);
    }

    private static Series replica(String pod, int n, double limit, IntToDoubleFunction value) {
        return series(Target.container("shop", pod, "app", "deployment/web"), MEMORY, n, limit, value);
    }

    private static IntToDoubleFunction wandering(double mib) {
        Random random = new Random(SEED);
        double[] noise = new double[240];
        for (int i = 1; i < noise.length; i++) {
            noise[i] = 0.95 * noise[i - 1] + mib * random.nextGaussian();
        }
        return i -> (100 + noise[i]) * MIB;
    }

    private static Policy allowing(double growth, @Nullable Duration horizon) {
        return new Policy(new Allowance(growth, Double.NaN, horizon, null, Severity.FAIL, null, false, false));
    }

    private static Policy ruling(String horizon) {
        return PolicyReader.of(Map.of("rules", List.of(Map.of("metric", "memory.anon", "horizon", horizon))));
    }

    private static Finding only(Verdict verdict) {
        assertThat(verdict.findings()).hasSize(1);
        return verdict.findings().get(0);
    }

    private static Verdict judge(Policy policy, Series... series) {
        return new Judge(policy).judge(run(List.of(), series));
    }

    private static Run run(List<Event> events, Series... series) {
        double last = START.getEpochSecond();
        for (Series one : series) {
            last = Math.max(last, one.seconds(one.size() - 1));
        }
        Instant end = Instant.ofEpochSecond((long) last + 60);
        return new Run(START, end, null, 1, 1, 0, series.length, List.of(series), events);
    }

    private static Target replica(int number) {
        return Target.container("shop", "web-" + number, "app", "deployment/web");
    }

    private static Series series(String workload, Metric metric, int n, double limit, IntToDoubleFunction value) {
        return series(
                Target.container("shop", workload + "-1", "app", "deployment/" + workload), metric, n, limit, value);
    }

    private static Series series(Target target, Metric metric, int n, double limit, IntToDoubleFunction value) {
        double[] seconds = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            seconds[i] = START.getEpochSecond() + 60.0 * i;
            values[i] = Math.rint(value.applyAsDouble(i));
        }
        List<Incarnation> lives = List.of(new Incarnation("a", START, null));
        return new Series(
                target.path() + " " + metric.name(), target, metric, lives, seconds, values, new int[n], 0, limit);
    }
}
