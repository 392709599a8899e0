package dev.seep.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is put where.
 *
 * @param name of every object
 * @param namespace that they are put into
 * @param image that runs seep
 * @param storage how large the volume of the run folder is, such as {@code 1Gi}
 * @param storageClass of that volume, null for the cluster's default
 */
public record Site(
        String name,
        String namespace,
        String image,
        String storage,
        @Nullable String storageClass) {
    /** Where the volume is mounted. */
    static final String VOLUME = "/seep";

    /** Where the run is recorded: a folder of its own, because the root of a volume may hold {@code lost+found}. */
    public static final String RUN = VOLUME + "/run";

    /** Says on a Job where its run folder is, for whoever collects it. */
    public static final String RUN_ANNOTATION = "seep.dev/run";

    /** On the pods, so that seep can leave itself out of what it polls. */
    private static final String OWN_LABEL = "seep.dev/name";

    private static final String SELECTOR = "--selector=";

    Map<String, Object> podLabels() {
        Map<String, Object> labels = labels();
        labels.put(OWN_LABEL, name);
        return labels;
    }

    /** The arguments of a command with those that say what is polled, which is not seep's own pod. */
    List<String> arguments(List<String> command, List<String> polled, List<String> namespaces) {
        List<String> all = new ArrayList<>(command);
        if (!namespaces.isEmpty() && !namespaces.contains(namespace)) {
            all.addAll(polled);
            return all;
        }
        String others = OWN_LABEL + "!=" + name;
        boolean selects = polled.stream().anyMatch(argument -> argument.startsWith(SELECTOR));
        polled.forEach(argument -> all.add(argument.startsWith(SELECTOR) ? argument + "," + others : argument));
        if (!selects) {
            all.add(SELECTOR + others);
        }
        return all;
    }

    Map<String, Object> labels() {
        return Tree.of("app.kubernetes.io/name", "seep", "app.kubernetes.io/instance", name);
    }

    Map<String, Object> metadata() {
        return Tree.of("name", name, "namespace", namespace, "labels", labels());
    }

    Map<String, Object> claim() {
        return Tree.of(
                "apiVersion",
                "v1",
                "kind",
                "PersistentVolumeClaim",
                "metadata",
                metadata(),
                "spec",
                Tree.of(
                        "accessModes",
                        List.of("ReadWriteOnce"),
                        "storageClassName",
                        storageClass,
                        "resources",
                        Tree.of("requests", Tree.of("storage", storage))));
    }
}
