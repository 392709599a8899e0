package dev.seep.source.kubernetes;

import io.kubernetes.client.openapi.Pair;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pods that one list or watch is about.
 *
 * @param namespace null for all of them
 */
record PodScope(
        @Nullable String namespace,
        @Nullable String labels,
        @Nullable String fields) {
    static List<PodScope> of(KubernetesSelection selection, String defaultNamespace) {
        if (selection.allNamespaces()) {
            return List.of(new PodScope(null, selection.labels(), selection.fields()));
        }
        List<String> namespaces = selection.namespaces().isEmpty() ? List.of(defaultNamespace) : selection.namespaces();
        return namespaces.stream()
                .distinct()
                .map(namespace -> new PodScope(namespace, selection.labels(), selection.fields()))
                .toList();
    }

    String path() {
        return namespace == null ? "/api/v1/pods" : "/api/v1/namespaces/" + namespace + "/pods";
    }

    List<Pair> selectors() {
        List<Pair> query = new ArrayList<>();
        if (labels != null) {
            query.add(new Pair("labelSelector", labels));
        }
        if (fields != null) {
            query.add(new Pair("fieldSelector", fields));
        }
        return query;
    }

    boolean covers(PodRecord pod) {
        return covers(pod.namespace());
    }

    boolean covers(String other) {
        return namespace == null || namespace.equals(other);
    }

    /** {@code pods in namespace shop}. */
    @Override
    public String toString() {
        return namespace == null ? "pods in all namespaces" : "pods in namespace " + namespace;
    }
}
