package dev.seep.sample;

import org.jspecify.annotations.Nullable;

/**
 * Thing that is polled, such as a container.
 *
 * @param namespace of the cluster, or {@code local} for processes of this machine
 * @param name of the pod, the process tree, or the counted scope
 * @param container within the pod, null for everything that is not a container
 * @param workload owner of it and its replicas, such as {@code deployment/web}; its own name where there is none
 */
public record Target(
        Kind kind, String namespace, String name, @Nullable String container, String workload) {
    public enum Kind implements Worded {
        CONTAINER,
        /** Network namespace shared by a pod's containers. */
        POD,
        /** A process tree on this machine. */
        PROCESS,
        /** Objects of the cluster that are counted. */
        SCOPE
    }

    /** How the name and the workload of counted objects begin; no pod can be called so. */
    public static final String SCOPE = "objects:";

    /** Namespace of the processes of this machine. */
    public static final String LOCAL = "local";

    /** @throws IllegalArgumentException if a part is empty or holds a slash or a control character */
    public Target {
        check(namespace);
        check(name);
        if (container != null) {
            check(container);
        }
        if ((kind == Kind.CONTAINER) != (container != null)) {
            throw new IllegalArgumentException(kind + " target with container " + container);
        }
    }

    public static Target container(String namespace, String pod, String container, String workload) {
        return new Target(Kind.CONTAINER, namespace, pod, container, workload);
    }

    public static Target pod(String namespace, String pod, String workload) {
        return new Target(Kind.POD, namespace, pod, null, workload);
    }

    public static Target process(String name) {
        return new Target(Kind.PROCESS, LOCAL, name, null, name);
    }

    /**
     * Counted objects.
     *
     * @param kind plural and lower-case: {@code jobs}
     */
    public static Target scope(String namespace, String kind) {
        return new Target(Kind.SCOPE, namespace, SCOPE + kind, null, SCOPE + kind);
    }

    /**
     * Of which nothing but its {@link #path} is known: a container where there are three parts, a process under {@code
     * local}, else a pod; its own workload.
     *
     * @throws IllegalArgumentException if this is no path
     */
    public static Target ofPath(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length == 3) {
            return container(parts[0], parts[1], parts[2], parts[1]);
        } else if (parts.length == 2) {
            return parts[0].equals(LOCAL) ? process(parts[1]) : pod(parts[0], parts[1], parts[1]);
        }
        throw new IllegalArgumentException("not a target: '" + path + "', expected namespace/pod/container");
    }

    /** The pod that a container target is in. */
    public Target pod() {
        return pod(namespace, name, workload);
    }

    /** {@code namespace/name} or {@code namespace/name/container}: unique in a run. */
    public String path() {
        return container == null ? namespace + "/" + name : namespace + "/" + name + "/" + container;
    }

    /** The name of the series of one of its metrics: unique in a run. */
    public String series(String metric) {
        return path() + " " + metric;
    }

    @Override
    public String toString() {
        return path();
    }

    private static void check(String part) {
        if (part.isEmpty() || part.chars().anyMatch(c -> c == '/' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("not a name: '" + part + "'");
        }
    }
}
