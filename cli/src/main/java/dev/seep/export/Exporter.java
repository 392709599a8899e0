package dev.seep.export;

import dev.seep.sample.PollCounts;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Server of the metrics state: {@code /metrics} for Prometheus, and {@code /healthz}, which is 200 as long as polling
 * goes on.
 */
public final class Exporter implements AutoCloseable {
    private static final Duration STANDSTILL = Duration.ofSeconds(30);

    private final MetricsState metricsState;
    private final PollCounts pollCounts;
    private final Clock clock;
    private final MetricFamilies metricFamilies;
    private final PeriodicJudge periodicJudge;
    private final Endpoint endpoint;
    private volatile Supplier<SessionHealth> sessionHealth;

    /**
     * Listens from now on.
     *
     * @param pollCounts of the polls, kept by somebody else
     * @throws IOException if the address cannot be listened on
     */
    public Exporter(
            InetSocketAddress address, MetricsState metricsState, PollCounts pollCounts, Policy policy, Clock clock)
            throws IOException {
        this.metricsState = metricsState;
        this.pollCounts = pollCounts;
        this.clock = clock;
        this.metricFamilies = new MetricFamilies(metricsState.metrics());
        this.periodicJudge = new PeriodicJudge(metricsState, policy, clock);
        SessionHealth none = new SessionHealth(clock.instant(), 0, 0, 0, 0);
        this.sessionHealth = () -> none;
        this.endpoint = new Endpoint(address, this::write, this::health, Map.of());
    }

    /** Begins to judge trends, of a session in this state. */
    public void follow(Supplier<SessionHealth> session) {
        sessionHealth = session;
        periodicJudge.start();
    }

    public MetricsState state() {
        return metricsState;
    }

    /** Address it listens on. */
    public String url() {
        return endpoint.url();
    }

    /** Judges the metrics state at once. */
    void judge() {
        periodicJudge.judge();
    }

    private void write(ExpositionWriter.Format format, Writer out) throws IOException {
        ExpositionWriter expositionWriter = new ExpositionWriter(format, out);
        List<TargetState> present = metricsState.present();
        PresentPlaces presentPlaces = new PresentPlaces(present);
        PeriodicJudge.Judgement judgement = periodicJudge.last();
        metricFamilies.write(expositionWriter, present);
        TrendMetrics.write(expositionWriter, judgement.findings(), presentPlaces);
        LeakMetrics.write(expositionWriter, judgement.leaks(), presentPlaces);
        metricsState.events().write(expositionWriter);
        SelfMetrics.write(expositionWriter, sessionHealth.get(), pollCounts.counts(), judgement);
        expositionWriter.end();
    }

    /** Empty if all is well. */
    private String health() {
        Instant last = sessionHealth.get().time();
        Duration silent = Duration.between(last, clock.instant());
        return silent.compareTo(STANDSTILL) > 0 ? "polling stands still for " + silent.toSeconds() + " s" : "";
    }

    @Override
    public void close() {
        endpoint.close();
        periodicJudge.close();
    }
}
