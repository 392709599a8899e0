package dev.seep.source.kubernetes;

import io.kubernetes.client.openapi.ApiClient;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** The same keys and the same trust for web sockets as client-java has for its requests. */
final class ClusterTls {
    /** Connections that follow each other can use what an earlier one agreed on; more would only fill memory. */
    private static final int REMEMBERED_SESSIONS = 64;

    private final SSLContext context;
    private final boolean verified;
    private final @Nullable String serverName;

    /** @param serverName by which the server shows itself, null if that is the name it is called by */
    ClusterTls(ApiClient client, @Nullable String serverName) {
        this.verified = client.isVerifyingSsl();
        this.serverName = serverName;
        try {
            context = SSLContext.getInstance("TLS");
            context.init(client.getKeyManagers(), new TrustManager[] {trust(client)}, null);
            context.getClientSessionContext().setSessionCacheSize(REMEMBERED_SESSIONS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS on this machine", e);
        }
    }

    private static TrustManager trust(ApiClient client) {
        return client.isVerifyingSsl()
                ? Objects.requireNonNull(client.getHttpClient().x509TrustManager())
                : new TrustAnybody();
    }

    /** This end of a new connection to a server. */
    SSLEngine engine(String host, int port) {
        SSLEngine engine = context.createSSLEngine(serverName == null ? host : serverName, port);
        engine.setUseClientMode(true);
        if (verified) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
        }
        return engine;
    }
}
