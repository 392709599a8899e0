package dev.seep.source.kubernetes.api;

import dev.seep.source.SourceException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kubeconfig files that kubectl would use, made into one. */
final class KubeConfigFiles {
    private KubeConfigFiles() {}

    /** Empty if there is no kubeconfig at all, which is the normal case inside a pod. */
    static Optional<KubeContext> load(KubernetesConnection connection) throws SourceException {
        List<Path> files = existing(connection);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        MergedKubeConfig merged = MergedKubeConfig.read(files);
        return Optional.of(merged.inContext(connection.context()));
    }

    private static List<Path> existing(KubernetesConnection connection) throws SourceException {
        Path chosen = connection.kubeconfig();
        if (chosen != null) {
            if (!Files.isReadable(chosen)) {
                throw new SourceException("kubeconfig " + chosen + " cannot be read; check --kubeconfig");
            }
            return List.of(chosen);
        }
        return candidates(connection.environment()).stream()
                .filter(Files::isReadable)
                .toList();
    }

    private static List<Path> candidates(Map<String, String> environment) {
        String variable = environment.getOrDefault("KUBECONFIG", "");
        List<Path> candidates = new ArrayList<>();
        for (String name : variable.split(File.pathSeparator, -1)) {
            if (!name.isBlank()) {
                candidates.add(Path.of(name));
            }
        }
        String home = environment.get("HOME");
        if (candidates.isEmpty() && home != null) {
            candidates.add(Path.of(home, ".kube", "config"));
        }
        return candidates;
    }
}
