package dev.seep.source.kubernetes.job;

import com.google.gson.JsonObject;
import dev.seep.source.SourceException;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.GsonFields;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.api.ObjectRequests;
import dev.seep.source.kubernetes.api.RefusedException;
import dev.seep.source.kubernetes.pods.OwnerKind;
import dev.seep.source.kubernetes.pods.OwnerName;
import java.nio.file.Path;

/** Job of {@code seep manifest job}, seen from outside the cluster. */
public final class SoakJob {
    public enum State {
        RUNNING,
        /** There is a verdict. */
        COMPLETE,
        /** It gave up, with a verdict or without. */
        FAILED
    }

    /** Annotation of the Job with the path of its run folder. */
    private static final String RUN_ANNOTATION = "seep.dev/run";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_TROUBLE = 500;

    private final Cluster cluster;
    private final String namespace;
    private final String name;
    private final ObjectRequests objects;
    private JsonObject job = new JsonObject();

    private SoakJob(Cluster cluster, String namespace, String name) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.name = name;
        this.objects = new ObjectRequests(cluster);
    }

    /**
     * The Job of this name as {@code job/NAME}, in the first namespace of the selection or that of the context.
     *
     * @throws IllegalArgumentException if the word cannot be a Job's
     * @throws SourceException if there is no such Job, or nobody to ask
     */
    public static SoakJob find(KubernetesConnection connection, String namespace, String word) throws SourceException {
        OwnerName owner = OwnerName.parse(word.contains("/") ? word : "job/" + word);
        if (owner.kind() != OwnerKind.JOB) {
            throw new IllegalArgumentException(
                    "'" + word + "' is no Job: only a run of seep manifest job can be collected");
        }
        Cluster cluster = ClusterDirectory.find(connection);
        SoakJob job = new SoakJob(cluster, namespace.isEmpty() ? cluster.namespace() : namespace, owner.name());
        job.refresh();
        return job;
    }

    /** {@code job/soak in namespace shop}. */
    @Override
    public String toString() {
        return "job/" + name + " in namespace " + namespace;
    }

    /**
     * Refreshes the state; where nobody answers just now, the last one still holds.
     *
     * @throws SourceException if the Job is gone, or no longer shown to us
     */
    public void lookAgain() throws SourceException {
        try {
            refresh();
        } catch (SourceException e) {
            if (e.getCause() instanceof RefusedException refused
                    && isForGood(refused.refusal().code())) {
                throw e;
            }
        }
    }

    private static boolean isForGood(int code) {
        return code < SERVER_TROUBLE && code != TOO_MANY_REQUESTS;
    }

    private void refresh() throws SourceException {
        JsonObject seen = objects.find(OwnerKind.JOB.paths(namespace, name).get(0), toString());
        if (GsonFields.text(seen, "metadata", "annotations", RUN_ANNOTATION).isEmpty()
                || GsonFields.objects(seen, "spec", "template", "spec", "containers")
                        .isEmpty()) {
            throw new SourceException(this + " is none of seep manifest job: it has no annotation " + RUN_ANNOTATION
                    + " with its folder");
        }
        job = seen;
    }

    /** State at the last refresh, as the Job's conditions say it. */
    public State state() {
        if (holds("Complete")) {
            return State.COMPLETE;
        }
        return holds("Failed") ? State.FAILED : State.RUNNING;
    }

    private boolean holds(String type) {
        return GsonFields.objects(job, "status", "conditions").stream()
                .anyMatch(condition -> GsonFields.text(condition, "type").equals(type)
                        && GsonFields.text(condition, "status").equals("True"));
    }

    /**
     * Copies the run folder, through a pod that mounts the volume of the Job and goes away afterwards.
     *
     * @param folder is not there yet, or empty; afterwards it is there whole or not at all
     */
    public void fetch(Path folder) throws SourceException {
        String run = GsonFields.text(job, "metadata", "annotations", RUN_ANNOTATION);
        try (CollectorPod pod = CollectorPod.start(objects, namespace, job);
                RemoteFolder remote = new RemoteFolder(cluster, pod.target(), run)) {
            new Download(remote).into(folder);
        }
    }
}
