package dev.seep.source.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.source.SourceException;
import dev.seep.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeConfigFilesTest {
    private static final String ONE = """
            current-context: one
            contexts:
            - {name: one, context: {cluster: a, user: u, namespace: shop}}
            clusters:
            - {name: a, cluster: {server: "https://first", certificate-authority: ca.crt}}
            """;
    private static final String TWO = """
            current-context: two
            contexts:
            - {name: two, context: {cluster: b, user: u}}
            - {name: one, context: {cluster: b, user: u}}
            clusters:
            - {name: a, cluster: {server: "https://shadowed"}}
            - {name: b, cluster: {server: "https://second"}}
            users:
            - {name: u, user: {token: secret}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void firstFileThatSaysSomethingWins() throws Exception {
        KubeContext config = load(folder + "/absent:" + file("one", ONE) + "::" + file("two", TWO), null);
        assertThat(config.name()).isEqualTo("one");
        assertThat(config.server()).isEqualTo("https://first");
        assertThat(config.namespace()).isEqualTo("shop");
        assertThat(Credentials.of(config).header().value()).contains("Bearer secret");
    }

    @Test
    void contextOfAnyFileCanBeChosen() throws Exception {
        KubeContext config = load(file("one", ONE) + ":" + file("two", TWO), "two");
        assertThat(config.server()).isEqualTo("https://second");
    }

    @Test
    void pathsAreRelativeToTheirOwnFile() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        KubeContext config = load(file("two", TWO) + ":" + Files.writeString(other.resolve("one"), ONE), "one");
        assertThat(config.cluster().get("certificate-authority")).isNull();
        config = load(other.resolve("one").toString(), "one");
        assertThat(config.cluster().get("certificate-authority"))
                .isEqualTo(other.resolve("ca.crt").toString());
    }

    @Test
    void homeIsLookedAtWhereTheVariableIsEmpty() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve(".kube")).resolve("config"), TWO);
        Map<String, String> environment = Map.of("HOME", folder.toString(), "KUBECONFIG", "");
        KubeContext config = KubeConfigFiles.load(new KubernetesConnection(null, null, environment))
                .orElseThrow();
        assertThat(config.name()).isEqualTo("two");
    }

    @Test
    void unknownContextIsAnErrorThatNamesTheKnownOnes() {
        assertThatThrownBy(() -> load(file("two", TWO), "three"))
                .isInstanceOf(SourceException.class)
                .hasMessage("context 'three' does not exist in " + folder.resolve("two") + "; known are two, one");
    }

    @Test
    void missingCurrentContextIsAnError() {
        assertThatThrownBy(() -> load(file("two", TWO.replace("current-context: two", "")), null))
                .isInstanceOf(SourceException.class)
                .hasMessage("no current context in " + folder.resolve("two")
                        + "; choose one with --context, known are two, one");
    }

    @Test
    void brokenFileIsNamed() {
        assertThatThrownBy(() -> load(file("one", "contexts: [}"), null))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("kubeconfig " + folder.resolve("one") + " cannot be read: ");
        assertThatThrownBy(() -> load(file("one", "just words"), null)).isInstanceOf(SourceException.class);
    }

    @Test
    void chosenFileThatIsMissingIsAnError() {
        KubernetesConnection connection = new KubernetesConnection(folder.resolve("none"), null, Map.of());
        assertThatThrownBy(() -> ClusterDirectory.find(connection))
                .isInstanceOf(SourceException.class)
                .hasMessage("kubeconfig " + folder.resolve("none") + " cannot be read; check --kubeconfig");
    }

    @Test
    void noKubeconfigOutsideAPodIsAnError() {
        assertThatThrownBy(() -> ClusterDirectory.find(new KubernetesConnection(null, null, Map.of())))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("no cluster: neither KUBECONFIG nor ~/.kube/config");
    }

    @Test
    void serviceAccountOfAPodIsUsedAndItsTokenReadAnew() throws Exception {
        file("token", "mounted\n");
        file("namespace", "shop\n");
        file("ca.crt", TestCertificate.forAddress("127.0.0.1").pem());
        InClusterAccount account = new InClusterAccount(
                folder, Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443"));
        assertThat(account.exists()).isTrue();
        assertThat(account.namespace()).isEqualTo("shop");
        Cluster cluster = account.cluster();
        assertThat(cluster.server()).isEqualTo("https://[fd00::1]:6443");
        assertThat(cluster.authorization()).contains("Bearer mounted");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static KubeContext load(Object files, @Nullable String context) throws SourceException {
        Map<String, String> environment = Map.of("KUBECONFIG", files.toString());
        return KubeConfigFiles.load(new KubernetesConnection(null, context, environment))
                .orElseThrow();
    }
}
