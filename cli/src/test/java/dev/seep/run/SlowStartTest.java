package dev.seep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.probe.ProbeSet;
import dev.seep.run.CliEnvironment.Terminal;
import dev.seep.sample.Event;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.session.Budget;
import dev.seep.session.SessionMode;
import dev.seep.session.SoakPlan;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.TargetSource;
import dev.seep.testing.Waiting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlowStartTest {
    private final StringWriter err = new StringWriter();

    @Test
    void whoWaitsForAnAnswerIsToldForWhichOne() {
        SoakPlan plan = new SoakPlan(
                Duration.ofSeconds(1), null, ProbeSet.all(), Map.of(), SessionMode.AUTO, Budget.DEFAULT, false);
        CliEnvironment environment = new CliEnvironment(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                Terminal.NONE,
                Map.of(),
                Clock.systemUTC(),
                Path.of(""),
                code -> {});

        assertThatThrownBy(() ->
                        new SoakRun(environment, plan, new Silent(), "containers at http://silent").into(new Nowhere()))
                .hasMessage("gave up");
        assertThat(err.toString()).isEqualTo("seep: no answer yet, looking for containers at http://silent\n");
    }

    private static final class Nowhere implements ObservationSink {
        @Override
        public void observe(Observation observation) {}

        @Override
        public void happened(Event event) {}
    }

    /** Answers nothing until somebody has complained. */
    private final class Silent implements TargetSource {
        @Override
        public void start(TargetListener listener) throws SourceException {
            Waiting.until(() -> !err.toString().isEmpty());
            throw new SourceException("gave up");
        }

        @Override
        public void close() {}
    }
}
