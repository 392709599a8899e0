package dev.seep.source.kubernetes.pods;

import dev.seep.source.kubernetes.api.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scope of one list or watch of pods.
 *
 * @param namespace null for all of them
 */
public record PodScope(
        @Nullable String namespace,
        @Nullable String labels,
        @Nullable String fields) {
    /** One for each namespace of the selection, or one for all of them. */
    public static List<PodScope> of(KubernetesSelection selection, String defaultNamespace) {
        if (selection.allNamespaces()) {
            return List.of(new PodScope(null, selection.labels(), selection.fields()));
        }
        List<String> namespaces = selection.namespaces().isEmpty() ? List.of(defaultNamespace) : selection.namespaces();
        return namespaces.stream()
                .distinct()
                .map(namespace -> new PodScope(namespace, selection.labels(), selection.fields()))
                .toList();
    }

    /** Those that these are in, null for all. */
    public static List<@Nullable String> namespaces(List<PodScope> scopes) {
        List<@Nullable String> namespaces = new ArrayList<>();
        scopes.forEach(scope -> namespaces.add(scope.namespace()));
        return namespaces;
    }

    String path() {
        return namespace == null ? "/api/v1/pods" : "/api/v1/namespaces/" + namespace + "/pods";
    }

    List<Parameter> selectors() {
        List<Parameter> query = new ArrayList<>();
        if (labels != null) {
            query.add(new Parameter("labelSelector", labels));
        }
        if (fields != null) {
            query.add(new Parameter("fieldSelector", fields));
        }
        return query;
    }

    boolean covers(PodRecord pod) {
        return covers(pod.namespace());
    }

    /** Whether this namespace is in it. */
    public boolean covers(String other) {
        return namespace == null || namespace.equals(other);
    }

    /** {@code pods in namespace shop}. */
    @Override
    public String toString() {
        return namespace == null ? "pods in all namespaces" : "pods in namespace " + namespace;
    }
}
