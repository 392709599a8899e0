package dev.seep.source.kubernetes.api;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rule that an account would need and does not have.
 *
 * @param namespace where, null for everywhere
 * @param rule with the missing verbs alone
 */
public record MissingRule(@Nullable String namespace, AccessRule rule) {
    /** All of them, in one sentence. */
    public static String words(List<MissingRule> missing) {
        return missing.stream().map(MissingRule::toString).collect(Collectors.joining(" and "));
    }

    /** {@code {apiGroups: [""], resources: ["pods/exec"], verbs: ["get"]} in namespace shop}. */
    @Override
    public String toString() {
        return rule + (namespace == null ? " in all namespaces (a ClusterRole)" : " in namespace " + namespace);
    }
}
