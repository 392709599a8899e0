package dev.seep.source.kubernetes.api;

import dev.seep.source.exec.Messages;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Authenticated way to one API server. Every request takes its credentials anew, so that a token which expires in the
 * middle of a run is replaced.
 */
public final class Cluster {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration PING = Duration.ofSeconds(20);
    private static final long LONGEST_REFUSAL = 64 << 10;

    private final ApiClient client;
    private final OkHttpClient http;
    private final OkHttpClient mirror;
    private final ClusterTls tls;
    private final String namespace;

    Cluster(ApiClient client, String namespace, @Nullable String serverName) {
        this.client = client.setUserAgent("seep");
        this.http = client.getHttpClient()
                .newBuilder()
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .pingInterval(PING)
                .build();
        this.mirror = http.newBuilder()
                .addInterceptor(chain -> mirrored(chain.request()))
                .build();
        this.tls = new ClusterTls(client, serverName);
        this.namespace = namespace;
    }

    /** URL of the API server, without a slash at the end. */
    public String server() {
        return client.getBasePath();
    }

    /** The one that is meant when none is named. */
    public String namespace() {
        return namespace;
    }

    /** This end of a new TLS connection to a server, with the keys and the trust that requests have. */
    public SSLEngine tlsEngine(String host, int port) {
        return tls.engine(host, port);
    }

    /** The client of all requests, which tests that the server is alive. */
    public OkHttpClient http() {
        return http;
    }

    /**
     * Asks, and waits for the head of the answer.
     *
     * @return to be closed by the caller
     */
    public Response get(String path, List<Pair> query) throws IOException, RefusedException {
        return answer(http.newCall(request(path, query)));
    }

    /**
     * A question that is not asked yet.
     *
     * @param silence longest silence of the server
     * @param accept the form in which the answer is asked for
     */
    Call call(String path, List<Pair> query, Duration silence, String accept) throws IOException {
        Request request =
                request(path, query).newBuilder().header("Accept", accept).build();
        return http.newBuilder().readTimeout(silence).build().newCall(request);
    }

    /** As {@link #get}. */
    static Response answer(Call call) throws IOException, RefusedException {
        Response response = send(call);
        if (!response.isSuccessful()) {
            throw new RefusedException(refusal(response));
        }
        return response;
    }

    /** Reads the refusal of a response, and closes it. */
    public static Refusal refusal(Response response) throws IOException {
        try (response) {
            String body = response.peekBody(LONGEST_REFUSAL).string();
            return Refusal.of(response.code(), body, response.header("Retry-After"));
        }
    }

    /** A GET with the credentials of now. */
    public Request request(String path, List<Pair> query) throws IOException {
        try {
            return client.buildRequest(
                    null,
                    path,
                    "GET",
                    query,
                    List.of(),
                    null,
                    new HashMap<>(),
                    Map.of(),
                    Map.of(),
                    new String[] {"BearerToken"},
                    null);
        } catch (ApiException e) {
            throw new IOException("a request to " + server() + path + " cannot be made: " + Messages.line(e), e);
        }
    }

    /**
     * The value of the header that says who asks, valid now; empty where a client certificate says it. May run an
     * external program, so it may take seconds.
     */
    public synchronized Optional<String> authorization() throws IOException {
        try (Response response = send(mirror.newCall(request("/", List.of())))) {
            return Optional.ofNullable(response.request().header("Authorization"));
        }
    }

    private static Response send(Call call) throws IOException {
        try {
            return call.execute();
        } catch (RuntimeException e) {
            // How client-java says that the external program of the kubeconfig gave no token.
            throw new IOException("no credentials from the kubeconfig's exec plugin: " + Messages.line(e), e);
        }
    }

    /**
     * client-java renews tokens in an interceptor, so the only way to see one is to send a request that goes nowhere.
     */
    private static Response mirrored(Request request) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(new byte[0], null))
                .build();
    }
}
