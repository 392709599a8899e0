package dev.seep.source.kubernetes.api;

import dev.seep.source.SourceException;
import dev.seep.source.exec.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;

/**
 * Service account of the pod that this runs in.
 *
 * @param folder with {@code token}, {@code ca.crt} and {@code namespace}; the token is read again every minute
 */
record InClusterAccount(Path folder, Map<String, String> environment) {
    static final Path FOLDER = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(1);

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

    Cluster cluster() throws SourceException {
        Path token = folder.resolve("token");
        try {
            return new Cluster(
                    server(),
                    namespace(),
                    Credentials.of(new BearerToken(() -> Files.readString(token), TOKEN_LIFETIME)),
                    new ServerTrust(
                            Files.readString(folder.resolve("ca.crt"), StandardCharsets.ISO_8859_1), true, null));
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    private String server() {
        String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        return "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private SourceException unreadable(Exception failure) {
        return new SourceException(
                "service account in " + folder + " cannot be read: " + Messages.line(failure), failure);
    }
}
