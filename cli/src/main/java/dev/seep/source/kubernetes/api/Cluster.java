package dev.seep.source.kubernetes.api;

import dev.seep.source.exec.Messages;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Authenticated way to one API server. Every request takes its credentials anew, so that a token which expires in the
 * middle of a run is replaced.
 */
public final class Cluster {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration PING = Duration.ofSeconds(20);
    private static final long LONGEST_REFUSAL = 64 << 10;

    private final String server;
    private final String namespace;
    private final Credentials.Header header;
    private final ClusterTls tls;
    private final OkHttpClient http;

    /** @param server its URL */
    Cluster(String server, String namespace, Credentials credentials, ServerTrust trust)
            throws IOException, GeneralSecurityException {
        this.server = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        this.namespace = namespace;
        this.header = credentials.header();
        this.tls = new ClusterTls(trust, credentials.certificate());
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .pingInterval(PING);
        tls.secure(client);
        this.http = client.build();
    }

    /** URL of the API server, without a slash at the end. */
    public String server() {
        return server;
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
    public Response get(String path, List<Parameter> query) throws IOException, RefusedException {
        return answer(http.newCall(request(path, query)));
    }

    /**
     * A question that is not asked yet.
     *
     * @param silence longest silence of the server
     * @param accept the form in which the answer is asked for
     */
    Call call(String path, List<Parameter> query, Duration silence, String accept) throws IOException {
        Request request =
                request(path, query).newBuilder().header("Accept", accept).build();
        return http.newBuilder().readTimeout(silence).build().newCall(request);
    }

    /** As {@link #get}. */
    static Response answer(Call call) throws IOException, RefusedException {
        Response response = call.execute();
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
    public Request request(String path, List<Parameter> query) throws IOException {
        Request.Builder request = new Request.Builder().url(url(path, query)).header("User-Agent", "seep");
        authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private HttpUrl url(String path, List<Parameter> query) throws IOException {
        try {
            HttpUrl.Builder url = HttpUrl.get(server + path).newBuilder();
            query.forEach(one -> url.addQueryParameter(one.name(), one.value()));
            return url.build();
        } catch (IllegalArgumentException e) {
            throw new IOException("a request to " + server + path + " cannot be made: " + Messages.line(e), e);
        }
    }

    /**
     * The value of the header that says who asks, valid now; empty where a client certificate says it. May run an
     * external program, so it may take seconds.
     */
    public Optional<String> authorization() throws IOException {
        return header.value();
    }
}
