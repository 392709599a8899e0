package dev.seep.source.kubernetes.api;

import org.jspecify.annotations.Nullable;

/**
 * A rule that an account would need and does not have.
 *
 * @param namespace where, null for everywhere
 * @param rule with the missing verbs alone
 */
public record MissingRule(@Nullable String namespace, AccessRule rule) {
    /** {@code {apiGroups: [""], resources: ["pods/exec"], verbs: ["get"]} in namespace shop}. */
    @Override
    public String toString() {
        return rule + (namespace == null ? " in all namespaces (a ClusterRole)" : " in namespace " + namespace);
    }
}
