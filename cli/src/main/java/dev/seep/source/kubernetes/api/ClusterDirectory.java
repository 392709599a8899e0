package dev.seep.source.kubernetes.api;

import dev.seep.source.SourceException;
import dev.seep.source.exec.Messages;
import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.KubeConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Finder of the cluster that is meant: that of the kubeconfig, else the one this runs in. */
public final class ClusterDirectory {
    /** Well below the 15 minutes for which the shortest-lived tokens of the big providers are valid. */
    private static final Duration TOKEN_REFRESH = Duration.ofMinutes(2);

    private ClusterDirectory() {}

    /** @throws SourceException if no kubeconfig, context, or usable credentials are found */
    public static Cluster find(KubernetesConnection connection) throws SourceException {
        Optional<KubeConfig> config = KubeConfigFiles.load(connection);
        if (config.isPresent()) {
            return ofKubeConfig(config.get());
        }
        InClusterAccount account = new InClusterAccount(InClusterAccount.FOLDER, connection.environment());
        if (!account.exists()) {
            throw new SourceException("no cluster: neither KUBECONFIG nor ~/.kube/config names a readable file, "
                    + "and this is not a pod; choose one with --kubeconfig");
        }
        return new Cluster(account.client(), account.namespace(), null);
    }

    private static Cluster ofKubeConfig(KubeConfig config) throws SourceException {
        String namespace = config.getNamespace();
        try {
            return new Cluster(
                    ClientBuilder.kubeconfig(config, TOKEN_REFRESH).build(),
                    namespace == null || namespace.isEmpty() ? "default" : namespace,
                    config.getTlsServerName());
        } catch (IOException | RuntimeException e) {
            throw new SourceException(
                    "credentials of context '" + config.getCurrentContext() + "' cannot be used: " + Messages.line(e),
                    e);
        }
    }
}
