package dev.seep.source.kubernetes.api;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.internal.tls.OkHostnameVerifier;
import org.jspecify.annotations.Nullable;

/** TLS of requests and of web sockets, with the same keys and the same trust. */
final class ClusterTls {
    /**
     * Connections that follow each other can reuse an earlier session. But the JDK hangs the session of the next on
     * that of the one before, so one that stays open for weeks would hold those of all that came after it: the chain is
     * cut by a new context.
     */
    private static final int CHAINED_SESSIONS = 64;

    private final ServerTrust server;
    private final X509TrustManager trust;
    private final KeyManager @Nullable [] keys;
    private @Nullable SSLContext context;
    private int begun;

    /** @param client null if it shows no certificate */
    ClusterTls(ServerTrust server, @Nullable ClientCertificate client) throws IOException, GeneralSecurityException {
        this.server = server;
        this.trust = server.trustManager();
        this.keys = client == null ? null : client.keyManagers();
    }

    private SSLContext newContext() throws GeneralSecurityException {
        SSLContext fresh = SSLContext.getInstance("TLS");
        fresh.init(keys, new TrustManager[] {trust}, null);
        return fresh;
    }

    /** Makes a client of requests speak it. */
    void secure(OkHttpClient.Builder client) throws GeneralSecurityException {
        client.sslSocketFactory(newContext().getSocketFactory(), trust);
        String name = server.name();
        if (!server.verified()) {
            client.hostnameVerifier((host, session) -> true);
        } else if (name != null) {
            client.hostnameVerifier((host, session) -> OkHostnameVerifier.INSTANCE.verify(name, session));
        }
    }

    /** This end of a new connection to a server. */
    SSLEngine engine(String host, int port) {
        SSLEngine engine = current().createSSLEngine(server.name() == null ? host : server.name(), port);
        engine.setUseClientMode(true);
        if (server.verified()) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
        }
        return engine;
    }

    private synchronized SSLContext current() {
        try {
            if (context == null || begun == CHAINED_SESSIONS) {
                context = newContext();
                begun = 0;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS on this machine", e);
        }
        begun++;
        return context;
    }
}
