package dev.seep.verdict;

import static dev.seep.verdict.RunOf.bytes;
import static dev.seep.verdict.RunOf.count;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Evidence;
import dev.seep.sample.Growth;
import dev.seep.sample.Growth.Kind;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of leaks of two hours in a run of eight; most grow by one a minute. */
class LeakWordsTest {
    private static final double MIB = 0x1p20;
    private static final Target WEB = pod("web-1");
    private static final Series DESCRIPTORS = of(WEB, count("fds.open"), i -> 100 + i);
    private static final Series SOCKETS = of(WEB.pod(), count("sockets.tcp.close_wait"), i -> 4 + i);
    private static final Series ANON = of(WEB, bytes("memory.anon"), i -> (10 + 0.1 * i) * MIB);

    @ParameterizedTest
    @CsvSource({
        "fds.open, 'from 100 to 218 descriptors, +60/h'",
        "sockets.tcp.close_wait, 'from 100 to 218 sockets, +60/h'",
        "jvm.threads, 'from 100 to 218 Java threads, +60/h'",
        "rows, 'from 100 to 218, +60/h'"
    })
    void itSaysFromHowMuchToHowMuchAndHowFast(String metric, String words) {
        assertThat(LeakWords.growth(leak(of(WEB, count(metric), i -> 100 + i)))).isEqualTo(words);
    }

    @Test
    void bothEndsOfAmountsAreInOneUnit() {
        assertThat(LeakWords.growth(leak(ANON))).isEqualTo("from 10 to 22 MiB, +6 MiB/h");
    }

    @Test
    void whatFallsHasNoPlus() {
        Metric free = Metric.unlimited("disk.free", Unit.BYTES, BadDirection.DOWN);

        assertThat(LeakWords.growth(leak(of(WEB, free, i -> (900 - i) * MIB))))
                .isEqualTo("from 900 to 782 MiB, -60 MiB/h");
    }

    @Test
    void levelsOfTimeSayNothing() {
        Metric cpu = Metric.unlimited("cpu.seconds", Unit.SECONDS, BadDirection.UP);

        assertThat(LeakWords.growth(leak(of(WEB, cpu, i -> 100 + i))))
                .startsWith("+")
                .doesNotContain("from");
    }

    @Test
    void replicasAreSaidOnlyWhereThereAreSeveral() {
        Series still = of(pod("web-2"), count("fds.open"), i -> 100);
        Series growing = of(pod("web-3"), count("fds.open"), i -> 100 + 2 * i);

        assertThat(LeakWords.growth(leak(DESCRIPTORS, growing))).endsWith("/h in each of 2 replicas");
        assertThat(LeakWords.growth(leak(DESCRIPTORS, still))).endsWith("+60/h in one of 2 replicas (web-1)");
        assertThat(words(3, 2, "web-3")).isEqualTo(" in 2 of 3 replicas (most in web-3)");
        assertThat(words(3, 2, "")).isEqualTo(" in the median of 3 replicas");
    }

    private static String words(int replicas, int growing, String pod) {
        Leak leak = leak(DESCRIPTORS);
        LeakCourse of = leak.course();
        LeakCourse course = new LeakCourse(
                of.since(), true, of.first(), of.last(), replicas, growing, pod, of.seconds(), of.fitted());
        return LeakWords.growth(new Leak(leak.id(), leak.main(), List.of(), List.of(), course, "", null))
                .replace("from 100 to 218 descriptors, +60/h", "");
    }

    @Test
    void itSaysWhenItBegan() {
        assertThat(LeakWords.since(leak(DESCRIPTORS))).isEqualTo(" since the start");
        assertThat(LeakWords.since(leak(of(WEB, count("fds.open"), i -> 100 + Math.max(0, i - 60)))))
                .matches(" since 2[01]:\\d\\d UTC");
    }

    @Test
    void theLimitIsThatOfTheMainMetricOrSaysOfWhich() {
        Series limited = RunOf.of(WEB, bytes("memory.anon"), 0, 64 * MIB, course(i -> (10 + 0.1 * i) * MIB));
        Series open = RunOf.of(WEB, count("fds.open"), 0, 1024, course(i -> 100 + i));

        assertThat(LeakWords.limit(leak(limited))).matches("limit of 64 MiB in [67](\\.\\d)? h");
        assertThat(LeakWords.limit(leak(DESCRIPTORS, limited))).startsWith("memory limit of 64 MiB in ");
        assertThat(LeakWords.limit(leak(SOCKETS, open))).startsWith("fds.open limit of 1,024 in 13 h");
        assertThat(LeakWords.limit(leak(DESCRIPTORS))).isEmpty();
    }

    @Test
    void ofTheShareOfDescriptorsTheLimitIsTheirs() {
        Metric share = Metric.unlimited("fds.limit_share", Unit.RATIO, BadDirection.UP);
        Series used = RunOf.of(WEB, share, 0, 1, course(i -> (100 + i) / 1024.0));

        assertThat(LeakWords.limit(leak(SOCKETS, DESCRIPTORS, used))).isEqualTo("limit of descriptors in 13 h");
    }

    @Test
    void ofWhatHappenedTheLimitSaysHow() {
        Policy ceiling = PolicyReader.of(Map.of("ceilings", Map.of("fds.open", 50)));
        Event full = RunOf.event(60, Event.Type.PAUSED, WEB, "fact", "reached its limit", "metric", "fds.open");

        assertThat(LeakWords.limit(leaks(ceiling, run(DESCRIPTORS)).get(0)))
                .isEqualTo("reached 219, the policy allows 50");
        assertThat(LeakWords.limit(leaks(run(List.of(DESCRIPTORS), full)).get(0)))
                .isEqualTo("reached its limit");
    }

    @ParameterizedTest
    @CsvSource({
        "120, '+120 descriptors of java to /var/log in 2 h, all of the growth'",
        "115, '+115 descriptors of java to /var/log in 2 h, all of the growth'",
        "60, '+60 descriptors of java to /var/log in 2 h, 50 % of the growth'",
        "1, '+1 descriptors of java to /var/log in 2 h'",
    })
    void theCauseSaysHowMuchOfTheGrowthItIs(int rise, String words) {
        assertThat(LeakWords.cause(leaks(seen(2, new Growth(Kind.DESCRIPTORS, "/var/log", "java", 0, rise)))
                        .get(0)))
                .isEqualTo(words);
    }

    @Test
    void ofTwoThingsThatGrewTheShareIsThatOfBoth() {
        Growth logs = new Growth(Kind.DESCRIPTORS, "/var/log", "java", 0, 60);
        Growth pipes = new Growth(Kind.DESCRIPTORS, "pipe", "java", 0, 60);

        assertThat(LeakWords.cause(leaks(seen(2, logs, pipes)).get(0)))
                .isEqualTo("+60 descriptors of java to /var/log, +60 to pipe in 2 h, all of the growth");
    }

    @Test
    void whatWasSeenOnceSaysNothingOfTheGrowth() {
        Growth once = new Growth(Kind.DESCRIPTORS, "/var/log", "java", Double.NaN, 300);

        assertThat(LeakWords.cause(leaks(seen(0, once)).get(0)))
                .isEqualTo("at the end 300 descriptors of java to /var/log");
        assertThat(LeakWords.cause(leak(DESCRIPTORS))).isEmpty();
    }

    @Test
    void threeThatGrowWithItAreNamedAndTheOthersCounted() {
        Series rss = of(WEB, bytes("memory.rss"), i -> (10 + 0.1 * i) * MIB);
        Series swap = of(WEB, bytes("memory.swap"), i -> (10 + 0.1 * i) * MIB);

        assertThat(LeakWords.also(leak(SOCKETS, DESCRIPTORS, ANON, rss)))
                .isEqualTo("with it fds.open +60/h, memory.anon +6 MiB/h, memory.rss +6 MiB/h");
        assertThat(LeakWords.also(leak(SOCKETS, DESCRIPTORS, ANON, rss, swap)))
                .endsWith(", memory.rss +6 MiB/h and 1 more");
        assertThat(LeakWords.also(leak(DESCRIPTORS))).isEmpty();
    }

    @Test
    void itSaysWhatItLedTo() {
        Leak killed = leaks(run(List.of(ANON), restarted(30, WEB, "OOMKilled"))).get(0);

        assertThat(LeakWords.ends(killed)).isEqualTo("was killed for memory once");
        assertThat(LeakWords.ends(leak(ANON))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 'known: SHOP-1, allowed until 2026-12-31'",
        "2026-11-01, 'was known (SHOP-1) and allowed until 2026-11-01'"
    })
    void itSaysThatItIsKnown(String expires, String words) {
        Policy known = PolicyReader.of(Map.of(
                "rules",
                List.of(Map.of("metric", "fds.open", "known", Map.of("reason", "SHOP-1", "expires", expires)))));

        assertThat(LeakWords.known(leaks(known, run(DESCRIPTORS)).get(0))).isEqualTo(words);
    }

    @Test
    void itSaysThatThePolicyOnlyWantsToBeWarned() {
        Policy warn = PolicyReader.of(Map.of("defaults", Map.of("severity", "warn")));

        assertThat(LeakWords.known(leaks(warn, run(DESCRIPTORS)).get(0))).isEqualTo("only warned of");
        assertThat(LeakWords.known(leak(DESCRIPTORS))).isEmpty();
    }

    @Test
    void theHeadlineSaysWhereAndWhatAndTheSentenceAllElse() {
        Series limited = RunOf.of(WEB, bytes("memory.anon"), 0, 64 * MIB, course(i -> (10 + 0.1 * i) * MIB));
        Leak killed =
                leaks(run(List.of(limited), restarted(30, WEB, "OOMKilled"))).get(0);

        assertThat(LeakWords.headline(killed))
                .matches("shop/deployment/web/app memory.anon from 10 to 22 MiB, \\+6 MiB/h, limit of 64 MiB in .* h,"
                        + " was killed for memory once");
        assertThat(LeakWords.sentence(killed))
                .matches("from 10 to 22 MiB, \\+6 MiB/h since the start; limit of 64 MiB in .* h; was killed for memory"
                        + " once");
    }

    @Test
    void ofAFactIsSaidWhatHappened() {
        Leak crashed = leaks(run(List.of(), restarted(30, WEB, "exit 7"), restarted(60, WEB, "exit 7")))
                .get(0);

        assertThat(LeakWords.headline(crashed))
                .isEqualTo("shop/deployment/web/app restarts restarted 2 times (exit 7 x2)");
        assertThat(LeakWords.sentence(crashed)).isEqualTo("restarted 2 times (exit 7 x2)");
    }

    /** Descriptors of the container, with what was seen of it in the end and so many hours before. */
    private static Run seen(int hours, Growth... growths) {
        Evidence evidence = new Evidence(
                "shop/web-1/app",
                "1",
                hours == 0 ? null : RunOf.START,
                RunOf.START.plus(Duration.ofHours(hours)),
                List.of(growths),
                List.of());
        return run(DESCRIPTORS).with(List.of(evidence));
    }

    private static Leak leak(Series... series) {
        return leaks(run(series)).get(0);
    }

    private static List<Leak> leaks(Run run) {
        return leaks(Policy.DEFAULT, run);
    }

    private static List<Leak> leaks(Policy policy, Run run) {
        return new Judge(policy).judge(run).leaks();
    }

    private static Run run(Series... series) {
        return run(List.of(series));
    }

    private static Run run(List<Series> series, Event... events) {
        return RunOf.eightHours(series, events);
    }

    private static Series of(@Nullable Target target, Metric metric, IntToDoubleFunction course) {
        return RunOf.of(target, metric, 0, Double.NaN, course(course));
    }

    private static double[] course(IntToDoubleFunction course) {
        double[] values = new double[120];
        Arrays.setAll(values, course);
        return values;
    }
}
