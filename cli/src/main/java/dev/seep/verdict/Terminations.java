package dev.seep.verdict;

import dev.seep.sample.Event;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import dev.seep.sample.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How the lives of one workload's container ended. */
final class Terminations {
    /** How the reason begins where the kubelet ended it for a failed probe; the exit code stands behind. */
    private static final String FAILED_PROBE = "failed probe";

    /** How the reason begins where the engine of a container was out of sight when it was killed. */
    private static final String UNSEEN = "unseen";

    private static final int LISTED = 5;

    /** Ctrl-C and SIGTERM, by which people end containers that nothing starts again. */
    private static final Set<String> BY_REQUEST = Set.of("exit 130", "exit 143");

    private final Target target;
    private final List<Event> events = new ArrayList<>();
    private final List<String> forGood = new ArrayList<>();
    /** Those of the reasons by pod that nothing followed. */
    private final List<String> last = new ArrayList<>();
    /** By pod the reasons, empty where nobody knows. */
    private final Map<String, List<String>> byPod = new LinkedHashMap<>();

    Terminations(Target target) {
        this.target = target;
    }

    void add(Target who, Event event) {
        byPod.computeIfAbsent(who.name(), pod -> new ArrayList<>()).add(reason(event));
        events.add(event);
    }

    /** It ended, and nothing followed: its pod went, or the run was over. */
    void addLast(Target who, Event event) {
        add(who, event);
        last.add(reason(event));
    }

    /** It ended, and was not started again. */
    void addForGood(Target who, Event event) {
        byPod.computeIfAbsent(who.name(), pod -> new ArrayList<>());
        forGood.add(reason(event));
        events.add(event);
    }

    /** How it ended, empty where nobody knows. */
    static String reason(Event event) {
        return event.detail().getOrDefault("reason", "");
    }

    Target target() {
        return target;
    }

    /** Those that were counted, in order of time. */
    List<Event> events() {
        return events.stream().sorted(Comparator.comparing(Event::time)).toList();
    }

    int pods() {
        return byPod.size();
    }

    int count() {
        return all().size() + forGood.size();
    }

    long kills() {
        return all().stream().filter(Incarnation.OUT_OF_MEMORY::equals).count();
    }

    /** Number of terminations in the pod that had most. */
    int most() {
        return most(reason -> true);
    }

    int mostCrashes() {
        return most(Terminations::isCrash);
    }

    boolean anyCrashForGood() {
        return forGood.stream().anyMatch(Terminations::isCrashForGood);
    }

    /** {@code restarted 2 times (exit 7 x2), ended with exit 7 and was not started again}. */
    String told() {
        String seen = kills() > 0 && kills() == all().size()
                ? "was killed for memory " + often(all().size())
                : Text.joined(", ", restarts(), ended(last));
        String gone = forGood.isEmpty() ? "" : ended(forGood) + " and was not started again";
        return Text.joined(", ", seen, gone) + where();
    }

    private static String often(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String ended(List<String> reasons) {
        String codes =
                reasons.stream().map(Terminations::word).distinct().sorted().collect(Collectors.joining(", "));
        return codes.isEmpty() ? "" : "ended with " + codes;
    }

    private String restarts() {
        List<String> restarts = all();
        last.forEach(restarts::remove);
        return restarts.isEmpty() ? "" : "restarted " + often(restarts.size()) + " (" + words(restarts) + ")";
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

    /** Whether such an end without a new start is worth a word: whoever killed it unseen may have wanted that. */
    static boolean isToldForGood(String reason) {
        return isCrashForGood(reason) || reason.startsWith(UNSEEN);
    }

    private static boolean isCrashForGood(String reason) {
        return isCrash(reason) && !reason.equals(Incarnation.OUT_OF_MEMORY) && !BY_REQUEST.contains(reason);
    }

    static boolean isCrash(String reason) {
        return reason.equals(Incarnation.OUT_OF_MEMORY)
                || reason.startsWith(FAILED_PROBE)
                || (reason.startsWith("exit ") && !reason.equals("exit 0"));
    }

    private List<String> all() {
        return byPod.values().stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String word(String reason) {
        return reason.isEmpty() ? "no reason known" : reason;
    }

    private static String words(List<String> reasons) {
        Map<String, Long> counts = reasons.stream()
                .map(Terminations::word)
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
        String words = counts.entrySet().stream()
                .limit(LISTED)
                .map(entry -> entry.getValue() > 1 ? entry.getKey() + " x" + entry.getValue() : entry.getKey())
                .collect(Collectors.joining(", "));
        return counts.size() > LISTED ? words + " ..." : words;
    }
}
