package dev.seep.manifest;

import dev.seep.source.kubernetes.api.AccessRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Manifest of an agent on each node.
 *
 * @param name of the objects
 * @param namespace to put them into
 * @param made whether the namespace is among the objects
 * @param image that runs seep
 * @param oldKernels whether nodes have a Linux before 6.2, where only the privileged may count descriptors
 */
public record AgentManifest(String name, String namespace, boolean made, String image, boolean oldKernels) {
    private static final int NOBODY = 65532;

    /** All objects, in the order in which they can be applied. */
    public String yaml() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", name);
        values.put("namespace", namespace);
        values.put("made", made ? true : null);
        values.put("image", image);
        values.put("nonRoot", !oldKernels);
        values.put("user", oldKernels ? 0 : NOBODY);
        values.put("capabilities", oldKernels ? List.of("DAC_READ_SEARCH") : null);
        values.put("rules", RbacObjects.trees(AccessRule.ASKING_AGENTS));
        return Yaml.text(Template.filled("agent.yaml", values));
    }
}
