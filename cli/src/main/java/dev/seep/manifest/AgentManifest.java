package dev.seep.manifest;

import dev.seep.source.kubernetes.api.AccessRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An agent on each node: nobody, without capabilities, without an account's token, with three folders of the host to
 * read. Whoever reads the agents has a role of their own.
 *
 * @param name of the objects
 * @param namespace to put them into
 * @param made whether the namespace is among the objects
 * @param image that runs seep
 * @param oldKernels whether nodes have a Linux before 6.2, where only the privileged may count descriptors
 */
public record AgentManifest(String name, String namespace, boolean made, String image, boolean oldKernels) {
    private static final long NOBODY = 65532;
    private static final String HOST = "/host";
    private static final int PORT = 9465;
    private static final String PORT_NAME = "look";

    /** All objects, in the order in which they can be applied. */
    public List<Map<String, Object>> objects() {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (made) {
            // Folders of the host are refused by the stricter levels of pod security.
            objects.add(Tree.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "Namespace",
                    "metadata",
                    Tree.of("name", namespace, "labels", Tree.of("pod-security.kubernetes.io/enforce", "privileged"))));
        }
        objects.add(Tree.of(
                "apiVersion",
                "v1",
                "kind",
                "ServiceAccount",
                "metadata",
                metadata(),
                "automountServiceAccountToken",
                false));
        objects.addAll(new Access(name + "-reader", List.of(namespace), AccessRule.ASKING_AGENTS).unbound());
        objects.add(Tree.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "DaemonSet",
                "metadata",
                metadata(),
                "spec",
                Tree.of("selector", Tree.of("matchLabels", labels()), "template", template())));
        return objects;
    }

    private Map<String, Object> labels() {
        return Tree.of("app.kubernetes.io/name", "seep-agent", "app.kubernetes.io/instance", name);
    }

    private Map<String, Object> metadata() {
        return Tree.of("name", name, "namespace", namespace, "labels", labels());
    }

    private Map<String, Object> template() {
        return Tree.of(
                "metadata",
                Tree.of("labels", labels()),
                "spec",
                Tree.of(
                        "serviceAccountName",
                        name,
                        "automountServiceAccountToken",
                        false,
                        "enableServiceLinks",
                        false,
                        "nodeSelector",
                        Tree.of("kubernetes.io/os", "linux"),
                        "tolerations",
                        List.of(Tree.of("operator", "Exists")),
                        "securityContext",
                        user(),
                        "containers",
                        List.of(container()),
                        "volumes",
                        List.of(
                                volume("proc", "/proc", "Directory"),
                                volume("cgroup", "/sys/fs/cgroup", "Directory"),
                                volume("names", "/var/log/containers", "DirectoryOrCreate"))));
    }

    private Map<String, Object> user() {
        long user = oldKernels ? 0 : NOBODY;
        return Tree.of(
                "runAsNonRoot",
                !oldKernels,
                "runAsUser",
                user,
                "runAsGroup",
                user,
                "seccompProfile",
                Tree.of("type", "RuntimeDefault"));
    }

    private Map<String, Object> container() {
        Map<String, Object> healthy = Tree.of("path", "/healthz", "port", PORT_NAME);
        return Tree.of(
                "name",
                "seep",
                "image",
                image,
                "args",
                List.of("agent", "--listen=0.0.0.0:" + PORT, "--host=" + HOST),
                "env",
                List.of(Tree.of(
                        "name", "SEEP_NODE", "valueFrom", Tree.of("fieldRef", Tree.of("fieldPath", "spec.nodeName")))),
                "ports",
                List.of(Tree.of("name", PORT_NAME, "containerPort", PORT)),
                "readinessProbe",
                Tree.of("httpGet", healthy, "periodSeconds", 10),
                "livenessProbe",
                Tree.of("httpGet", healthy, "periodSeconds", 30, "initialDelaySeconds", 30, "failureThreshold", 4),
                "resources",
                Tree.of(
                        "requests",
                        Tree.of("cpu", "10m", "memory", "128Mi"),
                        "limits",
                        Tree.of("cpu", "1", "memory", "256Mi")),
                "securityContext",
                rights(),
                "volumeMounts",
                List.of(
                        mount("proc", "/proc"),
                        mount("cgroup", "/sys/fs/cgroup"),
                        mount("names", "/var/log/containers")));
    }

    private Map<String, Object> rights() {
        return Tree.of(
                "allowPrivilegeEscalation",
                false,
                "readOnlyRootFilesystem",
                true,
                "capabilities",
                Tree.of("drop", List.of("ALL"), "add", oldKernels ? List.of("DAC_READ_SEARCH") : null));
    }

    private static Map<String, Object> volume(String name, String path, String type) {
        return Tree.of("name", name, "hostPath", Tree.of("path", path, "type", type));
    }

    private static Map<String, Object> mount(String name, String path) {
        return Tree.of("name", name, "mountPath", HOST + path, "readOnly", true);
    }
}
