package dev.seep.store;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small run that the tests record. */
final class Recorded {
    static final Instant START = Instant.parse("2026-11-22T21:00:00.123Z");
    static final Target APP = Target.container("shop", "web-7d9f", "app", "deployment/web");
    static final Target POD = Target.pod("shop", "web-7d9f", "deployment/web");

    private Recorded() {}

    static RunPlan plan(SampleFormat format) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("for", "PT8H");
        plan.put("namespaces", List.of("shop"));
        return new RunPlan(
                "1.0.0",
                START,
                "ci-7",
                "kubernetes",
                "staging",
                Duration.ofSeconds(30),
                format,
                plan,
                Map.of("horizon", "30d"),
                List.of(
                        new Metric("memory.anon", Unit.BYTES, BadDirection.UP, new Limit.Reported("memory.limit")),
                        Metric.unlimited("memory.limit", Unit.BYTES, BadDirection.NEITHER),
                        new Metric("fds.share", Unit.RATIO, BadDirection.UP, new Limit.Fixed(1))));
    }

    /** Poll {@code n} of the container, 30 seconds after the one before; the second life begins with the third poll. */
    static Observation poll(int n) {
        return new Observation(
                START.plusSeconds(30L * n),
                APP,
                n < 2 ? "3f2a9c" : "77aa01",
                Map.of("memory.anon", 1e8 + n, "memory.limit", 268435456.0, "fds.share", 0.125),
                n == 1 ? Map.of("disk", GapReason.DENIED) : Map.of(),
                2.84);
    }

    static Event appeared() {
        return new Event(START, Event.Type.APPEARED, APP, "3f2a9c", Map.of("started", "2026-11-22T20:00:00Z"));
    }

    static Event restarted() {
        return new Event(START.plusSeconds(60), Event.Type.RESTARTED, APP, "77aa01", Map.of("reason", "OOMKilled"));
    }
}
