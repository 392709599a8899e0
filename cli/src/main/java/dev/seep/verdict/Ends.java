package dev.seep.verdict;

import dev.seep.sample.Target;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How the lives of one workload's container ended, each life once. */
final class Ends {
    static final String OUT_OF_MEMORY = "OOMKilled";
    private static final int LISTED = 5;

    private final Target target;
    /** By pod, then by what tells an end from others, its reason; empty if nobody knows. */
    private final Map<String, Map<String, String>> byPod = new LinkedHashMap<>();

    Ends(Target target) {
        this.target = target;
    }

    void add(Target who, String end, String reason) {
        byPod.computeIfAbsent(who.name(), pod -> new LinkedHashMap<>())
                .merge(end, reason, (known, told) -> known.isEmpty() ? told : known);
    }

    Target target() {
        return target;
    }

    int pods() {
        return byPod.size();
    }

    int count() {
        return all().size();
    }

    long kills() {
        return all().stream().filter(OUT_OF_MEMORY::equals).count();
    }

    /** In the pod that had most. */
    int most() {
        return most(reason -> true);
    }

    int mostCrashes() {
        return most(Ends::isCrash);
    }

    /** {@code restarted 2 times (exit 7 x2)}. */
    String told() {
        int count = count();
        String often = count == 1 ? "once" : count + " times";
        if (kills() == count) {
            return "was killed for memory " + often + where();
        }
        return "restarted " + often + " (" + words() + ")" + where();
    }

    private String where() {
        if (pods() == 1) {
            return "";
        }
        String worst = byPod.entrySet().stream()
                .max(Comparator.comparingInt(pod -> pod.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse("");
        return " in " + pods() + " pods, most often " + worst;
    }

    private int most(Predicate<String> counted) {
        return byPod.values().stream()
                .mapToInt(lives -> (int) lives.values().stream().filter(counted).count())
                .max()
                .orElse(0);
    }

    private static boolean isCrash(String reason) {
        return reason.equals(OUT_OF_MEMORY) || (reason.startsWith("exit ") && !reason.equals("exit 0"));
    }

    private List<String> all() {
        return byPod.values().stream().flatMap(lives -> lives.values().stream()).toList();
    }

    private String words() {
        Map<String, Long> counts = all().stream()
                .map(reason -> reason.isEmpty() ? "no reason known" : reason)
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
        String words = counts.entrySet().stream()
                .limit(LISTED)
                .map(entry -> entry.getValue() > 1 ? entry.getKey() + " x" + entry.getValue() : entry.getKey())
                .collect(Collectors.joining(", "));
        return counts.size() > LISTED ? words + " ..." : words;
    }
}
