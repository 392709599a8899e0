package dev.seep.manifest;

import dev.seep.source.kubernetes.api.AccessRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Objects that let an account do something, and no more than that.
 *
 * @param name of the objects
 * @param namespaces where it may do so; none means everywhere
 */
public record Access(String name, List<String> namespaces, List<AccessRule> rules) {
    private static final String GROUP = "rbac.authorization.k8s.io";

    public Access {
        namespaces = List.copyOf(namespaces);
        rules = List.copyOf(rules);
    }

    /** A role and its binding to the service account of that name and namespace, for each of the namespaces. */
    List<Map<String, Object>> forAccount(String account, String namespace) {
        return objects(Tree.of("kind", "ServiceAccount", "name", account, "namespace", namespace));
    }

    /** The same, bound to a user as the cluster names it; service accounts have names too. */
    public List<Map<String, Object>> forUser(String user) {
        return objects(Tree.of("apiGroup", GROUP, "kind", "User", "name", user));
    }

    /** The roles alone, for somebody else to bind. */
    List<Map<String, Object>> unbound() {
        return namespaces.stream()
                .map(namespace -> role("Role", Tree.of("name", name, "namespace", namespace)))
                .toList();
    }

    private List<Map<String, Object>> objects(Map<String, Object> subject) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (namespaces.isEmpty()) {
            objects.add(role("ClusterRole", Tree.of("name", name)));
            objects.add(binding("ClusterRole", Tree.of("name", name), subject));
        }
        for (String namespace : namespaces) {
            Map<String, Object> metadata = Tree.of("name", name, "namespace", namespace);
            objects.add(role("Role", metadata));
            objects.add(binding("Role", metadata, subject));
        }
        return objects;
    }

    private Map<String, Object> role(String kind, Map<String, Object> metadata) {
        return Tree.of(
                "apiVersion",
                GROUP + "/v1",
                "kind",
                kind,
                "metadata",
                metadata,
                "rules",
                rules.stream().map(Access::tree).toList());
    }

    private static Map<String, Object> tree(AccessRule rule) {
        return Tree.of(
                "apiGroups", List.of(rule.group()), "resources", List.of(rule.resource()), "verbs", rule.verbs());
    }

    private Map<String, Object> binding(String kind, Map<String, Object> metadata, Map<String, Object> subject) {
        return Tree.of(
                "apiVersion",
                GROUP + "/v1",
                "kind",
                kind + "Binding",
                "metadata",
                metadata,
                "roleRef",
                Tree.of("apiGroup", GROUP, "kind", kind, "name", name),
                "subjects",
                List.of(subject));
    }
}
