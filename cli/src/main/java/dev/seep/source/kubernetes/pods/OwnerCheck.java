package dev.seep.source.kubernetes.pods;

import dev.seep.source.SourceException;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Check, before a run of hours, whether a workload that was named is there at all. */
public final class OwnerCheck {
    private static final int NOT_FOUND = 404;

    private final Cluster cluster;

    public OwnerCheck(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Cannot tell where all namespaces are meant, or where looking is not allowed; says nothing then. */
    public void check(OwnerName owner, List<PodScope> scopes) throws SourceException {
        List<String> namespaces = scopes.stream()
                .map(PodScope::namespace)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (!namespaces.isEmpty() && namespaces.stream().allMatch(namespace -> isMissing(owner, namespace))) {
            throw new SourceException(owner + " does not exist in namespace " + String.join(", ", namespaces)
                    + "; look with: kubectl get " + owner.kind().plural() + " -n " + namespaces.get(0));
        }
    }

    private boolean isMissing(OwnerName owner, String namespace) {
        return owner.kind().paths(namespace, owner.name()).stream().allMatch(this::isNotFound);
    }

    private boolean isNotFound(String path) {
        try {
            cluster.get(path, List.of()).close();
            return false;
        } catch (RefusedException e) {
            return e.refusal().code() == NOT_FOUND;
        } catch (IOException e) {
            return false;
        }
    }
}
