package dev.seep.run;

import dev.seep.sample.Event;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.store.line.StoreException;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sink that goes on when nothing can be written: reports that once, and once its end. Safe for use by several threads.
 */
public final class ErrorTolerantSink implements ObservationSink {
    private final ObservationSink sink;
    private final PrintWriter err;
    private final AtomicLong failures = new AtomicLong();
    private boolean failing;

    public ErrorTolerantSink(ObservationSink sink, PrintWriter err) {
        this.sink = sink;
        this.err = err;
    }

    @Override
    public void observe(Observation observation) {
        attempt(() -> sink.observe(observation));
    }

    @Override
    public void happened(Event event) {
        attempt(() -> sink.happened(event));
    }

    /** Writes that failed. */
    public long failures() {
        return failures.get();
    }

    private synchronized void attempt(Runnable write) {
        try {
            write.run();
            if (failing) {
                say("recording goes on; what was polled meanwhile is not recorded");
            }
            failing = false;
        } catch (StoreException failure) {
            failures.incrementAndGet();
            if (!failing) {
                say(failure.getMessage() + "; polling and serving go on, recording does not");
            }
            failing = true;
        }
    }

    private void say(String message) {
        err.println("seep: " + message);
        err.flush();
    }
}
