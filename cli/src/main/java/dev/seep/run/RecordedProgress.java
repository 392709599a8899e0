package dev.seep.run;

import dev.seep.live.SeriesRanking;
import dev.seep.sample.Durations;
import dev.seep.sample.Event;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.RunTally;
import dev.seep.sample.Target;
import dev.seep.session.SoakStatus;
import dev.seep.store.RunPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Progress of a run that another process records. Safe for use by several threads. */
public final class RecordedProgress implements ObservationSink {
    /** Intervals without a line after which something seems wrong. */
    private static final int SILENT = 5;

    private static final Duration LEAST_SILENCE = Duration.ofSeconds(10);

    private final RunPlan plan;
    private final @Nullable Duration length;
    private final Clock clock;
    private final SeriesRanking seriesRanking;
    private final Set<Target> targets = new HashSet<>();
    private final RunTally tally = new RunTally();
    private long polls;
    private double millis;
    private Instant last;

    /** @param length that was planned, null if it is not known */
    public RecordedProgress(RunPlan plan, @Nullable Duration length, Clock clock, SeriesRanking seriesRanking) {
        this.plan = plan;
        this.length = length;
        this.clock = clock;
        this.seriesRanking = seriesRanking;
        this.last = plan.started();
    }

    @Override
    public synchronized void observe(Observation observation) {
        polls++;
        tally.observe(observation);
        millis += observation.millis();
        targets.add(observation.target());
        last = observation.time().isAfter(last) ? observation.time() : last;
        seriesRanking.observe(observation);
    }

    @Override
    public synchronized void happened(Event event) {
        Target target = event.target();
        if (event.type() == Event.Type.VANISHED && target != null) {
            targets.remove(target);
        }
        seriesRanking.happened(event);
    }

    public RunTally.Counts counts() {
        return tally.counts();
    }

    public synchronized SoakStatus status() {
        Instant now = clock.instant();
        Duration silence = Duration.between(last, now);
        Duration elapsed = Duration.between(plan.started(), now);
        Duration patience = plan.every().multipliedBy(SILENT);
        boolean silent = silence.compareTo(patience) > 0 && silence.compareTo(LEAST_SILENCE) > 0;
        Optional<Duration> left = Optional.ofNullable(length).map(whole -> atLeastZero(whole.minus(elapsed)));
        Optional<String> trouble = silent
                ? Optional.of("nothing was written for " + Durations.text(silence.truncatedTo(ChronoUnit.SECONDS))
                        + ": is that seep still running?")
                : Optional.empty();
        long answers = Double.isNaN(millis) ? 0 : polls;
        return new SoakStatus(now, elapsed, left, targets.size(), 0, answers, 0, millis, trouble);
    }

    private static Duration atLeastZero(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
