package dev.seep.manifest;

import dev.seep.source.kubernetes.api.AccessRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All objects that it takes to run seep inside a cluster, in the order in which they can be applied. */
public final class Manifests {
    /** Evictions and lost nodes count as failures of a Job. */
    private static final int RESTARTS = 20;

    private static final String PORT = "metrics";

    private Manifests() {}

    /**
     * A soak.
     *
     * @param arguments of {@code seep run} that say what is polled
     * @param policy the text of a policy file, null if there is none
     * @param namespaces that are polled; none means all
     * @param agents namespace of the node agents through which is polled, null if it is polled by execs
     * @param kinds of objects to be counted; secrets are not granted, as who may list them reads them all
     */
    public static List<Map<String, Object>> job(
            Site site,
            List<String> arguments,
            @Nullable String policy,
            List<String> namespaces,
            @Nullable String agents,
            List<String> kinds) {
        Pod pod = new Pod(
                site, site.arguments(List.of("run", "--as-job", "--out=" + Site.RUN), arguments, namespaces), policy);
        Map<String, Object> metadata = site.metadata();
        metadata.put("annotations", Tree.of(Site.RUN_ANNOTATION, Site.RUN));
        List<Map<String, Object>> objects = pod.surroundings(rights(site, namespaces, agents, kinds));
        objects.add(Tree.of(
                "apiVersion",
                "batch/v1",
                "kind",
                "Job",
                "metadata",
                metadata,
                "spec",
                Tree.of("backoffLimit", RESTARTS, "template", pod.template("Never", Map.of()))));
        return objects;
    }

    /** An exporter with its service; parameters as of {@link #job}. */
    public static List<Map<String, Object>> exporter(
            Site site,
            List<String> arguments,
            @Nullable String policy,
            List<String> namespaces,
            @Nullable String agents,
            List<String> kinds,
            int port) {
        List<String> own = List.of("export", "--listen=0.0.0.0:" + port, "--out=" + Site.RUN);
        Pod pod = new Pod(site, site.arguments(own, arguments, namespaces), policy);
        Map<String, Object> get = Tree.of("path", "/healthz", "port", PORT);
        Map<String, Object> more = Tree.of(
                "ports",
                List.of(Tree.of("name", PORT, "containerPort", port)),
                "startupProbe",
                Tree.of("httpGet", get, "periodSeconds", 5, "failureThreshold", 60),
                "readinessProbe",
                Tree.of("httpGet", get, "periodSeconds", 10),
                "livenessProbe",
                Tree.of("httpGet", get, "periodSeconds", 20, "failureThreshold", 6));
        List<Map<String, Object>> objects = pod.surroundings(rights(site, namespaces, agents, kinds));
        objects.add(Tree.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                site.metadata(),
                "spec",
                Tree.of(
                        "replicas",
                        1,
                        // The volume and the run folder have one writer at a time.
                        "strategy",
                        Tree.of("type", "Recreate"),
                        "selector",
                        Tree.of("matchLabels", site.labels()),
                        "template",
                        pod.template(null, more))));
        objects.add(service(site, port));
        return objects;
    }

    private static List<Access> rights(
            Site site, List<String> namespaces, @Nullable String agents, List<String> kinds) {
        List<AccessRule> rules = new ArrayList<>(agents == null ? AccessRule.POLLING : AccessRule.FINDING);
        rules.add(AccessRule.EVENTS);
        rules.addAll(AccessRule.counting(AccessRule.withoutSecrets(kinds)));
        if (namespaces.isEmpty()) {
            rules.add(AccessRule.NODES);
        }
        List<Access> rights = new ArrayList<>();
        rights.add(new Access(site.name(), namespaces, AccessRule.merged(rules)));
        if (agents != null) {
            rights.add(new Access(site.name() + "-agents", List.of(agents), AccessRule.ASKING_AGENTS));
        }
        if (!namespaces.isEmpty()) {
            rights.addAll(ofNodes(site, namespaces));
        }
        return rights;
    }

    /** Nodes are in no namespace. What belongs to this site alone has its namespace in its name. */
    private static List<Access> ofNodes(Site site, List<String> namespaces) {
        String name = site.name() + "-" + site.namespace() + "-nodes";
        Access nodes = new Access(name, List.of(), List.of(AccessRule.NODES));
        return namespaces.contains(AccessRule.OF_NODES)
                ? List.of(nodes)
                : List.of(nodes, new Access(name, List.of(AccessRule.OF_NODES), List.of(AccessRule.EVENTS)));
    }

    private static Map<String, Object> service(Site site, int port) {
        return Tree.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                site.metadata(),
                "spec",
                Tree.of(
                        "selector",
                        site.labels(),
                        "ports",
                        List.of(Tree.of("name", PORT, "port", port, "targetPort", PORT))));
    }

    /** An account that may collect the Jobs of a namespace, and nothing else. */
    public static List<Map<String, Object>> collector(String name, String namespace) {
        List<Map<String, Object>> objects = new ArrayList<>();
        objects.add(Tree.of(
                "apiVersion",
                "v1",
                "kind",
                "ServiceAccount",
                "metadata",
                Tree.of("name", name, "namespace", namespace)));
        objects.addAll(new Access(name, List.of(namespace), AccessRule.COLLECTING).forAccount(name, namespace));
        return objects;
    }
}
