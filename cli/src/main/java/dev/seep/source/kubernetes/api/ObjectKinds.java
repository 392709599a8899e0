package dev.seep.source.kubernetes.api;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.seep.source.SourceException;
import dev.seep.source.exec.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Finder of kinds by the names that people give them, which asks the server for its own. */
public final class ObjectKinds {
    /** Groups of the kinds that everybody has, so that not all groups are asked for them. */
    private static final Map<String, String> GROUPS = Map.of(
            "jobs", "batch",
            "cronjobs", "batch",
            "replicasets", "apps",
            "deployments", "apps",
            "leases", "coordination.k8s.io",
            "endpointslices", "discovery.k8s.io");

    private static final Set<String> CORE = Set.of("pods", "configmaps", "secrets", "events", "persistentvolumeclaims");

    private static final Gson GSON = new Gson();

    private final Cluster cluster;
    private final Map<String, List<Resource>> resources = new HashMap<>();
    private @Nullable List<Group> groups;

    private record Groups(@Nullable List<Group> groups) {}

    private record Group(@Nullable String name, @Nullable List<Version> versions) {}

    private record Version(@Nullable String version) {}

    private record Resources(@Nullable List<Resource> resources) {}

    private record Resource(
            @Nullable String name,
            @Nullable String singularName,
            @Nullable String kind,
            @Nullable List<String> shortNames,
            @Nullable List<String> verbs,
            boolean namespaced) {
        boolean isCalled(String word) {
            return Stream.concat(
                            Stream.of(name, singularName, kind), shortNames == null ? Stream.of() : shortNames.stream())
                    .anyMatch(known ->
                            known != null && known.toLowerCase(Locale.ROOT).equals(word));
        }

        boolean canBeFollowed() {
            return verbs != null && verbs.contains("list") && verbs.contains("watch");
        }
    }

    public ObjectKinds(Cluster cluster) {
        this.cluster = cluster;
    }

    /** A kind that every cluster has in its version 1, without asking for it. */
    public static Optional<ObjectKind> everywhere(String word) {
        String group = CORE.contains(word) ? "" : GROUPS.get(word);
        return group == null ? Optional.empty() : Optional.of(new ObjectKind(word, group, "v1", word, true));
    }

    /** @throws SourceException if the server does not list its kinds */
    public Optional<ObjectKind> find(String word) throws SourceException {
        try {
            int dot = word.indexOf('.');
            String name = dot < 0 ? word : word.substring(0, dot);
            String group = dot < 0 ? GROUPS.get(word) : word.substring(dot + 1);
            Optional<ObjectKind> core = group == null ? among("", "v1", name, word) : Optional.empty();
            return core.isPresent() ? core : inGroups(name, group, word);
        } catch (IOException | RefusedException | JsonParseException e) {
            throw new SourceException(
                    cluster.server() + " does not say which kinds of objects it has (" + Messages.line(e)
                            + "); leave out --probe objects, or allow get on its discovery",
                    e);
        }
    }

    /** @param group null for any */
    private Optional<ObjectKind> inGroups(String name, @Nullable String group, String word)
            throws IOException, RefusedException {
        for (Group known : groups()) {
            String called = String.valueOf(known.name());
            if ((group != null && !called.equals(group)) || known.versions() == null) {
                continue;
            }
            for (Version version : known.versions()) {
                Optional<ObjectKind> found = among(called, String.valueOf(version.version()), name, word);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ObjectKind> among(String group, String version, String name, String word)
            throws IOException, RefusedException {
        return resources(group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version).stream()
                .filter(resource -> resource.isCalled(name) && resource.canBeFollowed())
                .findFirst()
                .map(resource ->
                        new ObjectKind(word, group, version, String.valueOf(resource.name()), resource.namespaced()));
    }

    private List<Group> groups() throws IOException, RefusedException {
        if (groups == null) {
            Groups answer = get("/apis", Groups.class);
            groups = answer.groups() == null ? List.of() : answer.groups();
        }
        return groups;
    }

    private List<Resource> resources(String path) throws IOException, RefusedException {
        List<Resource> known = resources.get(path);
        if (known == null) {
            known = new ArrayList<>();
            try {
                Resources answer = get(path, Resources.class);
                known.addAll(answer.resources() == null ? List.of() : answer.resources());
            } catch (RefusedException broken) {
                // A group whose own server is down, or that is not for everybody, has no kind to offer.
                if (path.equals("/api/v1")) {
                    throw broken;
                }
            }
            resources.put(path, known);
        }
        return known;
    }

    private <T> T get(String path, Class<T> type) throws IOException, RefusedException {
        try (Response response = cluster.get(path, List.of())) {
            T answer = GSON.fromJson(response.body().charStream(), type);
            if (answer == null) {
                throw new JsonParseException("an empty answer to " + path);
            }
            return answer;
        }
    }
}
