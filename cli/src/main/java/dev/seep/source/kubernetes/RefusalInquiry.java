package dev.seep.source.kubernetes;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Finds out why an upgrade to a web socket was refused. The JDK drops the body that says so; the same request without
 * the upgrade is refused for the same reason and runs nothing.
 */
final class RefusalInquiry {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Cluster cluster;
    private final OkHttpClient http;

    RefusalInquiry(Cluster cluster) {
        this.cluster = cluster;
        this.http = cluster.http()
                .newBuilder()
                .callTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    /** Never completes exceptionally: at worst, the server's words are missing. */
    CompletionStage<Refusal> ask(HttpUrl url, HttpResponse<?> refused) {
        int code = refused.statusCode();
        Refusal bare =
                Refusal.of(code, "", refused.headers().firstValue("Retry-After").orElse(null));
        if (code < 400 || code == UNAUTHORIZED || code == TOO_MANY_REQUESTS) {
            return CompletableFuture.completedFuture(bare);
        }
        CompletableFuture<Refusal> answer = new CompletableFuture<>();
        try {
            Request plain = cluster.request("/", java.util.List.of())
                    .newBuilder()
                    .url(url)
                    .build();
            http.newCall(plain).enqueue(new Answer(bare, answer));
        } catch (IOException e) {
            answer.complete(bare);
        }
        return answer;
    }

    private record Answer(Refusal bare, CompletableFuture<Refusal> refusal) implements Callback {
        @Override
        public void onResponse(Call call, Response response) {
            try {
                Refusal second = Cluster.refusal(response);
                boolean same = second.code() == bare.code();
                refusal.complete(same ? new Refusal(bare.code(), second.words(), bare.retryAfter()) : bare);
            } catch (IOException e) {
                refusal.complete(bare);
            }
        }

        @Override
        public void onFailure(Call call, IOException failure) {
            refusal.complete(bare);
        }
    }
}
