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
        var unused1 = deadlines.after(Duration.ofHours(1), () -> done.add("in an hour"));
        var unused2 = deadlines.after(Duration.ofMillis(20), () -> done.add("soon"));
        assertThat(next()).isEqualTo("soon");
        assertThat(done).isEmpty();
    }

    @Test
    void whatIsCancelledIsNotDone() throws InterruptedException {
        Future<?> cancelled = deadlines.after(Duration.ofSeconds(1), () -> done.add("wrong"));
        cancelled.cancel(false);
        var unused3 = deadlines.after(Duration.ofMillis(1_200), () -> done.add("right"));
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
        var unused4 = handing.after(Duration.ZERO, () -> done.add("by the timer"));
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
