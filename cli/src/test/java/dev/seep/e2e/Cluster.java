package dev.seep.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A namespace of its own on the cluster of {@code KUBECONFIG}, driven with kubectl as a tester would.
 *
 * <p>Images: {@code SEEP_E2E_IMAGE} needs busybox, {@code SEEP_E2E_ONLYSH} has a shell and no other program,
 * {@code SEEP_E2E_SHELLLESS} must have no shell, {@code SEEP_E2E_HOST_IMAGE} runs programs of the node's /usr,
 * {@code SEEP_E2E_PULL} is their pull policy.
 */
final class Cluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String namespace;

    Cluster(String namespace) throws IOException, InterruptedException {
        this.namespace = namespace;
        kubectl("delete", "namespace", namespace, "--ignore-not-found", "--wait=true");
        kubectl("create", "namespace", namespace);
    }

    String namespace() {
        return namespace;
    }

    /** One with busybox. */
    static String image() {
        return environment("SEEP_E2E_IMAGE", "docker.io/local/busybox:1");
    }

    /** Starts the pods of a resource file and waits until they run. */
    void apply(String resource, String selector) throws IOException, InterruptedException {
        create(resource, selector);
        kubectl(
                "wait",
                "-n",
                namespace,
                "pod",
                "-l",
                selector,
                "--for=condition=Ready",
                "--timeout=" + PATIENCE.toSeconds() + "s");
    }

    /** Starts the pods of a resource file. */
    void create(String resource, String selector) throws IOException, InterruptedException {
        Path file = Files.createTempFile("pods", ".yaml");
        try (InputStream in = Cluster.class.getResourceAsStream(resource)) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("IMAGE", image())
                    .replace("ONLYSH", environment("SEEP_E2E_ONLYSH", "docker.io/local/dash:1"))
                    .replace("SHELLLESS", environment("SEEP_E2E_SHELLLESS", "docker.io/local/static:1"))
                    .replace("HOST", environment("SEEP_E2E_HOST_IMAGE", "docker.io/local/host:1"))
                    .replace("PULL", environment("SEEP_E2E_PULL", "Never"));
            Files.writeString(file, yaml);
        }
        kubectl("apply", "-n", namespace, "-f", file.toString(), "-l", selector);
        Files.delete(file);
    }

    /** Runs kubectl and returns what it printed. */
    String kubectl(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + out);
        }
        return out;
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kubectl("delete", "namespace", namespace, "--wait=false");
    }
}
