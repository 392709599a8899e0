package dev.seep.command;

import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.source.exec.Messages;
import java.io.PrintWriter;

/** Says at once what a run is not allowed to watch beside what it polls. */
final class Denials implements ObservationSink {
    private final PrintWriter err;

    Denials(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void observe(Observation observation) {}

    @Override
    public void happened(Event event) {
        boolean denied = event.type() == Event.Type.POLL_FAILED
                && event.target() == null
                && GapReason.DENIED.word().equals(event.detail().get("reason"));
        if (denied) {
            err.println("seep: " + Messages.line(event.detail().getOrDefault("message", "")));
            err.flush();
        }
    }
}
