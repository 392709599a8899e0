package dev.seep.store;

import dev.seep.sample.Target;
import java.util.List;

/** Targets by their paths, for files that say no more of them. */
final class TargetPath {
    private TargetPath() {}

    /**
     * A container where there are three parts, a process under {@code local}, else a pod; its own workload.
     *
     * @throws IllegalArgumentException if this is no path
     */
    static Target parse(String path) {
        List<String> parts = List.of(path.split("/", -1));
        if (parts.size() == 3) {
            return Target.container(parts.get(0), parts.get(1), parts.get(2), parts.get(1));
        } else if (parts.size() == 2) {
            return parts.get(0).equals("local")
                    ? Target.process(parts.get(1))
                    : Target.pod(parts.get(0), parts.get(1), parts.get(1));
        }
        throw new IllegalArgumentException("not a target: '" + path + "', expected namespace/pod/container");
    }
}
