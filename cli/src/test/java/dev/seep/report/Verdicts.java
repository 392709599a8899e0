package dev.seep.report;

import dev.seep.sample.Abnormality;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.trend.Slope;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Finding.Counts;
import dev.seep.verdict.Finding.LimitForecast;
import dev.seep.verdict.Finding.Subject;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

    static Verdict leak() {
        return new Verdict(
                Outcome.LEAK,
                RUN,
                "shop/deployment/web/app memory.anon grows 4.1 MiB/h and reaches its limit in 31 h; 1 more leaks",
                80,
                List.of(
                        memory(),
                        closeWait(),
                        FindingFixture.of("shop/deployment/web/app fds.open")
                                .metric("fds.open", Unit.COUNT)
                                .open(
                                        InconclusiveReason.TOO_SHORT,
                                        "too short: 12 samples in 6 min; about 2 h more would decide")
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
                                .build()));
    }

    static Verdict hostile() {
        return new Verdict(
                Outcome.LEAK,
                RUN,
                HOSTILE,
                80,
                List.of(FindingFixture.of(HOSTILE)
                        .metric(HOSTILE, Unit.COUNT)
                        .leaks(HOSTILE)
                        .build()));
    }

    /** A verdict with these findings of a run of eight hours. */
    static Verdict of(Outcome outcome, Finding... findings) {
        return new Verdict(outcome, RUN, "said of the run", 80, List.of(findings));
    }

    static Verdict nothing() {
        return new Verdict(Outcome.INCONCLUSIVE, RUN, "nothing was readable", 80, List.of());
    }

    /** Nothing but a proxy without a shell. */
    static Verdict unmeasured() {
        Target proxy = Target.container("shop", "proxy", "envoy", "pod/proxy");
        Event failed = new Event(RUN.from(), Event.Type.POLL_FAILED, proxy, "a", Map.of("reason", "no-shell"));
        Run run = new Run(RUN.from(), RUN.to(), RUN.every(), 1, 0, 1, 1, List.of(), List.of(failed));
        return new Verdict(Outcome.INCONCLUSIVE, run, "nothing was readable", 80, List.of());
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
        return new Verdict(Outcome.PASS, run, "none leaks", 80, List.of());
    }

    static Verdict many(int leaks) {
        return new Verdict(
                Outcome.LEAK,
                RUN,
                "many",
                80,
                IntStream.range(0, leaks)
                        .mapToObj(i -> FindingFixture.of("shop/deployment/web" + i + "/app threads")
                                .leaks("grows and grows ".repeat(10))
                                .build())
                        .toList());
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
                List.of(1.0, 2.0, 3.0, 0.0, 1.0, 2.0, 0.0, 1.0));
    }
}
