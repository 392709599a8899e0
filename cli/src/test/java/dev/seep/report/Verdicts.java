package dev.seep.report;

import dev.seep.sample.Abnormality;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Evidence;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.RunIntent;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.trend.Slope;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Finding.Counts;
import dev.seep.verdict.Finding.LimitForecast;
import dev.seep.verdict.Finding.Subject;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Leak;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Verdicts that the reports of the tests tell of. */
final class Verdicts {
    static final String HOSTILE = "evil\u001b[31m\u202e\u0000<b>&|`*]]>\ud83d\ude00\n::error::";

    private static final Run RUN = new Run(
            Instant.parse("2026-11-22T21:00:00.123Z"),
            Instant.parse("2026-11-23T05:00:00.123Z"),
            Duration.ofSeconds(30),
            960,
            188160,
            12,
            41,
            List.of(),
            List.of());

    private Verdicts() {}

    /** All that a report can tell: leaks of every kind, what is open for every reason, and what stands around it. */
    static Verdict rich() {
        Finding rss = FindingFixture.of("shop/deployment/web/app memory.rss")
                .in("deployment/web", null, "app")
                .metric("memory.rss", Unit.BYTES)
                .leaks("grows 4.2 MiB/h")
                .slope(4.4e6, 4.2e6, 4.7e6)
                .limit(268435456, 30)
                .build();
        Finding kills = FindingFixture.of("shop/deployment/web/app restarts")
                .in("deployment/web", null, "app")
                .metric("restarts", Unit.COUNT)
                .happened(3, "was killed for memory 3 times")
                .build();
        Finding exits = FindingFixture.of("shop/deployment/api/app restarts")
                .in("deployment/api", null, "app")
                .metric("restarts", Unit.COUNT)
                .happened(4, "restarted 4 times: exit 7")
                .build();
        Finding known = FindingFixture.of("shop/deployment/web sockets.tcp.close_wait")
                .in("deployment/web", null, null)
                .metric("sockets.tcp.close_wait", Unit.COUNT)
                .leaks("grows 1.2/d; known leak, expires 2027-01-31: SHOP-123")
                .pattern(Pattern.RESTARTING_GROWTH)
                .slope(0.05, 0.0375, 0.0625)
                .known("SHOP-123", "2027-01-31")
                .outline(1.0, 2.0, 3.0, 0.0, 1.0, 2.0, 0.0, 1.0)
                .build();
        List<Leak> leaks = List.of(
                LeakFixture.of(memory())
                        .id("3f2a9c1b")
                        .also(rss)
                        .ends(kills)
                        .course(1e8, 1.6e8, 3)
                        .seen("+32 MiB anonymous memory of java", "anonymous", 33554432, 8)
                        .build(),
                LeakFixture.of(exits).id("0badcafe").build(),
                LeakFixture.of(known)
                        .id("5ca1ab1e")
                        .courseOfOne(0, 3, "2026-11-23T01:30:00Z", "web-7d9f", 3)
                        .build());
        List<Finding> findings = Stream.of(
                        Stream.of(memory(), rss, exits, kills, known),
                        undecided(),
                        Stream.of(
                                passing("shop/deployment/api/app memory.anon", "memory.anon", Unit.BYTES, 300_000)
                                        .build(),
                                passing("shop/deployment/api/app fds.open", "fds.open", Unit.COUNT, 2)
                                        .pattern(Pattern.WARM_UP)
                                        .reason("warms up and settles")
                                        .build(),
                                passing("shop/deployment/web/app memory.cache", "memory.cache", Unit.BYTES, 1)
                                        .severity(Severity.IGNORE)
                                        .reason("is not judged")
                                        .build()))
                .flatMap(some -> some)
                .toList();
        return new Verdict(
                Outcome.LEAK,
                richRun(),
                "1 leak and 1 other failure, first of all shop/deployment/web/app memory.anon from 95 to 153 MiB,"
                        + " +4.1 MiB/h in each of 3 replicas, limit of 256 MiB in 30 h; 1 more only warned of",
                80,
                findings,
                leaks,
                List.of("policy.yaml:2: no series has the metric 'zombie'; did you mean 'zombies'?"));
    }

    private static FindingFixture passing(String series, String metric, Unit unit, double detectable) {
        return FindingFixture.of(series)
                .in(series.contains("/web/") ? "deployment/web" : "deployment/api", null, "app")
                .metric(metric, unit)
                .otherNumbers(detectable)
                .reason("is steady");
    }

    /** One that may leak, seven that are noisy, one of too few samples, and a probe that is silent. */
    private static Stream<Finding> undecided() {
        Finding open = FindingFixture.of("shop/deployment/api/app jvm.heap.live")
                .in("deployment/api", null, "app")
                .metric("jvm.heap.live", Unit.BYTES)
                .open(
                        InconclusiveReason.OPEN,
                        "has risen by 12 MiB and may go on: at most 3 MiB/h, which would reach the limit of 256 MiB in"
                                + " 60 h, within its horizon of 80 h; a run of 20 h would tell")
                .hoursToTell(20)
                .slope(2e6, 1e6, 3e6)
                .build();
        Stream<Finding> noisy = IntStream.range(0, 7)
                .mapToObj(i -> FindingFixture.of("shop/deployment/worker-" + i + "/app threads")
                        .in("deployment/worker-" + i, null, "app")
                        .open(InconclusiveReason.BLIND, "is too noisy: growth of up to 9/h could hide")
                        .hoursToTell(10 + i)
                        .build());
        Finding few = FindingFixture.of("shop/deployment/web/app fds.open")
                .in("deployment/web", null, "app")
                .metric("fds.open", Unit.COUNT)
                .open(InconclusiveReason.TOO_SHORT, "leaves too few samples to judge after its warm-up")
                .pattern(Pattern.TOO_SHORT)
                .build();
        Finding silent = FindingFixture.of("rows")
                .metric("rows", Unit.COUNT)
                .happened(0, "never brought a value")
                .missing()
                .build();
        return Stream.of(Stream.of(open), noisy, Stream.of(few, silent)).flatMap(some -> some);
    }

    private static Run richRun() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Target proxy = Target.container("shop", "proxy-" + i, "envoy", "deployment/proxy");
            events.add(new Event(RUN.from(), Event.Type.POLL_FAILED, proxy, "a", Map.of("reason", "no-shell")));
        }
        Target closed = Target.container("shop", "vault-0", "vault", "statefulset/vault");
        events.add(new Event(RUN.from(), Event.Type.POLL_FAILED, closed, "a", Map.of("reason", "denied")));
        Abnormality backOff = new Abnormality("shop", "pod/api-1", "BackOff", "back-off restarting", 1234);
        events.add(new Event(RUN.from(), Event.Type.ABNORMAL, null, null, backOff.detail()));
        Map<String, String> denied = Map.of("about", "events in namespace pay", "reason", "denied", "message", "no");
        events.add(new Event(RUN.from(), Event.Type.POLL_FAILED, null, null, denied));
        Evidence evidence = new Evidence("shop/web-1/app", "a", RUN.from(), RUN.to(), List.of(), List.of());
        return new Run(
                RUN.from(),
                RUN.to(),
                RUN.every(),
                RUN.polls(),
                RUN.samples(),
                RUN.gaps(),
                RUN.targets(),
                List.of(),
                events,
                List.of(evidence),
                new RunIntent(List.of("rows"), Duration.ofHours(10)));
    }

    /** The findings of a run that was judged before there were leaks. */
    static Verdict early() {
        Finding[] findings = {
            memory(),
            closeWait(),
            FindingFixture.of("shop/deployment/web/app fds.open")
                    .metric("fds.open", Unit.COUNT)
                    .open(InconclusiveReason.TOO_SHORT, "too short: 12 samples in 6 min; about 2 h more would decide")
                    .pattern(Pattern.TOO_SHORT)
                    .build(),
            FindingFixture.of("shop/deployment/web/app threads").build(),
            FindingFixture.of("shop/deployment/api/app threads").build(),
            FindingFixture.of("shop/deployment/api/app zombies")
                    .metric("zombies", Unit.COUNT)
                    .pattern(Pattern.WARM_UP)
                    .reason("warms up")
                    .build(),
            FindingFixture.of("shop/deployment/web/app memory.cache")
                    .metric("memory.cache", Unit.COUNT)
                    .severity(Severity.IGNORE)
                    .pattern(Pattern.GROWTH)
                    .reason("not judged")
                    .build()
        };
        return new Verdict(
                Outcome.LEAK,
                RUN,
                "shop/deployment/web/app memory.anon grows 4.1 MiB/h and reaches its limit in 31 h; 1 more leaks",
                80,
                List.of(findings),
                LeakFixture.each(findings),
                List.of());
    }

    static Verdict hostile() {
        Finding leaking = FindingFixture.of(HOSTILE)
                .metric(HOSTILE, Unit.COUNT)
                .leaks(HOSTILE)
                .cause(HOSTILE)
                .known(HOSTILE, "2027-01-31")
                .severity(Severity.FAIL)
                .build();
        return of(
                Outcome.LEAK,
                HOSTILE,
                List.of(leaking),
                List.of(LeakFixture.of(leaking).fact(HOSTILE).build()));
    }

    /** A verdict with these findings of a run of eight hours, each that leaks a leak of its own. */
    static Verdict of(Outcome outcome, Finding... findings) {
        return of(outcome, "said of the run", List.of(findings), LeakFixture.each(findings));
    }

    /** A verdict with these leaks and their findings. */
    static Verdict leaks(Leak... leaks) {
        List<Finding> findings =
                Stream.of(leaks).flatMap(leak -> leak.findings().stream()).toList();
        return of(Outcome.LEAK, "said of the run", findings, List.of(leaks));
    }

    private static Verdict of(Outcome outcome, String reason, List<Finding> findings, List<Leak> leaks) {
        return new Verdict(outcome, RUN, reason, 80, findings, leaks, List.of());
    }

    /** A verdict without findings of such a run, with these notes. */
    static Verdict of(Outcome outcome, Run run, String reason, String... notes) {
        return new Verdict(outcome, run, reason, 80, List.of(), List.of(), List.of(notes));
    }

    static Verdict nothing() {
        return of(Outcome.INCONCLUSIVE, RUN, "nothing was readable");
    }

    /** Nothing but a proxy without a shell. */
    static Verdict unmeasured() {
        Target proxy = Target.container("shop", "proxy", "envoy", "pod/proxy");
        Event failed = new Event(RUN.from(), Event.Type.POLL_FAILED, proxy, "a", Map.of("reason", "no-shell"));
        Run run = new Run(RUN.from(), RUN.to(), RUN.every(), 1, 0, 1, 1, List.of(), List.of(failed));
        return of(Outcome.INCONCLUSIVE, run, "nothing was readable");
    }

    /** What went wrong beside what was polled, so often, and a right that was missing. */
    static Verdict events(int reasons) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < reasons; i++) {
            Abnormality what = new Abnormality("shop", "pod/web-" + i, i == 1 ? HOSTILE : "BackOff", HOSTILE, 2000 - i);
            events.add(new Event(RUN.from(), Event.Type.ABNORMAL, null, null, what.detail()));
        }
        Map<String, String> denied = Map.of("about", "events in namespace pay", "reason", "denied", "message", "no");
        events.add(new Event(RUN.from(), Event.Type.POLL_FAILED, null, null, denied));
        Run run = new Run(RUN.from(), RUN.to(), RUN.every(), 1, 0, 1, 1, List.of(), events);
        return of(Outcome.PASS, run, "none leaks");
    }

    static Verdict many(int leaks) {
        return of(
                Outcome.LEAK,
                IntStream.range(0, leaks)
                        .mapToObj(i -> FindingFixture.of("shop/deployment/web" + i + "/app threads")
                                .leaks("grows and grows")
                                .cause("of something that has a long name ".repeat(5))
                                .slope(4, 3, 5)
                                .build())
                        .toArray(Finding[]::new));
    }

    private static Finding memory() {
        return new Finding(
                "shop/deployment/web/app memory.anon",
                new Subject("shop", "deployment/web", null, "app"),
                Metric.unlimited("memory.anon", Unit.BYTES, BadDirection.UP),
                Outcome.LEAK,
                null,
                Severity.FAIL,
                Pattern.GROWTH,
                new Slope(4.31e6, 4.1e6, 4.6e6),
                3.4e7,
                1.25e-9,
                2.2e5,
                new LimitForecast(268435456, 31),
                new Counts(960, 0, 1),
                "grows 4.1 MiB/h (95 % 3.9 to 4.4) and does not flatten; the limit of 256 MiB is reached in 31 h",
                "+32 MiB anonymous memory of java",
                null,
                Double.NaN,
                IntStream.range(0, 60).mapToObj(i -> 1e8 + i * 1e6).toList());
    }

    private static Finding closeWait() {
        return new Finding(
                "shop/web-7d9f sockets.tcp.close_wait",
                new Subject("shop", "deployment/web", "web-7d9f", null),
                Metric.unlimited("sockets.tcp.close_wait", Unit.COUNT, BadDirection.UP),
                Outcome.LEAK,
                null,
                Severity.WARN,
                Pattern.RESTARTING_GROWTH,
                new Slope(0.05, 0.0375, 0.0625),
                0.5,
                Double.NaN,
                Double.NaN,
                new LimitForecast(Double.NaN, Double.POSITIVE_INFINITY),
                new Counts(960, 12, 3),
                "grows in every life and is cut by restarts",
                "",
                null,
                Double.NaN,
                List.of(1.0, 2.0, 3.0, 0.0, 1.0, 2.0, 0.0, 1.0));
    }
}
