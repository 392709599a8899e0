package dev.seep.session;

import dev.seep.probe.Measurement;
import dev.seep.probe.Measurement.Output;
import dev.seep.probe.Measurement.Result;
import dev.seep.probe.Reading;
import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Poll of one measurement in one incarnation of a target: own schedule, own shells. */
final class MeasurementPoll extends Poll {
    /** A program that did not end in time may run on in the target: so many polls are left out before the next. */
    private static final int INTERVALS_AFTER_TIMEOUT = 9;

    private final Measurement measurement;
    private final Measurement.Reader reader;

    MeasurementPoll(SessionContext context, LiveTarget live, Measurement measurement, PollSchedule schedule) {
        super(
                context,
                live,
                schedule,
                measurement.name(),
                measurement.schedule().timeout(),
                measurement.schedule().every().multipliedBy(INTERVALS_AFTER_TIMEOUT));
        this.measurement = measurement;
        this.reader = measurement.reader();
    }

    @Override
    List<String> due(long first, long latest) {
        return List.of(measurement.name());
    }

    @Override
    void ask(List<String> due, Consumer<ExecResult> answer) {
        new MeasurementRequest(this).send(measurement.transport(), answer);
    }

    @Override
    Duration read(List<String> due, Output output, double millis) {
        Result result = reader.read(output);
        Reading reading = result.reading();
        if (result.complaint().isEmpty()) {
            recovered();
        } else {
            complain(reading.gaps().values().stream().findFirst().orElse(GapReason.FAILED), result.complaint());
        }
        record(due, reading, millis);
        return Duration.ZERO;
    }

    @Override
    void record(List<String> due, Reading reading, double millis) {
        if (!reading.values().isEmpty() || !reading.gaps().isEmpty()) {
            context.recorder().observe(live.target(), live.life(), reading, millis);
        }
    }
}
