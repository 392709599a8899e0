package dev.seep.source.kubernetes.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * Certificate by which a client shows itself, with its key; both as PEM, a char for each byte.
 *
 * @param certificates the client's own, then those that lead to its authority
 */
record ClientCertificate(String certificates, String key) {
    /** Nothing is written anywhere that it would protect. */
    private static final char[] PASSWORD = {};

    KeyManager[] keyManagers() throws IOException, GeneralSecurityException {
        Certificate[] chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(certificates.getBytes(StandardCharsets.ISO_8859_1)))
                .toArray(new Certificate[0]);
        KeyStore store = KeyStore.getInstance("JKS"); // PKCS12 takes its time to encrypt what stays in memory
        store.load(null, PASSWORD);
        store.setKeyEntry("client", PrivateKeys.read(key), PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD);
        return factory.getKeyManagers();
    }
}
