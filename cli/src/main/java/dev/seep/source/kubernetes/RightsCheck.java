package dev.seep.source.kubernetes;

import dev.seep.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out, before a run of hours, whether it may exec; says exactly which rule is missing. */
final class RightsCheck {
    private static final List<AccessRule> EXEC = List.of(new AccessRule("", "pods/exec", List.of("get", "create")));
    private static final int EXEC_IS_ALSO_CREATE = 35;

    private final Cluster cluster;
    private final AccessReviews reviews;
    private final List<@Nullable String> namespaces = new ArrayList<>();

    RightsCheck(Cluster cluster, List<PodScope> scopes) {
        this.cluster = cluster;
        this.reviews = new AccessReviews(cluster);
        scopes.forEach(scope -> namespaces.add(scope.namespace()));
    }

    /** Says nothing where the cluster does not tell what it allows: then the execs themselves will. */
    void check() throws SourceException {
        List<MissingRule> exec = missing(EXEC);
        boolean mayGet = exec.stream().noneMatch(rule -> rule.rule().verbs().contains("get"));
        if (!exec.isEmpty() && (!mayGet || execIsAlsoCreate(new ObjectRequests(cluster)))) {
            throw new SourceException("not allowed to exec at " + cluster.server() + "; " + missingWords());
        }
    }

    /** The rules that are missing, for an error message; as good as it can be said. */
    String missingWords() {
        List<MissingRule> missing = missing(AccessRule.POLLING);
        return missing.isEmpty()
                ? "allow the verbs get, list and watch on pods, and get and create on pods/exec"
                : words(missing);
    }

    private static String words(List<MissingRule> missing) {
        return "the missing rule is "
                + missing.stream().map(MissingRule::toString).collect(Collectors.joining(" and "))
                + "; seep doctor prints it as YAML";
    }

    private List<MissingRule> missing(List<AccessRule> rules) {
        try {
            return reviews.missing(namespaces, rules);
        } catch (IOException | RefusedException e) {
            return List.of();
        }
    }

    /** Whether this version of Kubernetes asks for both verbs; no where that cannot be found out. */
    static boolean execIsAlsoCreate(ObjectRequests objects) {
        try {
            String minor = Json.text(objects.get("/version"), "minor");
            return Integer.parseInt(minor.replaceAll("\\D", "")) >= EXEC_IS_ALSO_CREATE;
        } catch (IOException | RefusedException | NumberFormatException e) {
            return false;
        }
    }
}
