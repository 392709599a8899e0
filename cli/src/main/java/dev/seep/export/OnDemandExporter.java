package dev.seep.export;

import dev.seep.sample.Event;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Server of readings made at the moment of each request, without memory: {@code /metrics} for Prometheus,
 * {@code /healthz}, and more.
 */
public final class OnDemandExporter implements AutoCloseable {
    private final List<Metric> metrics;
    private final String node;
    private final ReadingSource readingSource;
    private final Endpoint endpoint;

    /** Reader of targets. */
    public interface ReadingSource {
        List<Observation> read() throws IOException;
    }

    /**
     * Listens from now on.
     *
     * @param node label of all targets, empty for none
     * @param health the fault, empty for none
     * @param more resources, by path
     * @throws IOException if the address cannot be listened on
     */
    public OnDemandExporter(
            InetSocketAddress address,
            List<Metric> metrics,
            String node,
            ReadingSource readingSource,
            Supplier<String> health,
            Map<String, HttpResource> more)
            throws IOException {
        this.metrics = List.copyOf(metrics);
        this.node = node;
        this.readingSource = readingSource;
        this.endpoint = new Endpoint(address, this::write, health, more);
    }

    /** Address it listens on. */
    public String url() {
        return endpoint.url();
    }

    private void write(ExpositionWriter.Format format, Writer out) throws IOException {
        MetricsState metricsState = new MetricsState(metrics, Instant.EPOCH, Duration.ZERO);
        for (Observation seen : readingSource.read()) {
            metricsState.happened(
                    new Event(seen.time(), Event.Type.APPEARED, seen.target(), seen.life(), Map.of("node", node)));
            metricsState.observe(seen);
        }
        ExpositionWriter expositionWriter = new ExpositionWriter(format, out);
        new MetricFamilies(metrics).write(expositionWriter, metricsState.present());
        expositionWriter.end();
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
