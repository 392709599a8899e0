package dev.seep.source.kubernetes.api;

import org.jspecify.annotations.Nullable;

/**
 * Kind of objects as the server knows it.
 *
 * @param word of the user, for names of metrics
 * @param group empty for the core
 * @param resource plural and lower-case
 */
public record ObjectKind(String word, String group, String version, String resource, boolean namespaced) {
    /** @param namespace null for all of them */
    public String path(@Nullable String namespace) {
        String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        return root + (namespace == null ? "" : "/namespaces/" + namespace) + "/" + resource;
    }

    /** Whether more than its metadata says in which state one is. */
    public boolean hasState() {
        return (group.equals("batch") && resource.equals("jobs")) || isPods();
    }

    public boolean isPods() {
        return group.isEmpty() && resource.equals("pods");
    }

    /** {@code jobs.batch}, as in a rule of RBAC. */
    @Override
    public String toString() {
        return group.isEmpty() ? resource : resource + "." + group;
    }
}
