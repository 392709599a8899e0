package dev.seep.bench;

import dev.seep.bench.Exec.Delay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;

/**
 * A Kubernetes API server without a cluster behind it: lists, watches and execs of pods that do not exist, over TLS, on
 * loopback. To be started as a process of its own; ends when its standard input closes.
 *
 * <p>Arguments: folder (for kubeconfigs and {@code ledger.csv}), number of pods, percentage of them that is
 * replaced each minute, least and most milliseconds of an answer.
 */
public final class FakeApiServer {
    static final String NAMESPACE = "soak";
    static final String READY = "ready";

    private static final int BACKLOG = 4096;
    private static final long STACK_BYTES = 192 << 10;
    private static final long START_MILLIS = 1500;

    private final Population population;
    private final EventLog ledger;
    private final Delay delay;

    private FakeApiServer(Population population, EventLog ledger, Delay delay) {
        this.population = population;
        this.ledger = ledger;
        this.delay = delay;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int pods = Integer.parseInt(args[1]);
        double churn = Double.parseDouble(args[2]);
        Delay delay = new Delay(Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        try (EventLog ledger = new EventLog(folder.resolve("ledger.csv"))) {
            Population population = new Population(NAMESPACE, ledger);
            population.populate(pods);
            FakeApiServer server = new FakeApiServer(population, ledger, delay);
            server.listen(folder);
            server.replace(pods * churn / 100);
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // Whoever started this says nothing, but ends some time.
            }
        }
        System.exit(0);
    }

    private void listen(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        ServerKey key = ServerKey.make(folder);
        SSLServerSocket server = (SSLServerSocket)
                key.context().getServerSocketFactory().createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        int port = server.getLocalPort();
        Files.writeString(folder.resolve("kubeconfig"), key.kubeconfig(port, NAMESPACE));
        Files.writeString(folder.resolve("kubeconfig-certificate"), key.kubeconfigWithCertificate(port, NAMESPACE));
        Thread accepting = new Thread(() -> accept(server), "accept");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** A thread for each connection: they wait most of the time, and nobody counts what this process needs. */
    private void accept(SSLServerSocket server) {
        try (server) {
            while (true) {
                Socket client = server.accept();
                Thread thread =
                        new Thread(null, new Connection(client, population, ledger, delay), "client", STACK_BYTES);
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            throw new IllegalStateException("no more connections", e);
        }
    }

    private void replace(double perMinute) {
        if (perMinute <= 0) {
            return;
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "churn");
            thread.setDaemon(true);
            return thread;
        });
        long period = Math.round(60_000 / perMinute);
        var unused = clock.scheduleAtFixedRate(
                () -> {
                    SimulatedPod next = population.replace();
                    var unusedStart = clock.schedule(() -> population.start(next), START_MILLIS, TimeUnit.MILLISECONDS);
                },
                period,
                period,
                TimeUnit.MILLISECONDS);
    }
}
