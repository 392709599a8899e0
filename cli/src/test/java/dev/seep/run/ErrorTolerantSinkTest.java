package dev.seep.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.Target;
import dev.seep.store.line.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorTolerantSinkTest {
    private boolean full;
    private int recorded;

    @Test
    void saysOnceThatTheDiskIsFullAndOnceThatItIsNoLonger() {
        StringWriter err = new StringWriter();
        ErrorTolerantSink sink = new ErrorTolerantSink(new Disk(), new PrintWriter(err, true));
        sink.observe(poll());
        full = true;
        sink.observe(poll());
        sink.observe(poll());
        full = false;
        sink.observe(poll());

        assertThat(recorded).isEqualTo(2);
        assertThat(sink.failures()).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "seep: no space left; polling and serving go on, recording does not",
                        "seep: recording goes on; what was polled meanwhile is not recorded");
    }

    private static Observation poll() {
        return new Observation(Instant.EPOCH, Target.process("a"), "1", Map.of(), Map.of(), 1);
    }

    private final class Disk implements ObservationSink {
        @Override
        public void observe(Observation observation) {
            if (full) {
                throw new StoreException("no space left");
            }
            recorded++;
        }

        @Override
        public void happened(Event event) {
            recorded++;
        }
    }
}
