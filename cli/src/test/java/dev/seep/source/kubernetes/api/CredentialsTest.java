package dev.seep.source.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.source.SourceException;
import dev.seep.testing.TestCertificate;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import okhttp3.Response;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void tokenOfAnExecPluginIsTakenAndThePluginRunOnce() throws Exception {
        Path plugin = plugin("\"token\":\"fresh\"");
        Cluster cluster = cluster("exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plugin}");
        assertThat(cluster.authorization()).contains("Bearer fresh");
        assertThat(cluster.request("/version", List.of()).header("Authorization"))
                .isEqualTo("Bearer fresh");
        assertThat(Files.readString(plugin.resolveSibling("runs"))).isEqualTo("run\n");
    }

    @Test
    void certificateOfAnExecPluginIsTaken() throws Exception {
        TestCertificate client = TestCertificate.forName("client");
        plugin("\"clientCertificateData\":\"" + client.pem().replace("\n", "\\n") + "\",\"clientKeyData\":\""
                + key(client).replace("\n", "\\n") + "\"");
        assertThat(seenBy(client, "exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plugin}"))
                .isEqualTo("CN=fake");
    }

    @Test
    void aPluginThatGivesNothingLeavesTheTokenBesideIt() throws Exception {
        plugin("");
        assertThat(cluster("token: beside, exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plugin}")
                        .authorization())
                .contains("Bearer beside");
        assertThat(cluster("exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plugin}")
                        .authorization())
                .isEmpty();
    }

    @Test
    void tokensAndPasswordsAreHeaders() throws Exception {
        Files.writeString(folder.resolve("mounted"), "of-a-file\n");
        assertThat(cluster("token: secret").authorization()).contains("Bearer secret");
        assertThat(cluster("tokenFile: mounted").authorization()).contains("Bearer of-a-file");
        assertThat(cluster("tokenFile: mounted, token: secret").authorization()).contains("Bearer secret");
        assertThat(cluster("username: me, password: pw, token: secret").authorization())
                .contains("Basic " + Base64.getEncoder().encodeToString("me:pw".getBytes(StandardCharsets.US_ASCII)));
        assertThat(cluster("username: me").authorization()).isEmpty();
        assertThat(cluster("").authorization()).isEmpty();
    }

    @Test
    void aProviderIsAskedForItsToken() throws Exception {
        assertThat(cluster(
                                "auth-provider: {name: gcp, config: {access-token: cloud, expiry: \"2999-01-01T00:00:00Z\"}}")
                        .authorization())
                .contains("Bearer cloud");
    }

    @Test
    void certificateIsShownToTheServer() throws Exception {
        TestCertificate client = TestCertificate.forName("client");
        Files.writeString(folder.resolve("c.crt"), client.pem());
        Files.writeString(folder.resolve("c.key"), key(client));
        assertThat(seenBy(client, "client-certificate: c.crt, client-key: c.key"))
                .isEqualTo("CN=fake");
        assertThat(seenBy(
                        client,
                        "client-certificate-data: " + base64(client.pem()) + ", client-key-data: " + base64(key(client))
                                + ", token: other"))
                .isEqualTo("CN=fake");
    }

    @Test
    void aKeyThatCannotBeReadIsAnErrorThatNamesTheContext() throws Exception {
        TestCertificate client = TestCertificate.forName("client");
        assertThatThrownBy(() -> cluster(
                        "client-certificate-data: " + base64(client.pem()) + ", client-key-data: " + base64("no key")))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("credentials of context 'c' cannot be used: ");
        assertThatThrownBy(() -> cluster("client-certificate: absent, client-key: absent"))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("credentials of context 'c' cannot be used: ");
    }

    private Path plugin(String status) throws IOException {
        Files.writeString(
                folder.resolve("answer"),
                "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{" + status
                        + "}}");
        Path plugin = Files.writeString(folder.resolve("plugin"), """
                #!/bin/sh
                cd "$(dirname "$0")" && echo run >>runs && cat answer
                """);
        assertThat(plugin.toFile().setExecutable(true)).isTrue();
        return plugin;
    }

    private Cluster cluster(String user) throws Exception {
        return cluster("http://127.0.0.1:1", user);
    }

    private Cluster cluster(String server, String user) throws Exception {
        Path config = Files.writeString(folder.resolve("config"), """
                current-context: c
                contexts: [{name: c, context: {cluster: a, user: u}}]
                clusters: [{name: a, cluster: {server: "%s", insecure-skip-tls-verify: true}}]
                users: [{name: u, user: {%s}}]
                """.formatted(server, user));
        return ClusterDirectory.find(new KubernetesConnection(config, null, Map.of()));
    }

    /** Name of the client as a server sees it that trusts this certificate alone. */
    private String seenBy(TestCertificate client, String user) throws Exception {
        TestCertificate own = TestCertificate.forAddress("127.0.0.1");
        try (SSLServerSocket server = (SSLServerSocket) context(own, client)
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setNeedClientAuth(true);
            CompletableFuture<String> seen = CompletableFuture.supplyAsync(() -> answer(server));
            Cluster cluster = cluster("https://127.0.0.1:" + server.getLocalPort(), user);
            try (Response response = cluster.get("/version", List.of())) {
                assertThat(response.code()).isEqualTo(200);
            }
            return seen.join();
        }
    }

    private static String answer(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.startHandshake();
            String name = socket.getSession().getPeerPrincipal().getName();
            assertThat(socket.getInputStream().read()).isEqualTo('G');
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                            .getBytes(StandardCharsets.US_ASCII));
            return name;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(TestCertificate own, TestCertificate trusted) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, PASSWORD);
        keys.setKeyEntry("server", own.keys().getPrivate(), PASSWORD, new Certificate[] {own.certificate()});
        keys.setCertificateEntry("client", trusted.certificate());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static String key(TestCertificate certificate) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(certificate.keys().getPrivate(), null));
        }
        return text.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
