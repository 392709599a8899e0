package dev.seep.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pod of a {@link FakeCluster}.
 *
 * @param uid a new one is another pod
 * @param owner {@code Kind/name}, empty for none
 * @param phase as in its status; only in {@code Running} do containers run
 * @param containers by name, in the order of the manifest
 */
public record FakePod(
        String namespace,
        String name,
        String uid,
        String owner,
        Map<String, String> labels,
        Map<String, String> annotations,
        String phase,
        List<Container> containers) {
    /**
     * A container of it.
     *
     * @param restarts each restart is another life
     * @param state {@code running}, {@code starting} (running, not started), {@code waiting}, {@code waiting} with a
     *     reason after a blank, or {@code terminated}
     * @param lastReason why the life before ended, empty if there was none
     */
    public record Container(String name, int restarts, String state, String lastReason, int lastExitCode) {}

    private static final String DELETING = "deleting";
    /** How long each life takes. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    public static FakePod running(String namespace, String name, String... containers) {
        List<Container> running = new ArrayList<>();
        for (String container : containers) {
            running.add(new Container(container, 0, "running", "", 0));
        }
        return new FakePod(namespace, name, "uid-of-" + name, "", Map.of(), Map.of(), "Running", running);
    }

    public FakePod ownedBy(String newOwner) {
        return new FakePod(namespace, name, uid, newOwner, labels, annotations, phase, containers);
    }

    public FakePod label(String key, String value) {
        return new FakePod(namespace, name, uid, owner, with(labels, key, value), annotations, phase, containers);
    }

    public FakePod annotation(String key, String value) {
        return new FakePod(namespace, name, uid, owner, labels, with(annotations, key, value), phase, containers);
    }

    public FakePod uid(String newUid) {
        return new FakePod(namespace, name, newUid, owner, labels, annotations, phase, containers);
    }

    public FakePod phase(String newPhase) {
        return new FakePod(namespace, name, uid, owner, labels, annotations, newPhase, containers);
    }

    /** It was told to go and has not yet gone. */
    public FakePod deleting() {
        return annotation(DELETING, "true");
    }

    /** The container of that name now runs its next life. */
    public FakePod restarted(String container, String reason, int exitCode) {
        return with(container, "running", 1, reason, exitCode);
    }

    /** The container of that name ended and waits to be started again. */
    public FakePod crashed(String container, String reason, int exitCode) {
        return with(container, "waiting", 0, reason, exitCode);
    }

    /** The container of that name is now in another state. */
    public FakePod state(String container, String state) {
        return with(container, state, 0, "", 0);
    }

    private FakePod with(String container, String state, int restarts, String reason, int exitCode) {
        List<Container> changed = containers.stream()
                .map(old -> old.name().equals(container)
                        ? new Container(container, old.restarts() + restarts, state, reason, exitCode)
                        : old)
                .toList();
        return new FakePod(namespace, name, uid, owner, labels, annotations, phase, changed);
    }

    private static Map<String, String> with(Map<String, String> old, String key, String value) {
        Map<String, String> all = new TreeMap<>(old);
        all.put(key, value);
        return all;
    }

    /** The ID of the container of that name, as its runtime has it. */
    public String id(String container) {
        return containers.stream()
                .filter(one -> one.name().equals(container))
                .map(this::id)
                .findFirst()
                .orElseThrow();
    }

    /** As the API server sends it, with some of the fields that seep does not look at. */
    public JsonObject json(long version) {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("name", name);
        metadata.addProperty("namespace", namespace);
        metadata.addProperty("uid", uid);
        metadata.addProperty("resourceVersion", String.valueOf(version));
        metadata.addProperty("creationTimestamp", "2026-11-22T20:00:00Z");
        if (isDeleting()) {
            metadata.addProperty("deletionTimestamp", "2026-11-22T21:00:00Z");
            metadata.addProperty("deletionGracePeriodSeconds", 30);
        }
        metadata.add("labels", object(labels));
        metadata.add("annotations", object(annotations));
        metadata.add("managedFields", new JsonArray());
        if (!owner.isEmpty()) {
            metadata.add("ownerReferences", owners());
        }
        JsonObject pod = new JsonObject();
        pod.addProperty("kind", "Pod");
        pod.add("metadata", metadata);
        pod.add("spec", spec());
        pod.add("status", status());
        return pod;
    }

    private static JsonObject object(Map<String, String> values) {
        JsonObject object = new JsonObject();
        values.forEach(object::addProperty);
        return object;
    }

    private boolean isDeleting() {
        return annotations.containsKey(DELETING);
    }

    private JsonArray owners() {
        JsonObject reference = new JsonObject();
        reference.addProperty("kind", owner.substring(0, owner.indexOf('/')));
        reference.addProperty("name", owner.substring(owner.indexOf('/') + 1));
        reference.addProperty("controller", true);
        JsonArray owners = new JsonArray();
        owners.add(reference);
        return owners;
    }

    private JsonObject spec() {
        JsonArray names = new JsonArray();
        containers.forEach(container -> names.add(object(Map.of("name", container.name(), "image", "app:1"))));
        JsonObject spec = new JsonObject();
        spec.addProperty("nodeName", "node-1");
        spec.addProperty("restartPolicy", "Always");
        spec.add("containers", names);
        return spec;
    }

    private JsonObject status() {
        JsonArray statuses = new JsonArray();
        containers.forEach(container -> statuses.add(status(container)));
        JsonObject status = new JsonObject();
        status.addProperty("phase", phase);
        status.addProperty("startTime", "2026-11-22T20:00:00Z");
        status.add("containerStatuses", statuses);
        return status;
    }

    private JsonObject status(Container container) {
        JsonObject status = new JsonObject();
        status.addProperty("name", container.name());
        status.addProperty("containerID", "containerd://" + id(container));
        status.addProperty("restartCount", container.restarts());
        status.addProperty("started", container.state().equals("running"));
        status.add("state", state(container));
        if (!container.lastReason().isEmpty()) {
            JsonObject last = terminated(container.lastReason(), container.lastExitCode());
            int life = container.restarts() - (container.state().equals("running") ? 1 : 0);
            last.getAsJsonObject("terminated")
                    .addProperty("startedAt", start(life).toString());
            last.getAsJsonObject("terminated")
                    .addProperty("finishedAt", start(life).plus(LIFE).toString());
            status.add("lastState", last);
        }
        return status;
    }

    private String id(Container container) {
        return String.format("%016x", (uid + container.name() + container.restarts()).hashCode())
                .repeat(4);
    }

    private JsonObject state(Container container) {
        if (!phase.equals("Running") || container.state().equals("terminated")) {
            return terminated("Completed", 0);
        }
        boolean running =
                container.state().equals("running") || container.state().equals("starting");
        JsonObject state = new JsonObject();
        if (running) {
            state.add(
                    "running",
                    object(Map.of("startedAt", start(container.restarts()).toString())));
        } else {
            boolean plain = container.state().equals("waiting");
            String reason = plain ? "ContainerCreating" : container.state().substring("waiting ".length());
            state.add("waiting", object(Map.of("reason", reason, "message", "it waits")));
        }
        return state;
    }

    private static Instant start(int life) {
        return Instant.parse("2026-11-22T20:00:01Z").plus(LIFE.multipliedBy(life));
    }

    private static JsonObject terminated(String reason, int exitCode) {
        JsonObject end = object(Map.of("reason", reason));
        end.addProperty("exitCode", exitCode);
        JsonObject state = new JsonObject();
        state.add("terminated", end);
        return state;
    }
}
