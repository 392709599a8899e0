package dev.seep.source.kubernetes.job;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.seep.source.SourceException;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.api.GsonFields;
import dev.seep.source.kubernetes.api.ObjectRequests;
import dev.seep.source.kubernetes.api.RefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Pod that does nothing but mount the volume of a finished Job, because a finished container cannot be asked. It is a
 * copy of the Job's own pod, so that image, nodes, user and pull secrets fit; without a token, and everything
 * read-only. Whatever becomes of seep, it ends by itself after an hour, and is deleted with the Job.
 */
final class CollectorPod implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long LIFE_SECONDS = 3600;
    private static final int LONGEST_NAME = 50;

    private final ObjectRequests objects;
    private final String path;
    private final ExecTarget target;

    private CollectorPod(ObjectRequests objects, String path, ExecTarget target) {
        this.objects = objects;
        this.path = path;
        this.target = target;
    }

    /** Starts it and waits until it runs. */
    static CollectorPod start(ObjectRequests objects, String namespace, JsonObject job) throws SourceException {
        String pods = "/api/v1/namespaces/" + namespace + "/pods";
        try {
            JsonObject made = objects.post(pods, manifest(job));
            String name = GsonFields.text(made, "metadata", "name");
            String container = GsonFields.text(
                    GsonFields.objects(made, "spec", "containers").get(0), "name");
            CollectorPod pod = new CollectorPod(objects, pods + "/" + name, new ExecTarget(namespace, name, container));
            pod.awaitRunning();
            return pod;
        } catch (RefusedException e) {
            throw new SourceException(
                    "cannot make the pod that reads the volume (" + e.refusal() + "); seep manifest collector -n "
                            + namespace + " prints the rights that it takes",
                    e);
        } catch (IOException e) {
            throw objects.noAnswer(e);
        }
    }

    ExecTarget target() {
        return target;
    }

    static JsonObject manifest(JsonObject job) {
        JsonObject spec =
                required(job, "spec", "template", "spec").getAsJsonObject().deepCopy();
        spec.addProperty("restartPolicy", "Never");
        spec.addProperty("activeDeadlineSeconds", LIFE_SECONDS);
        spec.addProperty("automountServiceAccountToken", false);
        spec.addProperty("terminationGracePeriodSeconds", 0);
        JsonObject container = GsonFields.objects(spec, "containers").get(0);
        JsonArray command = new JsonArray();
        List.of("sh", "-c", "exec sleep " + LIFE_SECONDS).forEach(command::add);
        container.add("command", command);
        container.remove("args");
        GsonFields.objects(container, "volumeMounts").forEach(mount -> mount.addProperty("readOnly", true));
        return ObjectRequests.json(Map.of("apiVersion", "v1", "kind", "Pod", "metadata", metadata(job), "spec", spec));
    }

    private static Map<String, Object> metadata(JsonObject job) {
        String name = GsonFields.text(job, "metadata", "name");
        String stem = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        Map<String, String> owner = Map.of(
                "apiVersion", "batch/v1", "kind", "Job", "name", name, "uid", GsonFields.text(job, "metadata", "uid"));
        return Map.of(
                "generateName", stem + "-collect-",
                // Not the labels of the Job's pods, by which it would take this one for its own.
                "labels", Map.of("app.kubernetes.io/name", "seep-collect"),
                "ownerReferences", List.of(owner));
    }

    private static JsonElement required(JsonObject object, String... keys) {
        JsonElement element = GsonFields.at(object, keys);
        if (element == null) {
            throw new IllegalArgumentException("the Job has no " + String.join(".", keys));
        }
        return element;
    }

    private void awaitRunning() throws SourceException, IOException, RefusedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonObject pod = objects.get(path);
        while (!GsonFields.text(pod, "status", "phase").equals("Running")) {
            if (System.nanoTime() > end
                    || GsonFields.text(pod, "status", "phase").equals("Failed")) {
                close();
                throw new SourceException("the pod that reads the volume does not start: " + whyNot(pod));
            }
            LockSupport.parkNanos(LOOK.toNanos());
            pod = objects.get(path);
        }
    }

    private static String whyNot(JsonObject pod) {
        for (JsonObject container : GsonFields.objects(pod, "status", "containerStatuses")) {
            String reason = GsonFields.text(container, "state", "waiting", "reason");
            if (!reason.isEmpty()) {
                return Messages.line(reason + " " + GsonFields.text(container, "state", "waiting", "message"));
            }
        }
        for (JsonObject condition : GsonFields.objects(pod, "status", "conditions")) {
            if (GsonFields.text(condition, "status").equals("False")) {
                return Messages.line(
                        GsonFields.text(condition, "reason") + " " + GsonFields.text(condition, "message"));
            }
        }
        return "it is " + GsonFields.text(pod, "status", "phase") + " " + GsonFields.text(pod, "status", "message");
    }

    @Override
    public void close() {
        try {
            objects.delete(path);
        } catch (IOException | RefusedException e) {
            // It ends by itself.
            return;
        }
    }
}
