package dev.seep.source.kubernetes.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.seep.sample.GapReason;
import dev.seep.sample.Threads;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.LiveTarget;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.GsonFields;
import dev.seep.source.kubernetes.api.ObjectRequests;
import dev.seep.source.kubernetes.api.Refusal;
import dev.seep.source.kubernetes.api.RefusedException;
import dev.seep.source.kubernetes.exec.ExecEngine;
import dev.seep.source.kubernetes.pods.ShellDecorator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ephemeral containers with a shell beside containers that have none. Kubernetes cannot remove them before their pod
 * ends, so each container gets one at the most: one that is there is used again, and one that has ended is not
 * replaced.
 */
public final class DebugContainers implements ShellDecorator {
    private static final Pattern ID = Pattern.compile(".*://([0-9a-f]{64})");
    private static final int LONGEST_NAME = 63;
    private static final int THREADS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final Set<String> HOPELESS =
            Set.of("ErrImageNeverPull", "ImagePullBackOff", "InvalidImageName", "CreateContainerConfigError");

    private final ExecEngine engine;
    private final ObjectRequests objects;
    private final String image;
    private final Executor workers = Threads.pool(THREADS, "seep-kube-debug");

    public DebugContainers(Cluster cluster, ExecEngine engine, String image) {
        this.engine = engine;
        this.objects = new ObjectRequests(cluster);
        this.image = image;
    }

    @Override
    public LiveTarget decorate(LiveTarget live, String container) {
        Matcher id = ID.matcher(container);
        if (!id.matches()) {
            return live;
        }
        ExecTarget target = ShellDecorator.execTarget(live.target());
        DebugShell shell = new DebugShell(live.shell(), engine, this, target, id.group(1));
        return new LiveTarget(live.target(), live.life(), live.node(), shell);
    }

    /** Address of a container's debug container. */
    static ExecTarget beside(ExecTarget target) {
        String name = "seep-" + target.container();
        String cut = name.substring(0, Math.min(LONGEST_NAME, name.length())).replaceAll("-+$", "");
        return new ExecTarget(target.namespace(), target.pod(), cut);
    }

    /** Sees to it that the debug container runs; completes with why it does not, and never exceptionally. */
    CompletableFuture<Optional<Failed>> start(ExecTarget target) {
        return CompletableFuture.supplyAsync(() -> attempt(target), workers);
    }

    private Optional<Failed> attempt(ExecTarget target) {
        try {
            JsonObject pod = objects.get(path(target));
            if (declared(pod, target).isEmpty()) {
                add(target, pod);
            }
            return await(target);
        } catch (RefusedException refused) {
            return Optional.of(refused(target, refused.refusal()));
        } catch (IOException e) {
            return Optional.of(failed(target, GapReason.UNREACHABLE, "cannot be started: " + Messages.line(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(failed(target, GapReason.UNREACHABLE, "is not waited for any more"));
        }
    }

    private static Optional<JsonObject> declared(JsonObject pod, ExecTarget target) {
        return named(GsonFields.objects(pod, "spec", "ephemeralContainers"), target);
    }

    private static Optional<JsonObject> named(List<JsonObject> containers, ExecTarget target) {
        return containers.stream()
                .filter(container ->
                        GsonFields.text(container, "name").equals(beside(target).container()))
                .findFirst();
    }

    /**
     * Before 1.22 Kubernetes has a kind of its own for it, answers a patch of the pod with that, and changes nothing.
     */
    private void add(ExecTarget target, JsonObject pod) throws IOException, RefusedException {
        JsonObject container = container(target, pod);
        JsonObject patch = ObjectRequests.json(Map.of("spec", Map.of("ephemeralContainers", List.of(container))));
        String path = path(target) + "/ephemeralcontainers";
        JsonObject answer = objects.patch(path, patch);
        if (GsonFields.text(answer, "kind").equals("EphemeralContainers")) {
            JsonArray all =
                    GsonFields.at(answer, "ephemeralContainers") instanceof JsonArray known ? known : new JsonArray();
            all.add(container);
            answer.add("ephemeralContainers", all);
            objects.put(path, answer);
        }
    }

    /** As the user that the container itself runs as, who alone may read its descriptors. */
    private JsonObject container(ExecTarget target, JsonObject pod) {
        JsonObject container = ObjectRequests.json(Map.of(
                "name", beside(target).container(),
                "image", image,
                "targetContainerName", target.container(),
                "terminationMessagePolicy", "File",
                "command", List.of("sh", "-c", "trap 'exit 0' TERM; while :; do sleep 3600 & wait $!; done")));
        GsonFields.objects(pod, "spec", "containers").stream()
                .filter(one -> GsonFields.text(one, "name").equals(target.container()))
                .map(one -> GsonFields.at(one, "securityContext"))
                .filter(JsonObject.class::isInstance)
                .forEach(context -> container.add("securityContext", context));
        return container;
    }

    private Optional<Failed> await(ExecTarget target) throws IOException, RefusedException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonObject status = named(
                            GsonFields.objects(objects.get(path(target)), "status", "ephemeralContainerStatuses"),
                            target)
                    .orElseGet(JsonObject::new);
            String waits = GsonFields.text(status, "state", "waiting", "reason");
            if (GsonFields.at(status, "state", "running") != null) {
                return Optional.empty();
            } else if (GsonFields.at(status, "state", "terminated") != null) {
                return Optional.of(failed(target, GapReason.NO_SHELL, "has ended, and is not added twice"));
            } else if (HOPELESS.contains(waits) || System.nanoTime() > end) {
                return Optional.of(failed(
                        target, GapReason.NO_SHELL, "does not start: " + (waits.isEmpty() ? "no word of it" : waits)));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private static Failed refused(ExecTarget target, Refusal refusal) {
        String wayOut =
                switch (refusal.code()) {
                    case FORBIDDEN ->
                        "; allow the verbs patch and update on pods/ephemeralcontainers in namespace "
                                + target.namespace() + ", or leave out --debug-image";
                    case NOT_FOUND -> "; the pod is gone, or the cluster has no ephemeral containers";
                    default -> "";
                };
        GapReason reason = refusal.code() == FORBIDDEN ? GapReason.DENIED : GapReason.FAILED;
        Failed failed = failed(target, reason, "was refused with " + refusal + wayOut);
        return new Failed(failed.reason(), failed.message(), refusal.retryAfter());
    }

    private static Failed failed(ExecTarget target, GapReason reason, String words) {
        ExecTarget beside = beside(target);
        return new Failed(
                reason,
                "the debug container " + beside.container() + " in " + beside.namespace() + "/" + beside.pod() + " "
                        + words);
    }

    private static String path(ExecTarget target) {
        return "/api/v1/namespaces/" + target.namespace() + "/pods/" + target.pod();
    }
}
