package dev.seep.source.kubernetes.api;

import dev.seep.source.SourceException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Check, before a run of hours, whether it may exec; names exactly the missing rule. */
public final class RightsCheck {
    private static final List<AccessRule> EXEC = List.of(new AccessRule("", "pods/exec", List.of("get", "create")));
    private static final int EXEC_IS_ALSO_CREATE = 35;

    private final Cluster cluster;
    private final AccessReviews reviews;
    private final List<@Nullable String> namespaces;

    /** @param namespaces null among them stands for everywhere */
    public RightsCheck(Cluster cluster, List<@Nullable String> namespaces) {
        this.cluster = cluster;
        this.reviews = new AccessReviews(cluster);
        this.namespaces = namespaces;
    }

    /** Passes where the cluster does not tell its rights: then the execs themselves will. */
    public void check() throws SourceException {
        List<MissingRule> exec = missing(EXEC);
        boolean mayGet = exec.stream().noneMatch(rule -> rule.rule().verbs().contains("get"));
        if (!exec.isEmpty() && (!mayGet || execIsAlsoCreate(new ObjectRequests(cluster)))) {
            throw new SourceException("not allowed to exec at " + cluster.server() + "; " + missingWords());
        }
    }

    /** The rules that are missing, for an error message; as good as it can be said. */
    public String missingWords() {
        List<MissingRule> missing = missing(AccessRule.POLLING);
        return missing.isEmpty()
                ? "allow the verbs get, list and watch on pods, and get and create on pods/exec"
                : "the missing rule is " + MissingRule.words(missing) + "; seep doctor prints it as YAML";
    }

    /** Empty where the cluster does not tell its rights. */
    public List<MissingRule> missing(List<AccessRule> rules) {
        try {
            return reviews.missing(namespaces, rules);
        } catch (IOException | RefusedException e) {
            return List.of();
        }
    }

    /** Whether this version of Kubernetes asks for both verbs; no where that cannot be found out. */
    public static boolean execIsAlsoCreate(ObjectRequests objects) {
        try {
            String minor = GsonFields.text(objects.get("/version"), "minor");
            return Integer.parseInt(minor.replaceAll("\\D", "")) >= EXEC_IS_ALSO_CREATE;
        } catch (IOException | RefusedException | NumberFormatException e) {
            return false;
        }
    }
}
