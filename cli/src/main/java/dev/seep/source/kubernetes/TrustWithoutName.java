package dev.seep.source.kubernetes;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.internal.tls.OkHostnameVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Trusts a server by another name than the one it was called by ({@code tls-server-name}), or by none
 * ({@code insecure-skip-tls-verify}). It is an extended trust manager because the JDK adds its own check of the host
 * name to any other kind.
 */
final class TrustWithoutName extends X509ExtendedTrustManager {
    private final @Nullable X509TrustManager authorities;
    private final @Nullable String name;

    /** Null for both trusts anybody. */
    TrustWithoutName(@Nullable X509TrustManager authorities, @Nullable String name) {
        this.authorities = authorities;
        this.name = name;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (authorities != null) {
            authorities.checkServerTrusted(chain, type);
        }
        if (name != null && !OkHostnameVerifier.INSTANCE.verify(name, chain[0])) {
            throw new CertificateException("the certificate is not for " + name);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("nobody connects to us");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
