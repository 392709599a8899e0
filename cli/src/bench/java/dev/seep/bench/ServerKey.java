package dev.seep.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A key of its own for a server on this machine, and the kubeconfig of a client that trusts it. */
final class ServerKey {
    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "server";

    private final KeyStore store;

    private ServerKey(KeyStore store) {
        this.store = store;
    }

    /** Makes a self-signed key with the JDK's keytool. */
    static ServerKey make(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("server.p12");
        Files.deleteIfExists(file);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=simulated-cluster",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
        return madeIn(folder);
    }

    /** The key that was made in this folder, maybe by another process. */
    static ServerKey madeIn(Path folder) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new ServerKey(store);
    }

    /** For clients that trust this server, and no other. */
    SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), (@Nullable SecureRandom) null);
        return context;
    }

    SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, (@Nullable SecureRandom) null);
        return context;
    }

    /** A kubeconfig for this server, of a client with a token. */
    String kubeconfig(int port, String namespace) throws GeneralSecurityException {
        return kubeconfig(port, namespace, "token: simulated-token");
    }

    /** The same of a client with a certificate, which is the server's own: nobody asks for it. */
    String kubeconfigWithCertificate(int port, String namespace) throws GeneralSecurityException {
        byte[] key = store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
        return kubeconfig(
                port,
                namespace,
                "client-certificate-data: " + certificate() + ", client-key-data: " + pem("PRIVATE KEY", key));
    }

    private String kubeconfig(int port, String namespace, String user) throws GeneralSecurityException {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: simulated
                  cluster: {server: "https://127.0.0.1:%d", certificate-authority-data: %s}
                users:
                - name: tester
                  user: {%s}
                contexts:
                - name: simulated
                  context: {cluster: simulated, user: tester, namespace: %s}
                current-context: simulated
                """.formatted(port, certificate(), user, namespace);
    }

    private String certificate() throws GeneralSecurityException {
        return pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
    }

    /** As it stands in a kubeconfig. */
    private static String pem(String what, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        String text = "-----BEGIN " + what + "-----\n" + lines.encodeToString(der) + "\n-----END " + what + "-----\n";
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
