package dev.seep.verdict;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Quantity;
import dev.seep.sample.Text;
import dev.seep.sample.Unit;
import dev.seep.verdict.policy.Allowance.KnownLeak;
import dev.seep.verdict.policy.Severity;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A leak in words, each part by itself; empty where there is nothing to say. All reports tell it in these. */
public final class LeakWords {
    /** The share of a growth from which evidence explains all of it: looks and samples are moments apart. */
    private static final double ALL = 0.95;
    /** The share below which it explains nothing that is worth a word. */
    private static final double LITTLE = 0.01;

    /** What a reason says of a known leak, which is told once. */
    private static final String KNOWN = "; (known: |it was known \\().*";

    private static final int MOST_ALSO = 3;
    private static final Duration A_DAY = Duration.ofHours(20);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Map<String, String> COUNTED = Map.of(
            "fds.open", " descriptors",
            "zombies", " zombies",
            "threads", " threads",
            "processes", " processes",
            "jvm.threads", " Java threads",
            "jvm.classes", " classes");

    private LeakWords() {}

    /** {@code shop/deployment/web/app memory.anon from 3.6 to 6.1 MiB, +130 MiB/h, limit of 64 MiB in 27 min}. */
    static String headline(Leak leak) {
        return Text.joined(", ", (leak.title() + " " + growth(leak)).strip(), limit(leak), ends(leak));
    }

    /** All that there is to say of it, but for where and what: one sentence. */
    public static String sentence(Leak leak) {
        return Text.joined(
                "; ", growth(leak) + since(leak), limit(leak), cause(leak), also(leak), ends(leak), known(leak));
    }

    /** {@code from 3.6 to 6.1 MiB, +130 MiB/h in each of 2 replicas}; of a fact what happened. */
    public static String growth(Leak leak) {
        if (leak.isFact()) {
            return leak.main().reason();
        }
        LeakCourse course = leak.course();
        if (!course.isKnown() && !leak.fact().isEmpty()) {
            return ""; // it may stand still
        }
        Unit unit = leak.main().metric().unit();
        String range = course.isKnown() && unit != Unit.SECONDS
                ? "from " + Quantity.range(course.first(), course.last(), unit) + noun(leak.main())
                : "";
        return Text.joined(", ", range, rate(leak.main())) + replicas(course);
    }

    private static String rate(Finding finding) {
        double slope = finding.slope().perHour();
        boolean down = finding.metric().bad() == BadDirection.DOWN;
        return Double.isNaN(slope)
                ? ""
                : (slope >= 0 && !down ? "+" : "")
                        + Quantity.perHour(slope, finding.metric().unit());
    }

    private static String noun(Finding finding) {
        String metric = finding.metric().name();
        return metric.startsWith("sockets.") ? " sockets" : COUNTED.getOrDefault(metric, "");
    }

    private static String replicas(LeakCourse course) {
        if (course.replicas() < 2) {
            return "";
        }
        if (!course.pod().isEmpty()) {
            return course.growing() > 1
                    ? " in " + course.growing() + " of " + course.replicas() + " replicas (most in " + course.pod()
                            + ")"
                    : " in one of " + course.replicas() + " replicas (" + course.pod() + ")";
        }
        return course.growing() < course.replicas()
                ? " in the median of " + course.replicas() + " replicas"
                : " in each of " + course.replicas() + " replicas";
    }

    /** {@code limit of 64 MiB in 27 min}, or that it has been reached or broken. */
    public static String limit(Leak leak) {
        if (!leak.fact().isEmpty()) {
            return leak.fact();
        }
        return leak.soonest()
                .map(finding -> limit(finding, leak.main()) + " in "
                        + Quantity.ofHours(finding.forecast().hours()))
                .orElse("");
    }

    private static String limit(Finding finding, Finding main) {
        double limit = finding.forecast().limit();
        if (finding.metric().name().equals("fds.limit_share")) {
            return "limit of descriptors";
        }
        String value = "limit of " + Quantity.of(limit, finding.metric().unit());
        boolean memory = finding.metric().name().startsWith("memory.");
        return finding.equals(main) || limit == main.forecast().limit()
                ? value
                : (memory ? "memory" : finding.metric().name()) + " " + value;
    }

    /** From how much to how much, how fast, since when and until when. */
    public static String course(Leak leak) {
        return Text.joined("; ", growth(leak) + since(leak), limit(leak));
    }

    /** What it is, what it led to and what grows with it. */
    public static String nature(Leak leak) {
        return Text.joined("; ", cause(leak), ends(leak), also(leak));
    }

    /** {@code  since the start} or {@code  since 14:05 UTC}, to follow the growth. */
    public static String since(Leak leak) {
        if (!leak.course().isKnown()) {
            return "";
        }
        LeakCourse course = leak.course();
        boolean today = course.since().plus(A_DAY).isAfter(course.end());
        return course.fromStart()
                ? " since the start"
                : " since " + (today ? CLOCK : DAY).format(course.since()) + " UTC";
    }

    /** {@code +54 descriptors of awk to /tmp/doc* in 38 s, 93 % of the growth}. */
    public static String cause(Leak leak) {
        SeenGrowth seen = leak.seen();
        if (seen == null) {
            return leak.main().cause();
        }
        double share = leak.explained();
        String explained = !(share >= LITTLE)
                ? ""
                : share >= ALL ? ", all of the growth" : ", " + Quantity.of(share, Unit.RATIO) + " of the growth";
        return seen.words() + (seen.hours() > 0 ? " in " + Quantity.ofHours(seen.hours()) : "") + explained;
    }

    /** {@code with it memory.rss +130 MiB/h}. */
    public static String also(Leak leak) {
        List<Finding> also = leak.also();
        String more = also.size() > MOST_ALSO ? " and " + (also.size() - MOST_ALSO) + " more" : "";
        return also.isEmpty()
                ? ""
                : "with it "
                        + also.stream()
                                .limit(MOST_ALSO)
                                .map(finding -> finding.metric().name() + " " + rate(finding))
                                .collect(Collectors.joining(", "))
                        + more;
    }

    /** {@code was killed for memory 3 times}. */
    public static String ends(Leak leak) {
        return leak.ends().stream()
                .map(end -> end.reason().replaceFirst(KNOWN, ""))
                .collect(Collectors.joining(", "));
    }

    /** {@code known: SHOP-123, allowed until 2027-01-31}, or that the policy only wants to be warned. */
    public static String known(Leak leak) {
        KnownLeak known = leak.main().known();
        if (leak.isFact()) {
            return ""; // its reason says it
        }
        if (known == null) {
            return leak.severity() == Severity.WARN ? "only warned of" : "";
        }
        return leak.severity() == Severity.WARN
                ? "known: " + known.reason() + ", allowed until " + known.expires()
                : "was known (" + known.reason() + ") and allowed until " + known.expires();
    }
}
