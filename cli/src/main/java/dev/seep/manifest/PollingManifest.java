package dev.seep.manifest;

import dev.seep.source.kubernetes.api.AccessRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Manifest of a pod that polls, with all objects that it takes, in the order in which they can be applied.
 *
 * @param arguments of the selection and plan
 * @param policy the text of a policy file, null if there is none
 * @param namespaces that are polled; none means all
 * @param agents namespace of the node agents through which is polled, null if it is polled by execs
 * @param kinds of objects to be counted; secrets are not granted, as who may list them reads them all
 */
public record PollingManifest(
        Placement placement,
        List<String> arguments,
        @Nullable String policy,
        List<String> namespaces,
        @Nullable String agents,
        List<String> kinds) {
    /** A label of the pods, see the files. */
    private static final String OWN_LABEL = "seep.dev/name";

    private static final String SELECTOR = "--selector=";
    /** Option with the path where the files mount it. */
    private static final String POLICY = "--policy=/etc/seep/policy.yaml";

    public PollingManifest {
        arguments = List.copyOf(arguments);
        namespaces = List.copyOf(namespaces);
        kinds = List.copyOf(kinds);
    }

    /** The Job of a soak, as YAML. */
    public String job() {
        return Yaml.text(Template.filled("job.yaml", values()));
    }

    /** The Deployment and the Service of an exporter, as YAML. */
    public String exporter(int port) {
        Map<String, @Nullable Object> values = values();
        values.put("port", port);
        return Yaml.text(Template.filled("exporter.yaml", values));
    }

    private Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", placement.name());
        values.put("namespace", placement.namespace());
        values.put("image", placement.image());
        values.put("storage", placement.storage());
        values.put("storageClass", placement.storageClass());
        values.put("arguments", escapedArguments());
        values.put("policy", policy);
        values.put(
                "rights",
                rights().stream()
                        .flatMap(rbac -> rbac.forAccount(placement.name(), placement.namespace()).stream())
                        .toList());
        return values;
    }

    /** Kubernetes replaces {@code $(NAME)} in arguments; of two dollar signs one is left, and nothing is replaced. */
    private List<String> escapedArguments() {
        List<String> all = othersThanItself();
        if (policy != null) {
            all.add(POLICY);
        }
        return all.stream().map(argument -> argument.replace("$", "$$")).toList();
    }

    /** The arguments with a selector that leaves out seep's own pod, where that would be polled. */
    private List<String> othersThanItself() {
        if (!namespaces.isEmpty() && !namespaces.contains(placement.namespace())) {
            return new ArrayList<>(arguments);
        }
        String others = OWN_LABEL + "!=" + placement.name();
        List<String> all = new ArrayList<>();
        arguments.forEach(argument -> all.add(argument.startsWith(SELECTOR) ? argument + "," + others : argument));
        if (arguments.stream().noneMatch(argument -> argument.startsWith(SELECTOR))) {
            all.add(SELECTOR + others);
        }
        return all;
    }

    private List<RbacObjects> rights() {
        List<AccessRule> rules = new ArrayList<>(agents == null ? AccessRule.POLLING : AccessRule.FINDING);
        rules.add(AccessRule.EVENTS);
        rules.addAll(AccessRule.counting(AccessRule.withoutSecrets(kinds)));
        if (namespaces.isEmpty()) {
            rules.add(AccessRule.NODES);
        }
        List<RbacObjects> rights = new ArrayList<>();
        rights.add(new RbacObjects(placement.name(), namespaces, AccessRule.merged(rules)));
        if (agents != null) {
            rights.add(new RbacObjects(placement.name() + "-agents", List.of(agents), AccessRule.ASKING_AGENTS));
        }
        if (!namespaces.isEmpty()) {
            addNodes(rights);
        }
        return rights;
    }

    /** Nodes are in no namespace. An object of this place alone has its namespace in its name. */
    private void addNodes(List<RbacObjects> rights) {
        String name = placement.name() + "-" + placement.namespace() + "-nodes";
        rights.add(new RbacObjects(name, List.of(), List.of(AccessRule.NODES)));
        if (!namespaces.contains(AccessRule.OF_NODES)) {
            rights.add(new RbacObjects(name, List.of(AccessRule.OF_NODES), List.of(AccessRule.EVENTS)));
        }
    }
}
