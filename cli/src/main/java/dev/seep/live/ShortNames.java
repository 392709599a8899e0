package dev.seep.live;

import dev.seep.sample.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Short names of the targets of one run: what it takes to tell them apart. The container {@code app} of the pod {@code
 * cart-59fb9d8b9f-5sm52} is {@code cart-5sm52/app} beside replicas and a sidecar, and {@code cart} where it is alone.
 */
final class ShortNames {
    private record Workload(String namespace, String name) {}

    private final boolean oneNamespace;
    private final Map<Workload, Set<String>> pods = new HashMap<>();
    private final Map<Target, Set<String>> containers = new HashMap<>();
    private final Map<List<String>, Set<Target>> sameName = new HashMap<>();

    /** @param targets all that there are */
    ShortNames(Collection<Target> targets) {
        oneNamespace = targets.stream().map(Target::namespace).distinct().count() < 2;
        for (Target target : targets) {
            put(pods, workload(target), target.name());
            if (target.container() != null) {
                put(containers, target.pod(), target.container());
            }
        }
        targets.forEach(target -> put(sameName, pod(target), target.pod()));
    }

    private static <K, V> void put(Map<K, Set<V>> sets, K key, V value) {
        sets.computeIfAbsent(key, none -> new HashSet<>()).add(value);
    }

    /** The name of one of them, in parts that are written with slashes between. */
    List<String> of(Target target) {
        List<String> parts = new ArrayList<>(pod(target));
        if (sameName.getOrDefault(parts, Set.of()).size() > 1) {
            parts = new ArrayList<>(List.of(target.namespace(), target.name()));
        }
        String container = target.container();
        if (container != null && containers.getOrDefault(target.pod(), Set.of()).size() > 1) {
            parts.add(container);
        }
        return parts;
    }

    private List<String> pod(Target target) {
        Workload workload = workload(target);
        String replica = afterLast(target.name(), '-');
        String name = workload.name();
        if (pods.getOrDefault(workload, Set.of()).size() > 1) {
            name = target.name().startsWith(name + "-") ? name + "-" + replica : target.name();
        }
        return oneNamespace ? List.of(name) : List.of(target.namespace(), name);
    }

    private static Workload workload(Target target) {
        return new Workload(target.namespace(), afterLast(target.workload(), '/'));
    }

    private static String afterLast(String text, char sign) {
        return text.substring(text.lastIndexOf(sign) + 1);
    }
}
