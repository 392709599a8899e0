package dev.seep.source.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final Deadlines deadlines = new Deadlines(Runnable::run);

    @AfterEach
    void close() {
        deadlines.close();
    }

    private String next() throws InterruptedException {
        return done.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void whatIsDueFirstIsDoneFirst() throws InterruptedException {
        deadlines.after(Duration.ofMillis(200), () -> done.add("second"));
        deadlines.after(Duration.ofMillis(20), () -> done.add("first"));
        assertThat(next()).isEqualTo("first");
        assertThat(next()).isEqualTo("second");
    }

    @Test
    void whatIsCancelledIsNotDone() throws InterruptedException {
        Future<?> cancelled = deadlines.after(Duration.ofMillis(20), () -> done.add("wrong"));
        deadlines.after(Duration.ofMillis(60), () -> done.add("right"));
        cancelled.cancel(false);
        assertThat(next()).isEqualTo("right");
    }

    @Test
    void whatComesAgainComesAgainThoughItTakesLong() throws InterruptedException {
        CountDownLatch often = new CountDownLatch(3);
        deadlines.every(Duration.ofMillis(5), often::countDown);
        assertThat(often.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workIsDoneByTheWorkersAndNotByTheTimer() throws InterruptedException {
        Deadlines handing =
                new Deadlines(work -> done.add(Thread.currentThread().getName()));
        handing.after(Duration.ZERO, () -> done.add("by the timer"));
        assertThat(next()).isEqualTo("seep-exec-timer");
        handing.close();
        assertThat(done).isEmpty();
    }

    @Test
    void onceClosedNothingIsTakenAndNothingIsThrown() {
        Future<?> waiting = deadlines.after(Duration.ofHours(1), () -> done.add("wrong"));
        deadlines.close();
        Future<?> late = deadlines.after(Duration.ZERO, () -> done.add("wrong"));
        assertThat(waiting.isDone()).isFalse();
        assertThat(late.isDone()).isFalse();
        assertThat(done).isEmpty();
    }
}
