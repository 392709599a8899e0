package dev.seep.source.kubernetes;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.seep.source.kubernetes.KubeletPage.Figures;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what the containers of a node have written, from the kubelet's {@code /stats/summary}. */
final class KubeletSummary {
    private record Summary(@Nullable List<PodStats> pods) {}

    private record PodStats(
            @Nullable PodName podRef, @Nullable List<ContainerStats> containers) {}

    private record PodName(
            @Nullable String namespace, @Nullable String name) {}

    private record ContainerStats(
            @Nullable String name,
            @Nullable String startTime,
            @Nullable Space rootfs,
            @Nullable Space logs) {}

    private record Space(@Nullable String time, @Nullable Double usedBytes) {}

    private KubeletSummary() {}

    static KubeletPage read(Reader json) throws IOException {
        KubeletPage page = new KubeletPage();
        try {
            Summary summary = new Gson().fromJson(json, Summary.class);
            for (PodStats pod : orNone(summary == null ? null : summary.pods())) {
                for (ContainerStats container : orNone(pod.containers())) {
                    put(page, pod.podRef(), container);
                }
            }
        } catch (JsonParseException e) {
            throw new IOException("what the kubelet sent is no summary", e);
        }
        return page;
    }

    private static void put(KubeletPage page, @Nullable PodName pod, ContainerStats container) {
        Map<String, Double> values = new HashMap<>();
        used(container.rootfs(), "disk.writable_layer", values);
        used(container.logs(), "disk.logs", values);
        if (pod != null && !values.isEmpty()) {
            Space space = container.rootfs() == null ? container.logs() : container.rootfs();
            page.put(
                    String.valueOf(pod.namespace()),
                    String.valueOf(pod.name()),
                    String.valueOf(container.name()),
                    new Figures(String.valueOf(container.startTime()), time(space), values));
        }
    }

    private static void used(@Nullable Space space, String metric, Map<String, Double> values) {
        if (space != null && space.usedBytes() != null && space.usedBytes() >= 0) {
            values.put(metric, space.usedBytes());
        }
    }

    private static Instant time(@Nullable Space space) {
        try {
            return space == null || space.time() == null ? Instant.EPOCH : Instant.parse(space.time());
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
