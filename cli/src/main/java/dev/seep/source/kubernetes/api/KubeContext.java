package dev.seep.source.kubernetes.api;

import io.kubernetes.client.util.KubeConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What kubeconfigs say of one context.
 *
 * @param file of the kubeconfigs, the first
 * @param namespace that it names, empty if none
 * @param cluster keys of its cluster, whose paths are absolute
 * @param user keys of its user, likewise; empty if there is none
 */
record KubeContext(Path file, String name, String namespace, Map<String, Object> cluster, Map<String, Object> user) {
    String server() {
        String server = String.valueOf(cluster.get("server"));
        return server.contains("://") ? server : (server.contains(":443") ? "https://" : "http://") + server;
    }

    ServerTrust trust() throws IOException {
        boolean unverified = Boolean.TRUE.equals(cluster.get("insecure-skip-tls-verify"));
        return new ServerTrust(
                content(cluster, "certificate-authority"), !unverified, text(cluster, "tls-server-name"));
    }

    /** Text of the user, null if it is empty or not there. */
    @Nullable
    String ofUser(String key) {
        return text(user, key);
    }

    /** A file of the user that may also stand in the kubeconfig itself; null if there is none. */
    @Nullable
    String fileOfUser(String key) throws IOException {
        return content(user, key);
    }

    /** The same for client-java, which runs the programs that give credentials, and asks the providers. */
    KubeConfig forPlugins() {
        KubeConfig config = new KubeConfig(
                list(Map.of("name", name, "context", Map.of("cluster", name, "user", name))),
                list(Map.of("name", name, "cluster", cluster)),
                list(Map.of("name", name, "user", user)));
        config.setContext(name);
        config.setFile(file.toAbsolutePath().toFile());
        return config;
    }

    private static ArrayList<Object> list(Object only) {
        return new ArrayList<>(List.of(only));
    }

    /** A char for each byte. */
    private static @Nullable String content(Map<String, Object> keys, String key) throws IOException {
        String data = text(keys, key + "-data");
        String path = text(keys, key);
        if (data != null) {
            return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.ISO_8859_1);
        }
        return path == null ? null : Files.readString(Path.of(path), StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String text(Map<String, Object> keys, String key) {
        Object value = keys.get(key);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("'" + key + "' is no text: write it in quotes");
        }
        return value instanceof String text && !text.isEmpty() ? text : null;
    }
}
