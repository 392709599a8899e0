package dev.seep.probe;

import dev.seep.sample.GapReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Parser of the output of {@link DiskProbe} and {@link DiskMeasurement}, line by line. */
final class DiskAnswer {
    /** A file system: its device, mount point, bytes and inodes. */
    private record Volume(String device, String at, double used, double size, double inodes, double mostInodes) {}

    /** More folders than this are no container of somebody's program. */
    private static final int MOST_FOLDERS = 100;

    private final Map<String, Volume> volumes = new TreeMap<>();
    /** By path of a folder that is walked, the metric that it adds to. */
    private final Map<String, String> folders = new LinkedHashMap<>();

    private final Map<String, Double> walked = new HashMap<>();
    private final Set<String> nodeDevices = new HashSet<>();
    private final ReadingBuilder readingBuilder = new ReadingBuilder();
    private final boolean denied;
    private String device = "";
    private String type = "";
    private String at = "";
    private String path = "";
    private GapReason notWalked = GapReason.FAILED;
    private boolean walkEnded;
    private boolean complete = true;

    /** @param denied whether something that was added up may not be read */
    DiskAnswer(boolean denied) {
        this.denied = denied;
    }

    void line(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "node" -> nodeDevices.add(words[words.length - 1]);
            case "mount" -> mount(words);
            case "at" -> at = line.substring(Math.min(line.length(), 3));
            case "space" -> space(words);
            case "df" -> df(words);
            case "path" -> path = "disk.path." + name(line.substring(Math.min(line.length(), 5)));
            case "du" -> path(words);
            case "absent" -> gap(path, GapReason.ABSENT);
            case "no-tool" -> noTool(words.length > 1 ? words[1] : "path");
            case "volume" -> folder(words, "disk.volume." + name(words[words.length - 1]));
            case "layer" -> folder(words, "disk.writable_layer");
            case "locked" -> gap("disk.volume." + name(words[words.length - 1]), GapReason.DENIED);
            case "walked" -> walked(words[words.length - 1]);
            case "deleted" -> number(words, 1).ifPresent(count -> readingBuilder.value("disk.deleted_open", count));
            default -> row(line);
        }
    }

    private void folder(String[] words, String metric) {
        if (words.length > 1 && folders.size() < MOST_FOLDERS) {
            folders.put(words[1], metric);
        }
    }

    /** Line of {@code du} for a folder: kibibytes, and the path. */
    private void row(String line) {
        String[] words = line.split("\t", 2);
        String metric = words.length < 2 ? null : folders.get(words[1]);
        if (metric != null) {
            MetricTextParser.number(words[0])
                    .ifPresent(kibibytes -> walked.merge(metric, kibibytes * 1024, Double::sum));
        }
    }

    /** A folder that {@code du} may not read gives 1; one of a signal, or of {@code timeout}, is not its own. */
    private void walked(String status) {
        walkEnded = status.equals("0") || status.equals("1");
        notWalked = walkEnded ? notWalked : GapReason.TIMEOUT;
    }

    private void mount(String[] words) {
        device = words.length > 1 ? words[1] : "";
        type = words.length > 2 ? words[2] : "";
        at = "";
    }

    private void space(String[] words) {
        Optional<Double> block = number(words, 1);
        Optional<Double> blocks = number(words, 2);
        Optional<Double> free = number(words, 3);
        if (block.isPresent() && blocks.isPresent() && free.isPresent()) {
            double inodes = number(words, 4).orElse(0.0);
            double size = block.get() * blocks.get();
            double used = size - block.get() * free.get();
            add(used, size, inodes - number(words, 5).orElse(0.0), inodes);
        }
    }

    private void df(String[] words) {
        Optional<Double> size = number(words, 1);
        Optional<Double> used = number(words, 2);
        if (size.isPresent() && used.isPresent()) {
            add(used.get() * 1024, size.get() * 1024, 0, 0);
        }
    }

    /** Of several mounts of one device the one with the shortest path counts; an overlay is the node's. */
    private void add(double used, double size, double inodes, double mostInodes) {
        if (size <= 0) {
            return;
        }
        if (type.equals("overlay") || type.equals("aufs")) {
            nodeDevices.add(device);
        }
        Volume before = volumes.get(device);
        if (before == null || at.length() < before.at().length()) {
            volumes.put(device, new Volume(device, at, used, size, inodes, mostInodes));
        }
    }

    private void path(String[] words) {
        Optional<Double> kibibytes = number(words, 1);
        if (denied || kibibytes.isEmpty()) {
            gap(path, denied ? GapReason.DENIED : GapReason.FAILED);
        } else {
            readingBuilder.value(path, kibibytes.get() * 1024);
        }
    }

    private void noTool(String what) {
        switch (what) {
            case "volumes" -> {
                gap("disk.used", GapReason.NO_TOOL);
                gap("disk.inodes", GapReason.NO_TOOL);
            }
            case "walk" -> notWalked = GapReason.NO_TOOL;
            case "deleted" -> gap("disk.deleted_open", GapReason.NO_TOOL);
            default -> gap(path, GapReason.NO_TOOL);
        }
    }

    private void gap(String key, GapReason reason) {
        complete &= reason == GapReason.ABSENT || reason == GapReason.NO_TOOL;
        readingBuilder.gap(key, reason);
    }

    /** Whether everything that is there and could be read was read. */
    boolean isComplete() {
        return complete;
    }

    ReadingBuilder readings() {
        Map<String, Volume> byName = new HashMap<>();
        for (Volume volume : volumes.values()) {
            if (nodeDevices.contains(volume.device())) {
                readingBuilder.value("disk.node.used", volume.used());
                readingBuilder.value("disk.node.size", volume.size());
            } else {
                String name = name(volume.at());
                byName.put(
                        byName.containsKey(name)
                                ? name + String.format("_%08x", volume.at().hashCode())
                                : name,
                        volume);
            }
        }
        byName.forEach(this::value);
        folders.values().stream().distinct().forEach(this::sum);
        return readingBuilder;
    }

    private void sum(String metric) {
        Double bytes = walkEnded ? walked.get(metric) : null;
        if (bytes == null) {
            gap(metric, notWalked);
        } else {
            readingBuilder.value(metric, bytes);
        }
    }

    private void value(String name, Volume volume) {
        readingBuilder.value("disk.used." + name, volume.used());
        readingBuilder.value("disk.size." + name, volume.size());
        if (volume.mostInodes() > 0) {
            readingBuilder.value("disk.inodes." + name, volume.inodes());
            readingBuilder.value("disk.inodes_limit." + name, volume.mostInodes());
        }
    }

    /** {@code var_log} for {@code /var/log}, {@code root} for {@code /}. */
    static String name(String path) {
        String name = MetricNames.word(path.replace('.', '_'));
        return name.isEmpty() ? "root" : name;
    }

    private static Optional<Double> number(String[] words, int index) {
        return index < words.length ? MetricTextParser.number(words[index]) : Optional.empty();
    }
}
