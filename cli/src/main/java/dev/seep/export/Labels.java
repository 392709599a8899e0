package dev.seep.export;

import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import dev.seep.verdict.Finding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Label sets as they stand in the text, without braces. */
final class Labels {
    private Labels() {}

    /** {@code namespace, pod, container, workload, node}; absent ones are left out. */
    static String of(Target target, String node) {
        StringBuilder labels = new StringBuilder(160);
        add(labels, "namespace", target.namespace());
        add(labels, target.kind() == Target.Kind.PROCESS ? "process" : "pod", target.name());
        if (target.container() != null) {
            add(labels, "container", target.container());
        }
        add(labels, "workload", target.workload());
        if (!node.isEmpty()) {
            add(labels, "node", node);
        }
        return labels.toString();
    }

    /** {@code namespace, container, workload, metric} of what is said of all replicas; no container if that is null. */
    static String of(Finding.Subject subject, @Nullable String container, Metric metric) {
        StringBuilder labels = new StringBuilder(160);
        add(labels, "namespace", Objects.requireNonNullElse(subject.namespace(), ""));
        if (container != null) {
            add(labels, "container", container);
        }
        add(labels, "workload", Objects.requireNonNullElse(subject.workload(), ""));
        add(labels, "metric", metric.name());
        return labels.toString();
    }

    static void add(StringBuilder labels, String name, String value) {
        if (labels.length() > 0) {
            labels.append(',');
        }
        labels.append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> labels.append("\\\\");
                case '"' -> labels.append("\\\"");
                case '\n' -> labels.append("\\n");
                default -> labels.append(c);
            }
        }
        labels.append('"');
    }

    static String with(String labels, String name, String value) {
        StringBuilder more = new StringBuilder(labels);
        add(more, name, value);
        return more.toString();
    }
}
