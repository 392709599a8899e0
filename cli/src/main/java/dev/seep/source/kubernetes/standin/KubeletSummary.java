package dev.seep.source.kubernetes.standin;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import dev.seep.source.kubernetes.standin.NodeMetrics.Figures;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes written by the containers of a node, from the kubelet's {@code /stats/summary}, and those in the volumes of
 * their pods. It does not say which container has which volume, so that each container has all of them.
 */
final class KubeletSummary {
    private record Summary(@Nullable List<PodStats> pods) {}

    private record PodStats(
            @Nullable PodName podRef,
            @Nullable List<ContainerStats> containers,
            @SerializedName("volume") @Nullable List<VolumeStats> volumes) {}

    private record PodName(
            @Nullable String namespace, @Nullable String name) {}

    private record ContainerStats(
            @Nullable String name,
            @Nullable String startTime,
            @Nullable Space rootfs,
            @Nullable Space logs) {}

    private record Space(
            @Nullable String time,
            @Nullable Double usedBytes,
            @Nullable Double capacityBytes) {}

    /** @param pvcRef the claim of a volume that outlives the pod */
    private record VolumeStats(
            @Nullable String name,
            @Nullable Object pvcRef,
            @Nullable Double usedBytes,
            @Nullable Double capacityBytes,
            @Nullable Double inodesUsed,
            @Nullable Double inodes) {}

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");
    /** Volumes that Kubernetes itself adds. */
    private static final Pattern CREDENTIALS = Pattern.compile("kube-api-access-\\w{5}|.*-token-\\w{5}");

    private KubeletSummary() {}

    static NodeMetrics read(Reader json) throws IOException {
        NodeMetrics page = new NodeMetrics();
        try {
            Summary summary = new Gson().fromJson(json, Summary.class);
            for (PodStats pod : orNone(summary == null ? null : summary.pods())) {
                for (ContainerStats container : orNone(pod.containers())) {
                    put(page, pod.podRef(), container, orNone(pod.volumes()));
                }
            }
        } catch (JsonParseException e) {
            throw new IOException("what the kubelet sent is no summary", e);
        }
        return page;
    }

    private static void put(
            NodeMetrics page, @Nullable PodName pod, ContainerStats container, List<VolumeStats> volumes) {
        Map<String, Double> values = new HashMap<>();
        used(container.rootfs(), "disk.writable_layer", values);
        used(container.logs(), "disk.logs", values);
        volumes.forEach(volume -> volume(volume, container.rootfs(), values));
        if (pod != null && !values.isEmpty()) {
            Space space = container.rootfs() == null ? container.logs() : container.rootfs();
            page.put(
                    String.valueOf(pod.namespace()),
                    String.valueOf(pod.name()),
                    String.valueOf(container.name()),
                    new Figures(String.valueOf(container.startTime()), time(space), values));
        }
    }

    /**
     * A volume on the disk of the node is a folder there; of one with a file system of its own the size is known too.
     */
    private static void volume(VolumeStats volume, @Nullable Space node, Map<String, Double> values) {
        String given = String.valueOf(volume.name());
        if (!NAME.matcher(given).matches() || CREDENTIALS.matcher(given).matches()) {
            return;
        }
        String name = given.replace('-', '_');
        if (volume.pvcRef() == null) {
            put("disk.volume." + name, volume.usedBytes(), values);
        } else if (node == null || !Objects.equals(node.capacityBytes(), volume.capacityBytes())) {
            put("disk.used." + name, volume.usedBytes(), values);
            put("disk.size." + name, volume.capacityBytes(), values);
            put("disk.inodes." + name, volume.inodesUsed(), values);
            put("disk.inodes_limit." + name, volume.inodes(), values);
        }
    }

    private static void put(String metric, @Nullable Double value, Map<String, Double> values) {
        if (value != null && Double.isFinite(value) && value >= 0) {
            values.put(metric, value);
        }
    }

    private static void used(@Nullable Space space, String metric, Map<String, Double> values) {
        put(metric, space == null ? null : space.usedBytes(), values);
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
