package dev.seep.run;

import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.source.exec.Messages;

/** Sink that prints at once which watches beside the polls are denied. */
final class DenialReporter implements ObservationSink {
    private final CliEnvironment environment;

    DenialReporter(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void observe(Observation observation) {}

    @Override
    public void happened(Event event) {
        boolean denied = event.type() == Event.Type.POLL_FAILED
                && event.target() == null
                && GapReason.DENIED.word().equals(event.detail().get("reason"));
        if (denied) {
            environment.say(Messages.line(event.detail().getOrDefault("message", "")));
        }
    }
}
