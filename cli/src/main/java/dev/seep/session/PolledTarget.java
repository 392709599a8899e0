package dev.seep.session;

import dev.seep.probe.Measurement;
import dev.seep.source.LiveTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One incarnation of a target with its polls. */
record PolledTarget(LiveTarget live, ProbePoll probes, List<MeasurementPoll> beside) implements AutoCloseable {
    /** Starts the polls: measurements between those of the probes, and away from each other, which they would see. */
    static PolledTarget start(SessionContext context, LiveTarget live, @Nullable PodTarget pod, PollSchedule schedule) {
        List<Measurement> measurements = context.plan().beside(live.target());
        List<MeasurementPoll> beside = new ArrayList<>();
        for (Measurement measurement : measurements) {
            double share = (beside.size() + 1.0) / (measurements.size() + 1);
            long every = measurement.schedule().every().toNanos();
            PollSchedule between =
                    schedule.between(share, every, context.timeline().nanos());
            beside.add(new MeasurementPoll(context, live, measurement, between));
        }
        return new PolledTarget(live, new ProbePoll(context, live, pod, schedule), beside);
    }

    boolean isAsking() {
        return polls().anyMatch(Poll::isAsking);
    }

    @Override
    public void close() {
        polls().forEach(Poll::close);
    }

    private Stream<Poll> polls() {
        return Stream.concat(Stream.of(probes), beside.stream());
    }
}
