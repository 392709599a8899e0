package dev.seep.source.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seep.sample.Text;
import java.util.HashMap;
import java.util.Map;

/**
 * Container of an engine, by name.
 *
 * @param id as the engine knows it, unique for ever
 * @param project of Compose that it belongs to, {@code docker} if to none
 * @param service of Compose that it is a replica of, empty if of none
 */
record Container(String id, String name, String project, String service, Map<String, String> labels) {
    /** Project of containers that belong to none. */
    static final String NO_PROJECT = "docker";

    Container {
        labels = Map.copyOf(labels);
    }

    /** @throws IllegalArgumentException if it has no ID or no name */
    static Container of(String id, String name, Map<String, String> labels) {
        String plain = part(name.replaceFirst("^/", ""));
        if (id.isEmpty() || plain.isEmpty()) {
            throw new IllegalArgumentException("the engine names a container without ID or name");
        }
        String project =
                labels.getOrDefault("com.docker.compose.project", labels.getOrDefault("io.podman.compose.project", ""));
        String service = project.isEmpty() ? "" : part(labels.getOrDefault("com.docker.compose.service", ""));
        return new Container(id, plain, project.isEmpty() ? NO_PROJECT : part(project), service, labels);
    }

    /** Labels may hold anything, parts of a path may not. */
    private static String part(String label) {
        return Text.harmless(label, '_').replace('/', '_');
    }

    static Map<String, String> labels(JsonNode object) {
        Map<String, String> labels = new HashMap<>();
        object.fieldNames()
                .forEachRemaining(label -> labels.put(label, object.path(label).asText("")));
        return labels;
    }

    /** {@code service/web}, which replicas have in common, or {@code container/web-1}. */
    String workload() {
        return service.isEmpty() ? "container/" + name : "service/" + service;
    }

    /** Its name within its project. */
    String role() {
        return service.isEmpty() ? name : service;
    }
}
