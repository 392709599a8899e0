package dev.seep.source.kubernetes.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Connection to a cluster: which one, and as whom.
 *
 * @param kubeconfig the one file to read, null for kubectl's own places: {@code KUBECONFIG}, {@code ~/.kube/config},
 *     then the service account of the pod that this runs in
 * @param context of the kubeconfig, null for its current one
 * @param environment has {@code KUBECONFIG}, {@code HOME} and {@code KUBERNETES_SERVICE_HOST}
 * @param keepAlive interval at which a session shows load balancers on its way that it is alive
 */
public record KubernetesConnection(
        @Nullable Path kubeconfig, @Nullable String context, Map<String, String> environment, Duration keepAlive) {
    /** Below the shortest idle limit seen in the field, which is 30 s. */
    public static final Duration DEFAULT_KEEP_ALIVE = Duration.ofSeconds(25);

    public KubernetesConnection {
        environment = Map.copyOf(environment);
    }

    public KubernetesConnection(@Nullable Path kubeconfig, @Nullable String context, Map<String, String> environment) {
        this(kubeconfig, context, environment, DEFAULT_KEEP_ALIVE);
    }
}
