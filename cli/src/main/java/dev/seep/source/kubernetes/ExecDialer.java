package dev.seep.source.kubernetes;

import dev.seep.source.ExecResult.Failed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import okhttp3.HttpUrl;

/** Opens execs. All of them share one thread that waits for the network, and one that looks up credentials. */
final class ExecDialer {
    private final Cluster cluster;
    private final HttpClient webSockets;
    private final RefusalInquiry inquiry;
    private final Executor credentials = Threads.pool(1, "seep-kube-login");

    ExecDialer(Cluster cluster, Executor workers) {
        this.cluster = cluster;
        this.inquiry = new RefusalInquiry(cluster);
        SmallBuffers.prefer();
        this.webSockets = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(cluster.tls())
                .executor(workers)
                .build();
    }

    /** Completes with the reason if there is no connection, and never exceptionally. */
    CompletionStage<Optional<Failed>> dial(
            ExecTarget target, String script, boolean stdin, ExecSocket socket, Duration deadline) {
        HttpUrl url = url(target, script, stdin);
        return CompletableFuture.supplyAsync(this::authorization, credentials)
                .thenCompose(authorization -> open(url, authorization, socket, deadline))
                .thenApply(opened -> Optional.<Failed>empty())
                .exceptionallyCompose(failure -> explain(target, url, failure).thenApply(Optional::of));
    }

    private Optional<String> authorization() {
        try {
            return cluster.authorization();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private CompletableFuture<WebSocket> open(
            HttpUrl url, Optional<String> authorization, ExecSocket socket, Duration deadline) {
        WebSocket.Builder builder = webSockets
                .newWebSocketBuilder()
                .subprotocols("v5.channel.k8s.io", "v4.channel.k8s.io")
                .connectTimeout(deadline);
        authorization.ifPresent(value -> builder.header("Authorization", value));
        return builder.buildAsync(URI.create("ws" + url.toString().substring("http".length())), socket);
    }

    private HttpUrl url(ExecTarget target, String script, boolean stdin) {
        HttpUrl.Builder url = HttpUrl.get(cluster.server())
                .newBuilder()
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

    private CompletionStage<Failed> explain(ExecTarget target, HttpUrl url, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof WebSocketHandshakeException refused
                ? inquiry.ask(url, refused.getResponse()).thenApply(refusal -> ExecFailures.refused(target, refusal))
                : CompletableFuture.completedFuture(ExecFailures.unreachable(target, cause));
    }
}
