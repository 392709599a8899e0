package dev.seep.source.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * A kind of objects as the server knows it.
 *
 * @param word what the user calls it, for names of metrics
 * @param group empty for the core
 * @param resource plural and lower-case
 */
record ObjectKind(String word, String group, String version, String resource, boolean namespaced) {
    /** @param namespace null for all of them */
    String path(@Nullable String namespace) {
        String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        return root + (namespace == null ? "" : "/namespaces/" + namespace) + "/" + resource;
    }

    /** Whether more than its metadata says in which state one is. */
    boolean hasState() {
        return (group.equals("batch") && resource.equals("jobs")) || isPods();
    }

    boolean isPods() {
        return group.isEmpty() && resource.equals("pods");
    }

    /** {@code jobs.batch}, as in a rule of RBAC. */
    @Override
    public String toString() {
        return group.isEmpty() ? resource : resource + "." + group;
    }
}
