package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.verdict.policy.Allowance;
import dev.seep.verdict.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Programs of this machine that ended while they were watched: with an error, which fails a run, or by themselves with
 * exit code 0, which is told. An unknown exit code fails a run whose length was planned.
 */
final class ProgramExits {
    static final Metric METRIC = Metric.unlimited("exit", Unit.COUNT, BadDirection.NEITHER);
    private static final String SUCCESS = "exit 0";
    private static final String EXIT = "exit ";
    private static final Pattern BY_SIGNAL = Pattern.compile(EXIT + "(\\d{3})");

    private final Policy policy;
    private final LocalDate today;

    ProgramExits(Policy policy, LocalDate today) {
        this.policy = policy;
        this.today = today;
    }

    List<Fact> of(Run run) {
        Map<Target, Instant> begun = new HashMap<>();
        Map<String, Fact> byName = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Event event : run.events()) {
            Target target = event.target();
            if (target == null || target.kind() != Target.Kind.PROCESS) {
                continue;
            }
            if (event.type() == Event.Type.APPEARED) {
                begun.put(target, event.time());
            } else if (event.type() == Event.Type.VANISHED) {
                Duration ran = Duration.between(begun.getOrDefault(target, run.from()), event.time());
                Finding finding = finding(target, event, ran, run);
                order.remove(finding.series());
                order.add(finding.series());
                byName.put(finding.series(), new Fact(finding, List.of(event)));
            }
        }
        return order.stream().map(byName::get).toList();
    }

    private Finding finding(Target target, Event event, Duration ran, Run run) {
        Allowance allowance = policy.allowance(target, METRIC);
        String end = event.detail().getOrDefault("reason", "");
        boolean known = end.startsWith(EXIT);
        boolean fails = known ? !end.equals(SUCCESS) : run.runIntent().length() != null;
        String reason = told(end, known) + after(ran, run) + output(event.detail());
        return Finding.fact(
                Group.nameOf(target, METRIC.name()),
                Group.subjectOf(target, true),
                METRIC,
                fails ? Outcome.LEAK : Outcome.PASS,
                fails ? KnownLeakWaiver.severity(allowance, today) : KnownLeakWaiver.ofNote(allowance),
                dev.seep.trend.Pattern.STEP,
                1,
                fails ? KnownLeakWaiver.told(allowance, today, reason) : reason,
                fails ? allowance.known() : null);
    }

    private static String told(String end, boolean known) {
        if (end.equals(SUCCESS)) {
            return "ended by itself with exit code 0";
        }
        return known
                ? "ended with exit code " + end.substring(EXIT.length()) + signal(end)
                : "ended, with which exit code is not known,";
    }

    /** Shells, and Java for its children, tell signals by codes above 128. */
    private static String signal(String end) {
        Matcher code = BY_SIGNAL.matcher(end);
        int signal = code.matches() ? Integer.parseInt(code.group(1)) - 128 : 0;
        return signal > 0 && signal < 65 ? " (signal " + signal + ")" : "";
    }

    private static String after(Duration ran, Run run) {
        Duration planned = run.runIntent().length();
        return " after " + time(ran) + (planned == null ? "" : " of " + time(planned));
    }

    private static String output(Map<String, String> detail) {
        String said = detail.getOrDefault("said", "");
        String place = detail.getOrDefault("output", "");
        String last = said.isEmpty()
                ? ""
                : "; it said last: "
                        + said.lines().reduce((a, b) -> a + " | " + b).orElse("");
        return (place.isEmpty() ? "" : "; its output is in " + place) + last;
    }

    private static String time(Duration time) {
        return Quantity.ofHours(time.toMillis() / 3.6e6);
    }
}
