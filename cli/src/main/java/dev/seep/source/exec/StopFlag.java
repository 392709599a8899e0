package dev.seep.source.exec;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Flag that stops a thread which tries again and again, also while it rests. */
public final class StopFlag {
    private final CountDownLatch raised = new CountDownLatch(1);

    public void raise() {
        raised.countDown();
    }

    public boolean isUp() {
        return raised.getCount() == 0;
    }

    /** Rests, and says whether it was raised meanwhile; an interrupt counts as that. */
    public boolean isUpWithin(Duration rest) {
        try {
            return raised.await(rest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
