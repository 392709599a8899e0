package dev.seep.source.kubernetes.api;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rule of access as roles hold it.
 *
 * @param group of the API, empty for the core
 * @param resource such as {@code pods/exec}
 */
public record AccessRule(String group, String resource, List<String> verbs) {
    /** Rules to find the containers of a run. */
    public static final List<AccessRule> FINDING = List.of(new AccessRule("", "pods", List.of("get", "list", "watch")));

    /**
     * Rules that a run needs. An exec over a web socket is a GET; from Kubernetes 1.35 on it needs {@code create} as
     * well, so that both are granted.
     */
    public static final List<AccessRule> POLLING = List.of(
            new AccessRule("", "pods", List.of("get", "list", "watch")),
            new AccessRule("", "pods/exec", List.of("get", "create")));

    /** Namespace of events of objects that are in none. */
    public static final String OF_NODES = "default";

    /** Rule to tell abnormal events, also {@linkplain #OF_NODES of nodes}; a run goes on without. */
    public static final AccessRule EVENTS = new AccessRule("", "events", List.of("get", "list", "watch"));

    /** Rule to tell abnormal conditions of nodes, everywhere; a run goes on without. */
    public static final AccessRule NODES = new AccessRule("", "nodes", List.of("get", "list", "watch"));

    /** Rules to ask node agents, where they are. */
    public static final List<AccessRule> ASKING_AGENTS = List.of(
            new AccessRule("", "pods", List.of("get", "list", "watch")),
            new AccessRule("", "pods/proxy", List.of("get")));

    /** Rules to collect the run of a Job. */
    public static final List<AccessRule> COLLECTING = List.of(
            new AccessRule("batch", "jobs", List.of("get")),
            new AccessRule("", "pods", List.of("get", "create", "delete")),
            new AccessRule("", "pods/exec", List.of("get", "create")));

    /** The verbs with which something is counted and kept count of. */
    public static final List<String> FOLLOW = List.of("list", "watch");

    /** Rules to count objects of these kinds; none for kinds that only this cluster has. */
    public static List<AccessRule> counting(List<String> kinds) {
        return kinds.stream()
                .flatMap(kind -> ObjectKinds.everywhere(kind).stream())
                .map(kind -> new AccessRule(kind.group(), kind.resource(), FOLLOW))
                .toList();
    }

    /** Kinds without secrets: who may list them may read them all, so that nobody is told to allow it unasked. */
    public static List<String> withoutSecrets(List<String> kinds) {
        return kinds.stream().filter(kind -> !kind.equals("secrets")).toList();
    }

    /** The same rights with one rule for each resource. */
    public static List<AccessRule> merged(List<AccessRule> rules) {
        Map<List<String>, Set<String>> verbs = new LinkedHashMap<>();
        rules.forEach(
                rule -> verbs.computeIfAbsent(List.of(rule.group(), rule.resource()), resource -> new LinkedHashSet<>())
                        .addAll(rule.verbs()));
        return verbs.entrySet().stream()
                .map(one -> new AccessRule(one.getKey().get(0), one.getKey().get(1), List.copyOf(one.getValue())))
                .toList();
    }

    public AccessRule {
        verbs = List.copyOf(verbs);
    }

    /** {@code get, list on pods}. */
    public String words() {
        return String.join(", ", verbs) + " on " + resource;
    }

    /** As a line of a role: {@code {apiGroups: [""], resources: ["pods"], verbs: ["get"]}}. */
    @Override
    public String toString() {
        return "{apiGroups: [\"" + group + "\"], resources: [\"" + resource + "\"], verbs: ["
                + verbs.stream().map(verb -> '"' + verb + '"').collect(Collectors.joining(", ")) + "]}";
    }
}
