package dev.seep.source.kubernetes.api;

import io.kubernetes.client.openapi.ApiClient;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS of web sockets, with the keys and the trust that client-java has for its requests. */
final class ClusterTls {
    /**
     * Connections that follow each other can reuse an earlier session. But the JDK hangs the session of the next on
     * that of the one before, so one that stays open for weeks would hold those of all that came after it: the chain is
     * cut by a new context.
     */
    private static final int CHAINED_SESSIONS = 64;

    private final ApiClient client;
    private final TrustManager trust;
    private final boolean verified;
    private final @Nullable String serverName;
    private SSLContext context;
    private int begun;

    /** @param serverName by which the server shows itself, null if that is the name it is called by */
    ClusterTls(ApiClient client, @Nullable String serverName) {
        this.client = client;
        this.trust = trust(client);
        this.verified = client.isVerifyingSsl();
        this.serverName = serverName;
        this.context = newContext();
    }

    private SSLContext newContext() {
        try {
            SSLContext fresh = SSLContext.getInstance("TLS");
            fresh.init(client.getKeyManagers(), new TrustManager[] {trust}, null);
            return fresh;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS on this machine", e);
        }
    }

    private static TrustManager trust(ApiClient client) {
        return client.isVerifyingSsl()
                ? Objects.requireNonNull(client.getHttpClient().x509TrustManager())
                : new InsecureTrustManager();
    }

    /** This end of a new connection to a server. */
    SSLEngine engine(String host, int port) {
        SSLEngine engine = current().createSSLEngine(serverName == null ? host : serverName, port);
        engine.setUseClientMode(true);
        if (verified) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
        }
        return engine;
    }

    private synchronized SSLContext current() {
        if (begun == CHAINED_SESSIONS) {
            context = newContext();
            begun = 0;
        }
        begun++;
        return context;
    }
}
