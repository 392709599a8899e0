package dev.seep.source.kubernetes.api;

import dev.seep.source.SourceException;
import dev.seep.source.exec.Messages;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.credentials.TokenFileAuthentication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Service account of the pod that this runs in.
 *
 * @param folder with {@code token}, {@code ca.crt} and {@code namespace}; the token is read again every minute
 */
record InClusterAccount(Path folder, Map<String, String> environment) {
    static final Path FOLDER = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    boolean exists() {
        return environment.containsKey("KUBERNETES_SERVICE_HOST") && Files.isReadable(folder.resolve("token"));
    }

    String namespace() throws SourceException {
        try {
            return Files.readString(folder.resolve("namespace")).strip();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    ApiClient client() throws SourceException {
        try {
            return new ClientBuilder()
                    .setBasePath(server())
                    .setCertificateAuthority(Files.readAllBytes(folder.resolve("ca.crt")))
                    .setAuthentication(
                            new TokenFileAuthentication(folder.resolve("token").toString()))
                    .build();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private String server() {
        String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        return "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private SourceException unreadable(IOException failure) {
        return new SourceException(
                "service account in " + folder + " cannot be read: " + Messages.line(failure), failure);
    }
}
