package dev.seep.source.docker;

import dev.seep.source.SourceException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Address of an engine.
 *
 * @param name for people: {@code /run/podman/podman.sock}
 */
record EngineAddress(SocketAddress address, String name) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String FORWARD =
            "; forward the socket of another machine: ssh -nNT -L /tmp/engine.sock:/var/run/docker.sock HOST, and"
                    + " DOCKER_HOST=unix:///tmp/engine.sock";

    /**
     * That of {@code DOCKER_HOST}, else the first socket that is where engines have theirs.
     *
     * @throws SourceException if there is none, or it is not one of this machine
     */
    static EngineAddress find(Map<String, String> environment) throws SourceException {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        return host.isEmpty() ? usual(environment) : of(host);
    }

    private static EngineAddress of(String host) throws SourceException {
        if (host.startsWith("unix://")) {
            return unix(Path.of(host.substring("unix://".length())));
        }
        if (host.startsWith("tcp://")) {
            return tcp(host);
        }
        throw new SourceException("DOCKER_HOST=" + host + " is not unix:///PATH" + FORWARD);
    }

    private static EngineAddress tcp(String host) throws SourceException {
        try {
            URI uri = URI.create(host);
            if (uri.getPort() > 0 && THIS_MACHINE.contains(String.valueOf(uri.getHost()))) {
                return new EngineAddress(new InetSocketAddress(uri.getHost(), uri.getPort()), host);
            }
        } catch (IllegalArgumentException wrong) {
            throw new SourceException("DOCKER_HOST=" + host + " is not tcp://127.0.0.1:PORT" + FORWARD, wrong);
        }
        throw new SourceException("DOCKER_HOST=" + host
                + ": over TCP, seep speaks to this machine alone, as tcp://127.0.0.1:PORT" + FORWARD);
    }

    private static EngineAddress usual(Map<String, String> environment) throws SourceException {
        List<Path> tried = new ArrayList<>();
        tried.add(Path.of("/var/run/docker.sock"));
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtime.isEmpty()) {
            tried.add(Path.of(runtime, "podman", "podman.sock"));
        }
        tried.add(Path.of("/run/podman/podman.sock"));
        for (Path path : tried) {
            if (Files.exists(path)) {
                return unix(path);
            }
        }
        throw new SourceException("no Docker and no Podman here: tried "
                + String.join(", ", tried.stream().map(Path::toString).toList())
                + "; start one (podman system service --time=0), or set DOCKER_HOST=unix:///PATH");
    }

    private static EngineAddress unix(Path path) {
        return new EngineAddress(UnixDomainSocketAddress.of(path), path.toString());
    }
}
