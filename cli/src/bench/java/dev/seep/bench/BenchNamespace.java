package dev.seep.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A namespace of its own on the cluster of {@code KUBECONFIG}, driven with kubectl. Closing deletes it. */
final class BenchNamespace implements AutoCloseable {
    private final String name;
    private final String image;
    private final String pull;
    private final Thread hook = new Thread(this::delete, "delete-namespace");

    BenchNamespace(String name, String image, String pull) throws IOException, InterruptedException {
        this.name = name;
        this.image = image;
        this.pull = pull;
        kubectl("", "delete", "namespace", name, "--ignore-not-found", "--wait=true");
        kubectl("", "create", "namespace", name);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    String name() {
        return name;
    }

    /** Starts a pod whose containers run these scripts; the first one is called {@code app}. */
    void start(String pod, String kind, String... scripts) throws IOException, InterruptedException {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, labels: {bench: %s}}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                """.formatted(pod, kind));
        for (int i = 0; i < scripts.length; i++) {
            yaml.append("  - {name: %s, image: '%s', imagePullPolicy: %s, command: [sh, -c, '%s']}\n"
                    .formatted(i == 0 ? "app" : "beside" + i, image, pull, scripts[i].replace("'", "''")));
        }
        kubectl(yaml.toString(), "apply", "-n", name, "-f", "-");
    }

    void awaitReady() throws IOException, InterruptedException {
        kubectl("", "wait", "-n", name, "pod", "--all", "--for=condition=Ready", "--timeout=180s");
    }

    /** Runs a script in the container {@code app} of a pod, as a person would. */
    String byHand(String pod, String script) throws IOException, InterruptedException {
        return kubectl("", "exec", "-n", name, pod, "-c", "app", "--", "sh", "-c", script);
    }

    private static String kubectl(String input, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        delete();
    }

    /** Also when somebody presses Ctrl-C. */
    private void delete() {
        try {
            kubectl("", "delete", "namespace", name, "--wait=false", "--ignore-not-found");
        } catch (IOException | InterruptedException e) {
            System.err.println("namespace " + name + " is left behind: " + e.getMessage());
        }
    }
}
