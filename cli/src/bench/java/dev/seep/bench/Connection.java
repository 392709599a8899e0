package dev.seep.bench;

import dev.seep.bench.Exec.Delay;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client of the simulated API server: answers its requests one after the other. */
final class Connection implements Runnable {
    private static final Pattern EXEC = Pattern.compile("/api/v1/namespaces/[^/]+/pods/([^/]+)/exec");
    private static final Pattern PODS = Pattern.compile("/api/v1/(namespaces/[^/]+/)?pods");
    private static final String WEB_SOCKET = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Socket socket;
    private final Population population;
    private final EventLog ledger;
    private final Delay delay;

    Connection(Socket socket, Population population, EventLog ledger, Delay delay) {
        this.socket = socket;
        this.population = population;
        this.ledger = ledger;
        this.delay = delay;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1024));
            OutputStream out = socket.getOutputStream();
            while (answer(Request.read(in), in, out)) {
                // One request after the other.
            }
        } catch (IOException hungUp) {
            // That is how clients leave.
        } catch (InterruptedException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the client may ask again. */
    private boolean answer(Request request, DataInputStream in, OutputStream out)
            throws IOException, InterruptedException, GeneralSecurityException {
        Matcher exec = EXEC.matcher(request.path());
        if (exec.matches()) {
            return exec(exec.group(1), request, in, out);
        } else if (!PODS.matcher(request.path()).matches()) {
            if (new QuietLists(out).answer(request)) {
                return true;
            }
            PodLists.refuse(out, 404, "there is no " + request.path());
            return true;
        } else if (request.parameter("watch", "").equals("true")) {
            new PodLists(asked(request), out).watch(request);
            return true;
        }
        new PodLists(asked(request), out).list(request);
        return true;
    }

    /** All pods are in one namespace. */
    private Population asked(Request request) {
        String path = request.path();
        boolean other = path.contains("/namespaces/") && !path.contains("/" + FakeApiServer.NAMESPACE + "/");
        return other ? new Population(FakeApiServer.NAMESPACE, ledger) : population;
    }

    private boolean exec(String name, Request request, DataInputStream in, OutputStream out)
            throws IOException, InterruptedException, GeneralSecurityException {
        SimulatedPod pod = population.pod(name);
        Frames frames = new Frames(in, out);
        Exec exec = pod == null ? null : new Exec(pod, frames, ledger, delay);
        if (pod == null || exec == null || !pod.enter(exec)) {
            PodLists.refuse(out, 404, "pods \\\"" + name + "\\\" not found");
            return true;
        }
        try {
            out.write(upgrade(request).getBytes(StandardCharsets.US_ASCII));
            List<String> command = request.query().getOrDefault("command", List.of(""));
            exec.run(command.get(command.size() - 1));
        } finally {
            pod.leave(exec);
        }
        return false;
    }

    private static String upgrade(Request request) throws GeneralSecurityException {
        String protocol = request.header("sec-websocket-protocol").contains("v5.") ? "v5" : "v4";
        byte[] hash = MessageDigest.getInstance("SHA-1")
                .digest((request.header("sec-websocket-key") + WEB_SOCKET).getBytes(StandardCharsets.US_ASCII));
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + Base64.getEncoder().encodeToString(hash) + "\r\nSec-WebSocket-Protocol: " + protocol
                + ".channel.k8s.io\r\n\r\n";
    }
}
