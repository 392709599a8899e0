package dev.seep.source.kubernetes.api;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Client that asks the cluster for the rights of this account. */
public final class AccessReviews {
    private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final ObjectRequests objects;

    public AccessReviews(Cluster cluster) {
        this.objects = new ObjectRequests(cluster);
    }

    /**
     * Missing ones of these rules.
     *
     * @param namespaces null among them stands for everywhere
     * @throws RefusedException if the cluster does not say
     */
    public List<MissingRule> missing(List<@Nullable String> namespaces, List<AccessRule> rules)
            throws IOException, RefusedException {
        List<MissingRule> missing = new ArrayList<>();
        for (String namespace : namespaces) {
            for (AccessRule rule : rules) {
                List<String> verbs = new ArrayList<>();
                for (String verb : rule.verbs()) {
                    if (!isAllowed(namespace, rule, verb)) {
                        verbs.add(verb);
                    }
                }
                if (!verbs.isEmpty()) {
                    missing.add(new MissingRule(namespace, new AccessRule(rule.group(), rule.resource(), verbs)));
                }
            }
        }
        return missing;
    }

    private boolean isAllowed(@Nullable String namespace, AccessRule rule, String verb)
            throws IOException, RefusedException {
        String[] resource = rule.resource().split("/", 2);
        Map<String, String> attributes = Map.of(
                "namespace",
                namespace == null ? "" : namespace,
                "verb",
                verb,
                "group",
                rule.group(),
                "resource",
                resource[0],
                "subresource",
                resource.length > 1 ? resource[1] : "");
        JsonObject review = ObjectRequests.json(Map.of(
                "apiVersion", "authorization.k8s.io/v1",
                "kind", "SelfSubjectAccessReview",
                "spec", Map.of("resourceAttributes", attributes)));
        return !GsonFields.text(objects.post(PATH, review), "status", "allowed").equals("false");
    }
}
