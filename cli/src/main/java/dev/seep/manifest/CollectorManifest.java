package dev.seep.manifest;

import dev.seep.source.kubernetes.api.AccessRule;
import java.util.List;
import java.util.Map;

/**
 * Manifest of an account that may fetch a Job's run.
 *
 * @param name of the objects
 * @param namespace of the Jobs, and of the objects
 */
public record CollectorManifest(String name, String namespace) {
    /** All objects, in the order in which they can be applied. */
    public String yaml() {
        RbacObjects rights = new RbacObjects(name, List.of(namespace), AccessRule.COLLECTING);
        return Yaml.text(Template.filled(
                "collector.yaml",
                Map.of("name", name, "namespace", namespace, "rights", rights.forAccount(name, namespace))));
    }
}
