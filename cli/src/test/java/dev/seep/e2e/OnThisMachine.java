package dev.seep.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Changes a manifest of seep so that its pod runs where no image of seep can be pulled: the programs and the jar of this
 * machine, which is the only node, in an empty image; a Job is on the node's own loopback, where the API server is.
 * Nothing else of the pod is touched.
 */
final class OnThisMachine {
    static final String IMAGE = System.getenv().getOrDefault("SEEP_E2E_HOST_IMAGE", "docker.io/local/host:1");

    private static final YAMLMapper YAML = new YAMLMapper();
    private final List<ObjectNode> objects = new ArrayList<>();

    OnThisMachine(String manifest) throws IOException {
        YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(manifest).forEachRemaining(objects::add);
        ObjectNode workload = objects.get(objects.size() - 1);
        ObjectNode pod = (ObjectNode) workload.at("/spec/template/spec");
        ObjectNode container = (ObjectNode) pod.at("/containers/0");
        container.put("imagePullPolicy", "Never");
        container.set("command", json("[java, -XX:+UseSerialGC, -jar, /app/seep.jar]"));
        ArrayNode variables = container.withArray("env");
        variables.add(json("{name: PATH, value: /usr/bin}"));
        if (workload.path("kind").asText().equals("Job")) {
            pod.put("hostNetwork", true);
            variables.add(json("{name: KUBERNETES_SERVICE_HOST, value: 127.0.0.1}"));
            variables.add(json("{name: KUBERNETES_SERVICE_PORT, value: \"6443\"}"));
        }
        add(pod, container, "usr", "/usr", "{usr: /usr, bin: /bin, lib: /lib, lib64: /lib64}");
        add(pod, container, "etc", "/etc", "{etc: /etc}");
        add(pod, container, "app", Path.of("target").toAbsolutePath().toString(), "{app: /app}");
    }

    /** A folder of this machine for the claim. */
    OnThisMachine volume(Path path) throws IOException {
        JsonNode claim = object("PersistentVolumeClaim").path("metadata");
        String namespace = claim.path("namespace").asText();
        String name = claim.path("name").asText();
        objects.add((ObjectNode) json("""
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: "%1$s-%2$s", labels: {seep-e2e: "%1$s"}}
                spec:
                  capacity: {storage: 1Gi}
                  accessModes: [ReadWriteOnce]
                  persistentVolumeReclaimPolicy: Retain
                  claimRef: {namespace: "%1$s", name: "%2$s"}
                  hostPath: {path: "%3$s"}
                """.formatted(namespace, name, path)));
        return this;
    }

    OnThisMachine withoutRule(String resource) {
        Iterator<JsonNode> rules = object("Role").path("rules").iterator();
        while (rules.hasNext()) {
            if (rules.next().at("/resources/0").asText().equals(resource)) {
                rules.remove();
            }
        }
        return this;
    }

    String yaml() throws IOException {
        StringBuilder yaml = new StringBuilder();
        for (ObjectNode object : objects) {
            yaml.append(YAML.writeValueAsString(object));
        }
        return yaml.toString();
    }

    private ObjectNode object(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void add(ObjectNode pod, ObjectNode container, String volume, String path, String mounts)
            throws IOException {
        ((ArrayNode) pod.path("volumes")).add(json("{name: %s, hostPath: {path: \"%s\"}}".formatted(volume, path)));
        for (var mount : json(mounts).properties()) {
            String sub = mount.getKey().equals(volume) ? "" : ", subPath: " + mount.getKey();
            ((ArrayNode) container.path("volumeMounts"))
                    .add(json("{name: %s, mountPath: %s, readOnly: true%s}"
                            .formatted(volume, mount.getValue().asText(), sub)));
        }
    }

    private static JsonNode json(String yaml) throws IOException {
        return YAML.readTree(yaml);
    }
}
