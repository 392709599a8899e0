package dev.seep.source.kubernetes.exec;

import dev.seep.sample.Threads;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.exec.ExecFailures;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.Refusal;
import dev.seep.source.kubernetes.websocket.UpgradeRefusedException;
import dev.seep.source.kubernetes.websocket.UpgradeRequest;
import dev.seep.source.kubernetes.websocket.WebSockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import okhttp3.HttpUrl;

/** Dialer of execs. All share one thread for the network, and one that resolves credentials and addresses. */
final class ExecDialer implements AutoCloseable {
    private static final List<String> PROTOCOLS = List.of("v5.channel.k8s.io", "v4.channel.k8s.io");

    private final Cluster cluster;
    private final HttpUrl server;
    private final WebSockets webSockets;
    private final Executor lookups = Threads.pool(1, "seep-kube-login");

    ExecDialer(Cluster cluster, Executor workers) {
        this.cluster = cluster;
        this.server = HttpUrl.get(cluster.server());
        this.webSockets = new WebSockets(
                server.isHttps() ? () -> cluster.tlsEngine(server.host(), server.port()) : null, workers);
    }

    /** Completes with the reason if there is no connection, and never exceptionally. */
    CompletionStage<Optional<Failed>> dial(
            ExecTarget target, String script, boolean stdin, ExecSocket socket, Duration deadline) {
        return CompletableFuture.supplyAsync(this::headers, lookups)
                .thenCompose(headers -> webSockets.open(
                        address(), request(url(target, script, stdin), headers), socket, deadline.toMillis()))
                .handle((opened, failure) -> Optional.ofNullable(failure).map(why -> explain(target, why)));
    }

    private Map<String, String> headers() {
        try {
            Map<String, String> headers = new HashMap<>(Map.of("User-Agent", "seep"));
            cluster.authorization().ifPresent(value -> headers.put("Authorization", value));
            return headers;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private InetSocketAddress address() {
        InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
        if (address.isUnresolved()) {
            throw new CompletionException(new UnknownHostException(server.host() + ": no such host is known"));
        }
        return address;
    }

    private static UpgradeRequest request(HttpUrl url, Map<String, String> headers) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return new UpgradeRequest(
                host + ":" + url.port(), url.encodedPath() + "?" + url.encodedQuery(), PROTOCOLS, headers);
    }

    private HttpUrl url(ExecTarget target, String script, boolean stdin) {
        HttpUrl.Builder url = server.newBuilder()
                .addPathSegments("api/v1/namespaces")
                .addPathSegment(target.namespace())
                .addPathSegment("pods")
                .addPathSegment(target.pod())
                .addPathSegment("exec")
                .addQueryParameter("container", target.container())
                .addQueryParameter("stdout", "true")
                .addQueryParameter("stderr", "true");
        if (stdin) {
            url.addQueryParameter("stdin", "true");
        }
        return url.addQueryParameter("command", "sh")
                .addQueryParameter("command", "-c")
                .addQueryParameter("command", script)
                .build();
    }

    private static Failed explain(ExecTarget target, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof UpgradeRefusedException refused
                ? ExecRefusal.of(target, refusal(refused))
                : ExecFailures.unreachable(target, cause);
    }

    private static Refusal refusal(UpgradeRefusedException refused) {
        return Refusal.of(
                refused.code(), refused.body(), refused.header("Retry-After").orElse(null));
    }

    @Override
    public void close() {
        webSockets.close();
    }
}
