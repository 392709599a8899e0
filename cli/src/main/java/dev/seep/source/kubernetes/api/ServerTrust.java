package dev.seep.source.kubernetes.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * By what a server is known.
 *
 * @param authorities that may vouch for it, as PEM, a char for each byte; null for those that the JDK trusts
 * @param verified whether it has to show that it is the one
 * @param name by which it shows itself, null if that is the one it is called by
 */
record ServerTrust(
        @Nullable String authorities,
        boolean verified,
        @Nullable String name) {
    X509TrustManager trustManager() throws IOException, GeneralSecurityException {
        if (!verified) {
            return new InsecureTrustManager();
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities == null ? null : store(authorities));
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static KeyStore store(String authorities) throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(authorities.getBytes(StandardCharsets.ISO_8859_1)));
        if (certificates.isEmpty()) {
            throw new IOException("the certificate authority has no certificate");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("authority" + store.size(), certificate);
        }
        return store;
    }
}
