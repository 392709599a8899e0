package dev.seep.source.kubernetes.pods;

import dev.seep.sample.Worded;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds that can be named on the command line. */
public enum OwnerKind implements Worded {
    DEPLOYMENT("deploy", "/apis/apps/v1"),
    STATEFULSET("sts", "/apis/apps/v1"),
    DAEMONSET("ds", "/apis/apps/v1"),
    REPLICASET("rs", "/apis/apps/v1"),
    JOB("job", "/apis/batch/v1"),
    CRONJOB("cj", "/apis/batch/v1"),
    POD("po", "/api/v1");

    private final String abbreviation;
    private final String group;

    OwnerKind(String abbreviation, String group) {
        this.abbreviation = abbreviation;
        this.group = group;
    }

    /** The name of the resource in rules of access: {@code deployments}. */
    String plural() {
        return word() + "s";
    }

    /** By its word, its plural or its abbreviation. */
    static Optional<OwnerKind> of(String name) {
        return Arrays.stream(values())
                .filter(kind ->
                        List.of(kind.word(), kind.plural(), kind.abbreviation).contains(name))
                .findFirst();
    }

    /** Paths of the API where such an object may be. */
    public List<String> paths(String namespace, String name) {
        String path = group + "/namespaces/" + namespace + "/" + plural() + "/" + name;
        // Kubernetes before 1.21 has CronJobs in the second place only.
        return this == CRONJOB ? List.of(path, path.replace("/v1/", "/v1beta1/")) : List.of(path);
    }
}
