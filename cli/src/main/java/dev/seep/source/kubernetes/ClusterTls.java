package dev.seep.source.kubernetes;

import io.kubernetes.client.openapi.ApiClient;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** The same keys and the same trust for the JDK's web sockets as client-java has for its requests. */
final class ClusterTls {
    private ClusterTls() {}

    static SSLContext context(ApiClient client, @Nullable String serverName) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(client.getKeyManagers(), new TrustManager[] {trust(client, serverName)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS on this machine", e);
        }
    }

    private static TrustManager trust(ApiClient client, @Nullable String serverName) {
        if (!client.isVerifyingSsl()) {
            return new TrustWithoutName(null, null);
        }
        TrustManager trust = Objects.requireNonNull(client.getHttpClient().x509TrustManager());
        return serverName == null ? trust : new TrustWithoutName((javax.net.ssl.X509TrustManager) trust, serverName);
    }
}
