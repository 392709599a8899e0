package dev.seep.source.kubernetes.exec;

import dev.seep.sample.GapReason;
import dev.seep.sample.Threads;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.Refusal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Proxy to HTTP endpoints of pods through the API server, which needs no way into the pods' network. */
public final class PodProxy {
    private static final long LONGEST = 4 << 20;

    private final Cluster cluster;
    private final OkHttpClient http;
    private final Executor workers;

    /** @param parallel most pods that are waited for at the same time */
    public PodProxy(Cluster cluster, int parallel) {
        this.cluster = cluster;
        this.workers = Threads.pool(parallel, "seep-kube-proxy");
        // A pod must not send the credentials of the cluster elsewhere.
        this.http = cluster.http()
                .newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /** @param address {@code http:PORT/PATH}, or {@code http:https:PORT/PATH} where the pod speaks TLS */
    public CompletionStage<ExecResult> fetch(ExecTarget target, String address, Duration deadline) {
        return CompletableFuture.supplyAsync(() -> get(target, address, deadline), workers);
    }

    private ExecResult get(ExecTarget target, String address, Duration deadline) {
        OkHttpClient hurried = http.newBuilder().callTimeout(deadline).build();
        String what = address.replaceFirst("^http:", "").replaceFirst("\\?.*", "") + " of " + target.namespace() + "/"
                + target.pod();
        try (Response response = hurried.newCall(cluster.request("/", List.of())
                        .newBuilder()
                        .url(url(target, address))
                        .header("Accept", "text/plain, application/json, */*;q=0.1")
                        .build())
                .execute()) {
            return response.isSuccessful() ? body(response, what) : refused(target, what, response);
        } catch (InterruptedIOException slow) {
            return new TimedOut("", "");
        } catch (IOException | RuntimeException e) {
            return new Failed(GapReason.UNREACHABLE, what + " cannot be read: " + Messages.line(e));
        }
    }

    private HttpUrl url(ExecTarget target, String address) {
        boolean tls = address.startsWith("http:https:");
        String portAndPath = address.substring(tls ? "http:https:".length() : "http:".length());
        int slash = portAndPath.indexOf('/');
        String port = slash < 0 ? portAndPath : portAndPath.substring(0, slash);
        String pod = (tls ? "https:" : "") + target.pod() + ":" + port;
        return HttpUrl.get(cluster.server() + "/api/v1/namespaces/" + target.namespace() + "/pods/" + pod + "/proxy"
                + (slash < 0 ? "/" : portAndPath.substring(slash)));
    }

    private static ExecResult body(Response response, String what) throws IOException {
        if (response.body().source().request(LONGEST + 1)) {
            return new Failed(GapReason.TRUNCATED, what + " is longer than " + LONGEST + " bytes");
        }
        return new Exited(0, response.body().source().readString(StandardCharsets.ISO_8859_1), "");
    }

    private static Failed refused(ExecTarget target, String what, Response response) throws IOException {
        Refusal refusal = Cluster.refusal(response);
        GapReason reason =
                switch (refusal.code()) {
                    case 401, 403 -> GapReason.DENIED;
                    case 404 -> GapReason.ABSENT;
                    case 429, 502, 503, 504 -> GapReason.UNREACHABLE;
                    default -> GapReason.FAILED;
                };
        String wayOut = refusal.code() == 403
                ? "; allow the verb get on pods/proxy in namespace " + target.namespace() + ", or the pod refuses it"
                : "";
        return new Failed(reason, what + " answered " + refusal + wayOut, refusal.retryAfter());
    }
}
