package dev.seep.source.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedKubeConfigTest {
    private static final String CLUSTER = """
            clusters: [{name: a, cluster: {server: "https://first", certificate-authority: ca/ca.crt}}]
            """;
    private static final String REST = """
            current-context: c
            contexts: [{name: c, context: {cluster: a, user: u, namespace: shop}}]
            clusters: [{name: a, cluster: {server: "https://second"}}]
            users: [{name: u, user: {client-certificate: /abs/c.crt, client-key: c.key, tokenFile: "",
                                     exec: {command: ./bin/login, args: [x]}}}]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theFirstFileThatNamesSomethingWins() throws Exception {
        KubeContext config = merged(file("one", CLUSTER), file("two", REST)).inContext(null);

        assertThat(config.server()).isEqualTo("https://first");
        assertThat(config.namespace()).isEqualTo("shop");
        assertThat(merged(file("two", REST), file("one", CLUSTER))
                        .inContext("c")
                        .server())
                .isEqualTo("https://second");
    }

    @Test
    void pathsAreRelativeToTheFileThatTheyStandIn() throws Exception {
        Path one = file("deep/one", CLUSTER);
        KubeContext config = merged(one, file("two", REST)).inContext("c");

        assertThat(config.cluster().get("certificate-authority"))
                .isEqualTo(folder.resolve("deep/ca/ca.crt").toString());
        assertThat(config.ofUser("client-certificate")).isEqualTo("/abs/c.crt");
        assertThat(config.ofUser("client-key"))
                .isEqualTo(folder.resolve("c.key").toString());
    }

    @Test
    void aProgramWithAPathIsRelativeToItsFileAndOneWithoutIsLookedUp() throws Exception {
        assertThat(command("./bin/login"))
                .isEqualTo(folder.resolve("./bin/login").toString());
        assertThat(command("aws")).isEqualTo("aws");
    }

    private String command(String written) throws Exception {
        KubeContext config =
                merged(file("two", REST.replace("./bin/login", written))).inContext("c");
        Map<?, ?> exec = (Map<?, ?>) Objects.requireNonNull(config.user().get("exec"));
        return String.valueOf(exec.get("command"));
    }

    @Test
    void entriesWithoutANameOrABodyArePassedOver() throws Exception {
        KubeContext config = merged(file("odd", """
                        contexts: [{name: c}, {context: {cluster: b}}]
                        clusters: nothing
                        """), file("two", REST)).inContext("c");

        assertThat(config.server()).isEqualTo("https://second");
    }

    @Test
    void anEmptyFileIsOneThatSaysNothing() throws Exception {
        assertThat(merged(file("empty", ""), file("two", REST)).inContext(null).name())
                .isEqualTo("c");
    }

    @Test
    void aContextWhoseClusterIsNowhereIsAnError() throws Exception {
        MergedKubeConfig merged = merged(file("two", REST.replace("cluster: a,", "cluster: b,")));

        assertThatThrownBy(() -> merged.inContext("c"))
                .isInstanceOf(SourceException.class)
                .hasMessage("context 'c' in " + folder.resolve("two") + " names no cluster with a server");
    }

    @Test
    void allFilesAreNamedWhereNoneHasAContext() throws Exception {
        MergedKubeConfig merged = merged(file("one", CLUSTER), file("empty", ""));

        assertThatThrownBy(() -> merged.inContext(null))
                .hasMessage("no current context in " + folder.resolve("one") + ", " + folder.resolve("empty")
                        + "; choose one with --context, none is known");
    }

    private static MergedKubeConfig merged(Path... files) throws SourceException {
        return MergedKubeConfig.read(List.copyOf(Arrays.asList(files)));
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
