package dev.seep.live;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Metrics;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Ranks all series of a run in progress by their rise, from a thinned course of each, to show the worst while it goes
 * on. The order is rough and no verdict. Safe for use by several threads: readers never hold up polling for more than
 * one target.
 */
public final class SeriesRanking implements ObservationSink {
    /** One life of a target. */
    private record Watched(String life, Instant start, SeriesHistory seriesHistory) {}

    /**
     * The worst of some series.
     *
     * @param all how many there are beside the folded ones
     * @param folded how many are constant so far, and left out
     */
    record Worst(List<RankedSeries> series, int all, int folded) {}

    /** A course with where it stands, before the little that is shown is made into series. */
    private record Seen(Target target, Watched watched, int metric, SeriesSummary course, double score) {}

    private static final Comparator<Seen> LEAST_FIRST = Comparator.comparingDouble(Seen::score)
            .thenComparing(seen -> seen.target().path(), Comparator.reverseOrder())
            .thenComparing(Seen::metric, Comparator.reverseOrder());

    /** Series that rise at once in one target. */
    private static final int SERIES_OF_ONE = 30;

    private final Metrics defined;
    /** Those that were seen, a family's members among them; only ever added to. */
    private final List<Metric> metrics = new CopyOnWriteArrayList<>();

    private final Map<String, Integer> indexes = new ConcurrentHashMap<>();
    private final Map<Target, Watched> targets = new ConcurrentHashMap<>();
    private volatile Optional<Event> abnormal = Optional.empty();

    public SeriesRanking(Collection<Metric> metrics) {
        defined = new Metrics(metrics);
    }

    @Override
    public void observe(Observation observation) {
        Watched watched = targets.compute(observation.target(), (target, known) -> known(known, observation));
        double seconds = (observation.time().toEpochMilli() - watched.start().toEpochMilli()) / 1e3;
        synchronized (watched.seriesHistory()) {
            observation.values().forEach((name, value) -> {
                Integer index = index(name);
                if (index != null) {
                    boolean kept = metrics.get(index).bad() == BadDirection.UP;
                    watched.seriesHistory().value(index, seconds, value, kept);
                }
            });
        }
    }

    private @Nullable Integer index(String name) {
        Integer index = indexes.get(name);
        return index != null ? index : defined.named(name).map(this::added).orElse(null);
    }

    private synchronized Integer added(Metric metric) {
        return indexes.computeIfAbsent(metric.name(), name -> {
            metrics.add(metric);
            return metrics.size() - 1;
        });
    }

    /** The last abnormal event, empty if there was none. */
    Optional<Event> abnormal() {
        return abnormal;
    }

    private Watched known(@Nullable Watched known, Observation observation) {
        return known != null && known.life().equals(observation.life())
                ? known
                : new Watched(observation.life(), observation.time(), new SeriesHistory());
    }

    @Override
    public void happened(Event event) {
        if (event.type() == Event.Type.ABNORMAL) {
            abnormal = Optional.of(event);
        }
        Target target = event.target();
        if (event.type() == Event.Type.VANISHED && target != null) {
            targets.remove(target);
        }
    }

    /** Series that are watched. */
    int size() {
        return targets.values().stream()
                .mapToInt(watched -> watched.seriesHistory().courses())
                .sum();
    }

    /** Targets that are watched. */
    Set<Target> targets() {
        return Set.copyOf(targets.keySet());
    }

    /** The series that stick out most by their rise, most first. */
    List<RankedSeries> worst(int most) {
        return all(most).stream()
                .filter(rankedSeries -> rankedSeries.score() > 1)
                .toList();
    }

    /**
     * The targets with the metrics that rise in them, those that rise most first.
     *
     * @param most targets
     * @param least score that a series has at least, its rise against its unrest: 0 for those that stay level too
     */
    public Map<Target, Set<String>> rising(int most, double least) {
        Map<Target, Set<String>> rising = new LinkedHashMap<>();
        for (RankedSeries rankedSeries : all(most * SERIES_OF_ONE)) {
            boolean chosen = rising.containsKey(rankedSeries.target()) || rising.size() < most;
            if (chosen && rankedSeries.score() >= least) {
                rising.computeIfAbsent(rankedSeries.target(), target -> new LinkedHashSet<>())
                        .add(rankedSeries.metric().name());
            }
        }
        return rising;
    }

    private List<RankedSeries> all(int most) {
        return worst(most, (target, metric) -> true, false).series();
    }

    /**
     * The worst of all series, those that rise most against their own unrest and level first.
     *
     * @param wanted tells by target and metric which count
     * @param folds whether those that are constant so far are counted and not listed
     */
    Worst worst(int most, BiPredicate<Target, String> wanted, boolean folds) {
        PriorityQueue<Seen> kept = new PriorityQueue<>(LEAST_FIRST);
        int all = 0;
        int folded = 0;
        for (Map.Entry<Target, Watched> entry : targets.entrySet()) {
            for (Seen seen : courses(entry.getKey(), entry.getValue(), wanted)) {
                if (folds && seen.course().isConstant()) {
                    folded++;
                    continue;
                }
                all++;
                kept.add(seen);
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        }
        return new Worst(inOrder(kept), all, folded);
    }

    private List<Seen> courses(Target target, Watched watched, BiPredicate<Target, String> wanted) {
        List<Seen> courses = new ArrayList<>();
        synchronized (watched.seriesHistory()) {
            for (int metric = 0; metric < metrics.size(); metric++) {
                if (watched.seriesHistory().has(metric)
                        && wanted.test(target, metrics.get(metric).name())) {
                    SeriesSummary course = watched.seriesHistory().course(metric);
                    courses.add(new Seen(target, watched, metric, course, course.score()));
                }
            }
        }
        return courses;
    }

    private List<RankedSeries> inOrder(PriorityQueue<Seen> kept) {
        List<Seen> seen = new ArrayList<>(kept);
        seen.sort(LEAST_FIRST.reversed());
        return seen.stream().map(this::ranked).toList();
    }

    private RankedSeries ranked(Seen seen) {
        SeriesHistory seriesHistory = seen.watched().seriesHistory();
        double value;
        double limit;
        synchronized (seriesHistory) {
            value = seriesHistory.latest(seen.metric());
            limit = metrics.get(seen.metric()).limit().value(metric -> latest(seriesHistory, metric));
        }
        return new RankedSeries(
                seen.target(), series(seen, limit), value, seen.course().rise(), seen.score());
    }

    private Series series(Seen seen, double limit) {
        Watched watched = seen.watched();
        double[] at = seen.course().points().seconds(watched.start().toEpochMilli() / 1e3);
        return new Series(
                name(seen.target(), seen.metric()),
                seen.target(),
                metrics.get(seen.metric()),
                List.of(new Incarnation(watched.life(), watched.start(), null)),
                at,
                seen.course().points().values(),
                new int[at.length],
                0,
                limit);
    }

    private double latest(SeriesHistory seriesHistory, String metric) {
        Integer index = indexes.get(metric);
        return index == null ? Double.NaN : seriesHistory.latest(index);
    }

    private String name(Target target, int metric) {
        return target.series(metrics.get(metric).name());
    }
}
