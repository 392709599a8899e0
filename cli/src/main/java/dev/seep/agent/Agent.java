package dev.seep.agent;

import dev.seep.export.HttpResource;
import dev.seep.export.OnDemandExporter;
import dev.seep.probe.ProbeSet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves the readings of a node's containers over HTTP: {@code /v1/look} for seep, {@code /metrics} for Prometheus,
 * {@code /healthz}. It answers everybody, with numbers alone, and changes nothing.
 */
public final class Agent implements AutoCloseable {
    private static final String JSON_LINES = "application/jsonl; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    private static final Path OWN_CGROUP = Path.of("/sys/fs/cgroup");

    private final NodeReader nodeReader;
    private final OnDemandExporter exporter;

    /**
     * Where the host's files are.
     *
     * @param proc its {@code /proc}
     * @param cgroup its {@code /sys/fs/cgroup}
     * @param links its {@code /var/log/containers}, which has the names of the containers; need not be there
     */
    public record Host(Path proc, Path cgroup, Path links) {}

    /**
     * Listens from now on.
     *
     * @param name of the node, empty if it is not known
     * @throws IOException if the address cannot be listened on
     */
    public Agent(InetSocketAddress address, Host host, String name, Clock clock) throws IOException {
        nodeReader = new NodeReader(host.proc(), host.cgroup(), OWN_CGROUP);
        ContainerObservations named = new ContainerObservations(nodeReader, new ContainerNames(host.links()), clock);
        exporter = new OnDemandExporter(
                address, ProbeSet.all().metrics(), name, named::read, this::wrong, Map.of("/v1/look", this::readings));
    }

    /** Where it listens. */
    public String url() {
        return exporter.url();
    }

    /**
     * Number of containers that it sees now.
     *
     * @throws IOException if it sees nothing at all
     */
    public int containers() throws IOException {
        return nodeReader.containers().size();
    }

    /** Whether this kernel tells the number of open descriptors without any privilege. */
    public boolean countsDescriptorsOfAll() {
        return nodeReader.countsDescriptorsOfAll();
    }

    private HttpResource.Reply readings(@Nullable String query) {
        try {
            return new HttpResource.Reply(
                    200, JSON_LINES, ReadingsWriter.of(nodeReader.read(ReadingsQuery.parse(query))));
        } catch (IllegalArgumentException wrong) {
            return new HttpResource.Reply(400, TEXT, wrong.getMessage() + "\n");
        } catch (IOException blind) {
            return new HttpResource.Reply(500, TEXT, blind.getMessage() + "\n");
        }
    }

    /** Empty if all is well. */
    private String wrong() {
        try {
            nodeReader.check();
            return "";
        } catch (IOException blind) {
            return String.valueOf(blind.getMessage());
        }
    }

    @Override
    public void close() {
        exporter.close();
    }
}
