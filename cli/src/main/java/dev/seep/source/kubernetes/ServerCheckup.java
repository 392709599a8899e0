package dev.seep.source.kubernetes;

import com.google.gson.JsonObject;
import dev.seep.sample.Durations;
import dev.seep.source.SourceException;
import dev.seep.source.kubernetes.api.AccessReviews;
import dev.seep.source.kubernetes.api.AccessRule;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.GsonFields;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.api.MissingRule;
import dev.seep.source.kubernetes.api.ObjectRequests;
import dev.seep.source.kubernetes.api.RefusedException;
import dev.seep.source.kubernetes.api.RightsCheck;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.source.kubernetes.pods.PodScope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Check whether a cluster would let a run poll, before one tries. */
public final class ServerCheckup {
    private static final Pattern USER = Pattern.compile("User \"([^\"]+)\"");
    private static final AccessRule EXEC_CREATE = new AccessRule("", "pods/exec", List.of("create"));
    private static final int FORBIDDEN = 403;

    private final Cluster cluster;
    private final ObjectRequests objects;
    private final List<@Nullable String> namespaces;

    private ServerCheckup(Cluster cluster, KubernetesSelection selection) {
        this.cluster = cluster;
        this.objects = new ObjectRequests(cluster);
        this.namespaces = PodScope.namespaces(PodScope.of(selection, cluster.namespace()));
    }

    /** @throws SourceException if no kubeconfig, context, or usable credentials are found */
    public static ServerCheckup of(KubernetesConnection connection, KubernetesSelection selection)
            throws SourceException {
        return new ServerCheckup(ClusterDirectory.find(connection), selection);
    }

    /** URL of the API server. */
    public String server() {
        return cluster.server();
    }

    /** {@code v1.31.2}; throws if no cluster answers. */
    public String version() throws SourceException {
        return GsonFields.text(objects.find("/version", "its version"), "gitVersion");
    }

    /**
     * Rules that are missing for polling.
     *
     * @param agents namespace of the node agents to poll through, null to poll by execs
     */
    public List<MissingRule> missing(@Nullable String agents) throws SourceException {
        return agents == null
                ? missing(namespaces, AccessRule.POLLING)
                : concat(missing(namespaces, AccessRule.FINDING), missing(List.of(agents), AccessRule.ASKING_AGENTS));
    }

    /** Missing rules without which a run goes on and tells no abnormal events beside its polls. */
    public List<MissingRule> missingForEvents() throws SourceException {
        List<@Nullable String> watched = new ArrayList<>(namespaces);
        if (watched.stream().noneMatch(one -> one == null || one.equals(AccessRule.OF_NODES))) {
            watched.add(AccessRule.OF_NODES);
        }
        return concat(
                missing(watched, List.of(AccessRule.EVENTS)),
                missing(Collections.singletonList(null), List.of(AccessRule.NODES)));
    }

    /** Missing rules for counting objects of these kinds. */
    public List<MissingRule> missingToCount(List<String> kinds) throws SourceException {
        return missing(namespaces, AccessRule.counting(kinds));
    }

    private List<MissingRule> missing(List<@Nullable String> in, List<AccessRule> rules) throws SourceException {
        try {
            return new AccessReviews(cluster).missing(in, rules);
        } catch (RefusedException e) {
            throw new SourceException(cluster.server() + " does not say what it allows (" + e.refusal() + ")", e);
        } catch (IOException e) {
            throw objects.noAnswer(e);
        }
    }

    private static List<MissingRule> concat(List<MissingRule> some, List<MissingRule> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Whether without these rules nothing of these kinds can be counted, in any namespace. */
    public boolean isAllToCount(List<String> kinds, List<MissingRule> missing) {
        return missing.size() == kinds.size() * namespaces.size();
    }

    /** Whether this version of Kubernetes does without the rule. */
    public boolean isOnlyForLaterVersions(MissingRule missing) {
        return missing.rule().equals(EXEC_CREATE) && !RightsCheck.execIsAlsoCreate(objects);
    }

    /** Whom the cluster takes us for, by the words with which it refuses; empty if it does not say. */
    public Optional<String> user(MissingRule missing) {
        String scope = missing.namespace() == null ? "" : "/namespaces/" + missing.namespace();
        String[] resource = missing.rule().resource().split("/", 2);
        boolean exec = resource.length > 1 && missing.namespace() != null;
        try {
            // Refused before the pod is searched, so that a pod of this name need not be there.
            objects.get("/api/v1" + scope + "/" + resource[0] + (exec ? "/seep-doctor/" + resource[1] : ""));
        } catch (RefusedException e) {
            Matcher user = USER.matcher(e.refusal().words());
            if (e.refusal().code() == FORBIDDEN && user.find()) {
                return Optional.of(user.group(1));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** After how long a node cuts an exec on which nothing is said; empty where that is not visible. */
    public Optional<Duration> idleLimit(String node) {
        try {
            JsonObject config = objects.get("/api/v1/nodes/" + node + "/proxy/configz");
            String limit = GsonFields.text(config, "kubeletconfig", "streamingConnectionIdleTimeout");
            return Optional.of(Durations.parse(limit));
        } catch (IOException | RefusedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
