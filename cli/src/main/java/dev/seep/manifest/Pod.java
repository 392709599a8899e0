package dev.seep.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pod that seep runs in: not root, nothing to write to but its volume and {@code /tmp}, no privileges.
 *
 * @param arguments of seep
 * @param policy the text of a policy file, null if there is none
 */
record Pod(Site site, List<String> arguments, @Nullable String policy) {
    private static final long USER = 65532;
    private static final String POLICY_FOLDER = "/etc/seep";
    private static final String POLICY_FILE = "policy.yaml";
    private static final int GRACE_SECONDS = 60;

    /** The tree of a pod template, and what the container has more than usual. */
    Map<String, Object> template(@Nullable String restartPolicy, Map<String, Object> more) {
        Map<String, Object> container = Tree.of(
                "name",
                "seep",
                "image",
                site.image(),
                "args",
                escaped(),
                "resources",
                Tree.of("requests", Tree.of("cpu", "100m", "memory", "256Mi"), "limits", Tree.of("memory", "1Gi")),
                "securityContext",
                Tree.of(
                        "allowPrivilegeEscalation",
                        false,
                        "readOnlyRootFilesystem",
                        true,
                        "capabilities",
                        Tree.of("drop", List.of("ALL"))),
                "volumeMounts",
                mounts());
        container.putAll(more);
        return Tree.of(
                "metadata",
                Tree.of("labels", site.podLabels()),
                "spec",
                Tree.of(
                        "serviceAccountName",
                        site.name(),
                        // Variables for the services of the namespace would look like options of seep.
                        "enableServiceLinks",
                        false,
                        "restartPolicy",
                        restartPolicy,
                        "terminationGracePeriodSeconds",
                        GRACE_SECONDS,
                        "securityContext",
                        Tree.of(
                                "runAsNonRoot",
                                true,
                                "runAsUser",
                                USER,
                                "runAsGroup",
                                USER,
                                "fsGroup",
                                USER,
                                "seccompProfile",
                                Tree.of("type", "RuntimeDefault")),
                        "containers",
                        List.of(container),
                        "volumes",
                        volumes()));
    }

    /** Kubernetes replaces {@code $(NAME)} in arguments; of two dollar signs one is left, and nothing is replaced. */
    private List<String> escaped() {
        List<String> all = new ArrayList<>(arguments);
        if (policy != null) {
            all.add("--policy=" + POLICY_FOLDER + "/" + POLICY_FILE);
        }
        return all.stream().map(argument -> argument.replace("$", "$$")).toList();
    }

    private List<Map<String, Object>> mounts() {
        List<Map<String, Object>> mounts = new ArrayList<>();
        mounts.add(Tree.of("name", "run", "mountPath", Site.VOLUME));
        mounts.add(Tree.of("name", "tmp", "mountPath", "/tmp"));
        if (policy != null) {
            mounts.add(Tree.of("name", "policy", "mountPath", POLICY_FOLDER, "readOnly", true));
        }
        return mounts;
    }

    private List<Map<String, Object>> volumes() {
        List<Map<String, Object>> volumes = new ArrayList<>();
        volumes.add(Tree.of("name", "run", "persistentVolumeClaim", Tree.of("claimName", site.name())));
        volumes.add(Tree.of("name", "tmp", "emptyDir", Tree.of()));
        if (policy != null) {
            volumes.add(Tree.of("name", "policy", "configMap", Tree.of("name", site.name())));
        }
        return volumes;
    }

    /** What the pod needs beside it: its account with these rights, its volume, its policy. */
    List<Map<String, Object>> surroundings(List<Access> rights) {
        List<Map<String, Object>> objects = new ArrayList<>();
        objects.add(Tree.of("apiVersion", "v1", "kind", "ServiceAccount", "metadata", site.metadata()));
        rights.forEach(access -> objects.addAll(access.forAccount(site.name(), site.namespace())));
        objects.add(site.claim());
        if (policy != null) {
            objects.add(Tree.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "ConfigMap",
                    "metadata",
                    site.metadata(),
                    "data",
                    Tree.of(POLICY_FILE, policy)));
        }
        return objects;
    }
}
