package dev.seep.source.kubernetes.objects;

import dev.seep.source.kubernetes.api.AccessReviews;
import dev.seep.source.kubernetes.api.AccessRule;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ObjectKind;
import dev.seep.source.kubernetes.api.PagedList;
import dev.seep.source.kubernetes.api.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Choice of kinds to count where nobody named any: those the account may list and watch, as long as that is cheap. */
final class DefaultObjectKinds {
    /** Each is a request that stays open, here and at the API server. */
    private static final int MOST_WATCHES = 60;
    /** Over all namespaces each object is read once, to know how many there are in each. */
    private static final long MOST_OBJECTS = 5_000;

    private final Cluster cluster;
    private final Map<ObjectKind, List<@Nullable String>> chosen = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    private DefaultObjectKinds(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @param namespaces null among them stands for all */
    static DefaultObjectKinds of(Cluster cluster, List<ObjectKind> kinds, List<@Nullable String> namespaces) {
        DefaultObjectKinds counts = new DefaultObjectKinds(cluster);
        if (kinds.size() * namespaces.size() > MOST_WATCHES) {
            counts.leftOut.add(
                    "objects (" + namespaces.size() + " namespaces by name are too many; -A is cheaper, or name "
                            + "kinds by --probe default,objects:kinds=...)");
            return counts;
        }
        try {
            for (ObjectKind kind : kinds) {
                counts.choose(kind, namespaces);
            }
        } catch (IOException | RefusedException | IllegalArgumentException silent) {
            counts.chosen.clear();
            counts.leftOut.clear();
            counts.leftOut.add("objects (the cluster does not say what it allows)");
        }
        return counts;
    }

    private void choose(ObjectKind kind, List<@Nullable String> namespaces) throws IOException, RefusedException {
        AccessRule rule = new AccessRule(kind.group(), kind.resource(), AccessRule.FOLLOW);
        List<@Nullable String> allowed = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String namespace : namespaces) {
            List<@Nullable String> one = new ArrayList<>();
            one.add(namespace);
            if (new AccessReviews(cluster).missing(one, List.of(rule)).isEmpty()) {
                allowed.add(namespace);
            } else {
                refused.add(Objects.requireNonNullElse(namespace, "all namespaces"));
            }
        }
        if (!refused.isEmpty()) {
            leftOut.add(kind.word() + " (not allowed to list and watch them in " + String.join(", ", refused) + ")");
        }
        if (allowed.contains(null) && isTooMany(kind)) {
            leftOut.add(kind.word() + " (more than " + MOST_OBJECTS + " in all namespaces)");
        } else if (!allowed.isEmpty()) {
            chosen.put(kind, allowed);
        }
    }

    private boolean isTooMany(ObjectKind kind) throws IOException, RefusedException {
        PagedList<ObjectJson> all = new PagedList<>(cluster, new ObjectLister(kind, null).resource());
        return all.readOne(one -> {}).more() >= MOST_OBJECTS;
    }

    /** The namespaces of each kind. */
    Map<ObjectKind, List<@Nullable String>> chosen() {
        return chosen;
    }

    /** Kinds not counted, with reasons: {@code secrets (not allowed to list and watch them in shop)}. */
    List<String> leftOut() {
        return leftOut;
    }
}
