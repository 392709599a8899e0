package dev.seep.verdict;

import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Containers that could not be read for a good part of a run, and why; those that never answered are told elsewhere. */
final class Unread {
    private static final double WORTH_A_NOTE = 0.2;
    /** A container that is stopped, as in a rollout, cannot be read for so long before its pod is gone. */
    private static final Duration LEAVING = Duration.ofMinutes(2);

    /** Polls of a target as its most often polled series tell. */
    private record Read(int polls, int gaps) {
        static Read of(Series series) {
            return new Read(series.size() + series.gaps(), series.gaps());
        }

        /** Of the series that were polled most often the one that was read best: another may have gaps of its own. */
        Read or(Read other) {
            boolean better = other.polls != polls ? other.polls > polls : other.gaps < gaps;
            return better ? other : this;
        }

        double share() {
            return (double) gaps / polls;
        }
    }

    private final Run run;

    Unread(Run run) {
        this.run = run;
    }

    List<String> notes() {
        Map<Target, Read> reads = new LinkedHashMap<>();
        for (Series series : run.series()) {
            Target target = series.target();
            if (target != null && series.size() > 0 && target.kind() == Target.Kind.CONTAINER) {
                reads.merge(target, Read.of(series), Read::or);
            }
        }
        reads.values().removeIf(read -> read.share() < WORTH_A_NOTE);
        if (reads.isEmpty()) {
            return List.of();
        }
        Map<Target, String> reasons = reasons(reads);
        List<String> notes = new ArrayList<>();
        reads.forEach((target, read) -> notes.add(String.format(
                Locale.ROOT,
                "%s could not be read for %.0f %% of its polls%s",
                target.path(),
                100 * read.share(),
                reasons.containsKey(target) ? ", mostly: " + reasons.get(target) : "")));
        return notes;
    }

    /** For each target the reason that lasted longest. Targets that only left are taken out of those that were read. */
    private Map<Target, String> reasons(Map<Target, Read> reads) {
        Map<Target, Map<String, Duration>> lasted = new HashMap<>();
        Map<Target, Event> open = new HashMap<>();
        for (Event event : run.events()) {
            Target target = event.target();
            if (target == null || event.detail().containsKey("probe")) {
                continue;
            }
            switch (event.type()) {
                case POLL_FAILED -> open.putIfAbsent(target, event);
                case POLL_RECOVERED -> end(open.remove(target), event.time(), lasted);
                case VANISHED -> {
                    Event failed = open.remove(target);
                    if (failed != null
                            && Duration.between(failed.time(), event.time()).compareTo(LEAVING) < 0) {
                        reads.remove(target);
                    }
                    end(failed, event.time(), lasted);
                }
                default -> {}
            }
        }
        open.values().forEach(event -> end(event, run.to(), lasted));
        Map<Target, String> longest = new HashMap<>();
        lasted.forEach((target, byReason) -> byReason.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> longest.put(target, most.getKey())));
        return longest;
    }

    private static void end(@Nullable Event failed, Instant at, Map<Target, Map<String, Duration>> lasted) {
        if (failed != null && failed.target() != null) {
            lasted.computeIfAbsent(failed.target(), target -> new HashMap<>())
                    .merge(
                            failed.detail()
                                    .getOrDefault("message", failed.detail().getOrDefault("reason", "failed")),
                            Duration.between(failed.time(), at),
                            Duration::plus);
        }
    }
}
