package dev.seep.verdict;

import dev.seep.sample.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How the lives of one workload's container ended. */
final class Ends {
    static final String OUT_OF_MEMORY = "OOMKilled";
    private static final int LISTED = 5;

    private final Target target;
    /** By pod the reasons, empty where nobody knows. */
    private final Map<String, List<String>> byPod = new LinkedHashMap<>();

    Ends(Target target) {
        this.target = target;
    }

    void add(Target who, String reason) {
        byPod.computeIfAbsent(who.name(), pod -> new ArrayList<>()).add(reason);
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
        int most = most();
        return " in " + pods() + " pods"
                + byPod.entrySet().stream()
                        .filter(pod -> most > 1 && pod.getValue().size() == most)
                        .findFirst()
                        .map(pod -> ", most often " + pod.getKey())
                        .orElse("");
    }

    private int most(Predicate<String> counted) {
        return byPod.values().stream()
                .mapToInt(ends -> (int) ends.stream().filter(counted).count())
                .max()
                .orElse(0);
    }

    private static boolean isCrash(String reason) {
        return reason.equals(OUT_OF_MEMORY) || (reason.startsWith("exit ") && !reason.equals("exit 0"));
    }

    private List<String> all() {
        return byPod.values().stream().flatMap(List::stream).toList();
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
