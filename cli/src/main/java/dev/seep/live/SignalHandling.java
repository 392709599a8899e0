package dev.seep.live;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.jline.utils.Signals;

/** Handlers of SIGINT (Ctrl-C), SIGTERM and SIGHUP (a lost terminal) during a run. */
public final class SignalHandling implements AutoCloseable {
    private static final int INTERRUPTED = 130;
    private static final int TERMINATED = 143;

    private final Object interrupt;
    private final Object terminate;
    private final Object hangUp;

    /**
     * The first signal ends polling, the second one the process; a lost terminal ends nothing.
     *
     * @param stop on the first SIGINT or SIGTERM
     * @param exit on the second, told the exit code
     */
    public SignalHandling(Runnable stop, IntConsumer exit) {
        this(stop, stop, exit);
    }

    /**
     * The same, for whom it matters who ends it.
     *
     * @param interrupted if the first is a SIGINT: a person ends it
     * @param terminated if the first is a SIGTERM
     * @param exit on the second, told the exit code
     */
    public SignalHandling(Runnable interrupted, Runnable terminated, IntConsumer exit) {
        AtomicBoolean stopping = new AtomicBoolean();
        this.interrupt = Signals.register("INT", () -> stopOrExit(stopping, interrupted, exit, INTERRUPTED));
        this.terminate = Signals.register("TERM", () -> stopOrExit(stopping, terminated, exit, TERMINATED));
        this.hangUp = Signals.register("HUP", () -> {});
    }

    private static void stopOrExit(AtomicBoolean stopping, Runnable stop, IntConsumer exit, int code) {
        if (stopping.compareAndSet(false, true)) {
            stop.run();
        } else {
            exit.accept(code);
        }
    }

    @Override
    public void close() {
        Signals.unregister("INT", interrupt);
        Signals.unregister("TERM", terminate);
        Signals.unregister("HUP", hangUp);
    }
}
