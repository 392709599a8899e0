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
import java.util.Optional;

/**
 * Containers that could not be read for a good part of a run, and why; those that never answered are told elsewhere.
 */
final class UnreadTargets {
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

    /** When a target could not be read, by reason, and how long that was only because it left. */
    private static final class Trouble {
        private final Map<String, Duration> lasted = new LinkedHashMap<>();
        private Duration leaving = Duration.ZERO;

        void add(Event failed, Instant until) {
            Map<String, String> detail = failed.detail();
            String reason = detail.getOrDefault("message", detail.getOrDefault("reason", "failed"));
            lasted.merge(reason, Duration.between(failed.time(), until), Duration::plus);
        }

        void vanished(Event failed, Instant at) {
            Duration last = Duration.between(failed.time(), at);
            if (last.compareTo(LEAVING) < 0) {
                leaving = leaving.plus(last);
            } else {
                add(failed, at);
            }
        }

        /** Share of that time, 0 to 1, that is not of leaving. */
        double share() {
            double others = seconds(lasted.values().stream().reduce(Duration.ZERO, Duration::plus));
            double all = others + seconds(leaving);
            return all > 0 ? others / all : 1;
        }

        private static double seconds(Duration duration) {
            return duration.toMillis() / 1e3;
        }

        Optional<String> longest() {
            return lasted.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        }
    }

    private final Run run;

    UnreadTargets(Run run) {
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
        Map<Target, Trouble> troubles = troubles();
        List<String> notes = new ArrayList<>();
        reads.forEach((target, read) -> {
            Trouble trouble = troubles.getOrDefault(target, new Trouble());
            double share = read.share() * trouble.share();
            if (share >= WORTH_A_NOTE) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%s could not be read for %.0f %% of its polls%s",
                        target.path(),
                        100 * share,
                        trouble.longest().map(reason -> ", mostly: " + reason).orElse("")));
            }
        });
        return notes;
    }

    private Map<Target, Trouble> troubles() {
        Map<Target, Trouble> troubles = new HashMap<>();
        Map<Target, Event> open = new HashMap<>();
        for (Event event : run.events()) {
            Target target = event.target();
            if (target == null || event.detail().containsKey("probe")) {
                continue;
            }
            if (event.type() == Event.Type.POLL_FAILED) {
                open.putIfAbsent(target, event);
            } else if (event.type() == Event.Type.POLL_RECOVERED || event.type() == Event.Type.VANISHED) {
                Event failed = open.remove(target);
                if (failed != null && event.type() == Event.Type.VANISHED) {
                    of(target, troubles).vanished(failed, event.time());
                } else if (failed != null) {
                    of(target, troubles).add(failed, event.time());
                }
            }
        }
        open.forEach((target, failed) -> of(target, troubles).add(failed, run.to()));
        return troubles;
    }

    private static Trouble of(Target target, Map<Target, Trouble> troubles) {
        return troubles.computeIfAbsent(target, unseen -> new Trouble());
    }
}
