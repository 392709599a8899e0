package dev.seep.manifest;

import dev.seep.source.kubernetes.api.AccessRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * RBAC objects that grant the given rules, and no more.
 *
 * @param name of the objects
 * @param namespaces of the rules; none means everywhere
 */
public record RbacObjects(String name, List<String> namespaces, List<AccessRule> rules) {
    public RbacObjects {
        namespaces = List.copyOf(namespaces);
        rules = List.copyOf(rules);
    }

    /** A role and its binding to the service account of that name and namespace, for each of the namespaces. */
    List<Map<String, Object>> forAccount(String account, String namespace) {
        return boundTo(Map.of("kind", "ServiceAccount", "name", account, "namespace", namespace));
    }

    /** The same, bound to a user as the cluster names it; service accounts have names too. */
    public List<Map<String, Object>> forUser(String user) {
        return boundTo(Map.of("apiGroup", "rbac.authorization.k8s.io", "kind", "User", "name", user));
    }

    private List<Map<String, Object>> boundTo(Map<String, String> subject) {
        Stream<@Nullable String> everywhere = Arrays.stream(new @Nullable String[] {null});
        return (namespaces.isEmpty() ? everywhere : namespaces.stream())
                .flatMap(namespace -> in(namespace, subject).stream())
                .toList();
    }

    private List<Map<String, Object>> in(@Nullable String namespace, Map<String, String> subject) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("kind", namespace == null ? "ClusterRole" : "Role");
        values.put("name", name);
        values.put("namespace", namespace);
        values.put("rules", trees(rules));
        values.put("subject", new TreeMap<>(subject));
        return Template.filled("rbac.yaml", values);
    }

    /** The rules as a role has them. */
    static List<Map<String, Object>> trees(List<AccessRule> rules) {
        return rules.stream().map(RbacObjects::tree).toList();
    }

    private static Map<String, Object> tree(AccessRule rule) {
        return new TreeMap<>(Map.of(
                "apiGroups", List.of(rule.group()), "resources", List.of(rule.resource()), "verbs", rule.verbs()));
    }
}
