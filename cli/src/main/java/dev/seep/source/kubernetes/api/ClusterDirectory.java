package dev.seep.source.kubernetes.api;

import dev.seep.source.SourceException;
import dev.seep.source.exec.Messages;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Finder of the cluster that is meant: that of the kubeconfig, else the one this runs in. */
public final class ClusterDirectory {
    private ClusterDirectory() {}

    /** @throws SourceException if no kubeconfig, context, or usable credentials are found */
    public static Cluster find(KubernetesConnection connection) throws SourceException {
        Optional<KubeContext> context = KubeConfigFiles.load(connection);
        if (context.isPresent()) {
            return of(context.get());
        }
        InClusterAccount account = new InClusterAccount(InClusterAccount.FOLDER, connection.environment());
        if (!account.exists()) {
            throw new SourceException("no cluster: neither KUBECONFIG nor ~/.kube/config names a readable file, "
                    + "and this is not a pod; choose one with --kubeconfig");
        }
        return account.cluster();
    }

    private static Cluster of(KubeContext context) throws SourceException {
        String namespace = context.namespace().isEmpty() ? "default" : context.namespace();
        try {
            return new Cluster(context.server(), namespace, Credentials.of(context), context.trust());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new SourceException(
                    "credentials of context '" + context.name() + "' cannot be used: " + Messages.line(e), e);
        }
    }
}
