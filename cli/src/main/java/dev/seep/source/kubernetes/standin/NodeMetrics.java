package dev.seep.source.kubernetes.standin;

import dev.seep.source.exec.ExecTarget;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the containers of a node, read from the kubelet's {@code /metrics/cadvisor}. Every line has the time of
 * the kubelet's reading, which differs from container to container. Of several lives of a container the last counts.
 */
final class NodeMetrics {
    private static final long LONGEST = 256L << 20;
    private static final Map<String, String> METRICS = Map.of(
            "container_memory_rss", "memory.anon",
            "container_memory_cache", "memory.cache",
            "container_memory_working_set_bytes", "memory.working_set",
            "container_spec_memory_limit_bytes", "memory.limit",
            "container_file_descriptors", "fds.open",
            "container_sockets", "fds.sockets",
            "container_processes", "processes",
            "container_threads", "threads");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern VALUE = Pattern.compile(" ([0-9.eE+-]{1,40})(?: ([0-9]{1,15}))?");

    private final Map<String, Figures> containers = new HashMap<>();

    /**
     * Figures of a container.
     *
     * @param life the cgroup of it, which no other life has
     * @param values by metric name
     */
    record Figures(String life, Instant time, Map<String, Double> values) {}

    NodeMetrics() {}

    /** Lines that are not understood are passed over. */
    static NodeMetrics read(BufferedSource source) throws IOException {
        NodeMetrics page = new NodeMetrics();
        long left = LONGEST;
        for (String line = source.readUtf8Line(); line != null && left > 0; line = source.readUtf8Line()) {
            left -= line.length();
            page.line(line);
        }
        return page;
    }

    /** Null if there is nothing. */
    @Nullable
    Figures of(ExecTarget target) {
        return containers.get(key(target.namespace(), target.pod(), target.container()));
    }

    void put(String namespace, String pod, String container, Figures figures) {
        containers.merge(
                key(namespace, pod, container),
                figures,
                (known, more) -> more.life().equals(known.life()) ? together(known, more) : later(known, more));
    }

    private static Figures together(Figures known, Figures more) {
        known.values().putAll(more.values());
        return new Figures(known.life(), later(known, more).time(), known.values());
    }

    private static Figures later(Figures known, Figures more) {
        return more.time().isAfter(known.time()) ? more : known;
    }

    private void line(String line) {
        int brace = line.indexOf('{');
        int end = line.lastIndexOf('}');
        String metric = brace < 0 ? null : METRICS.get(line.substring(0, brace));
        if (metric == null || end < brace) {
            return;
        }
        Map<String, String> labels = new HashMap<>();
        for (Matcher label = LABEL.matcher(line.substring(brace + 1, end)); label.find(); ) {
            labels.put(label.group(1), label.group(2));
        }
        Matcher value = VALUE.matcher(line.substring(end + 1));
        String container = labels.getOrDefault("container", "");
        if (!container.isEmpty() && value.matches()) {
            put(
                    labels.getOrDefault("namespace", ""),
                    labels.getOrDefault("pod", ""),
                    container,
                    figures(metric, labels.getOrDefault("id", ""), value));
        }
    }

    /** A limit has no time of its own, and 0 stands for none. */
    private static Figures figures(String metric, String life, Matcher value) {
        Map<String, Double> values = new HashMap<>();
        double number = number(value.group(1));
        boolean unlimited = metric.equals("memory.limit") && number == 0;
        if (Double.isFinite(number) && number >= 0 && !unlimited) {
            values.put(metric, number);
        }
        Instant time = value.group(2) == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(value.group(2)));
        return new Figures(life, time, values);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String key(String namespace, String pod, String container) {
        return namespace + "/" + pod + "/" + container;
    }
}
